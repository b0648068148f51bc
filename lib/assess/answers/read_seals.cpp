#include <assess/answers/read_seals.hpp>
#include <assess/answers/shapes.hpp>
#include <assess/base/date.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>
#include <assess/yaml/fields.hpp>

namespace assess {
namespace {

std::string read_date(yaml::Fields& fields, Diagnostics& diagnostics) {
  const auto date = fields.text("date");
  if (!date.value.empty()) check_date(date, diagnostics);
  return date.value;
}

Seal read_seal(const yaml::Node& node, Diagnostics& diagnostics) {
  yaml::Fields fields(node, answers_shapes::seal, diagnostics);
  Seal seal;
  seal.level = fields.integer("level");
  seal.date = read_date(fields, diagnostics);
  seal.bank = fields.text("bank").value;
  if (const auto variant = fields.optional_text("variant")) seal.variant = variant->value;
  for (auto& area : fields.texts("tailored")) seal.tailored.push_back(std::move(area.value));
  if (const auto answers = fields.require("answers")) {
    for (const auto& [question, value] : yaml::read_pairs(*answers, nouns::answers, diagnostics)) {
      if (const auto text = yaml::read_text(value, question.value, diagnostics)) {
        seal.answers.emplace_back(question.value, text->value);
      }
    }
  }
  seal.sha256 = fields.text("sha256");
  fields.done();
  return seal;
}

}  // namespace

void check_date(const Located<std::string>& date, Diagnostics& diagnostics) {
  if (parse_iso_date(date.value)) return;
  diagnostics.report(rules::wrong_type, date.span, std::string("date"),
                     Text{"日期（如 2026-11-22）", "a date such as 2026-11-22"}, date.value);
}

std::vector<Seal> read_seals(const yaml::Node& node, Diagnostics& diagnostics) {
  std::vector<Seal> seals;
  if (!node.is_sequence()) {
    diagnostics.report(rules::not_a_list, node.span(), std::string("seals"));
    return seals;
  }
  for (const yaml::Node item : node.children()) seals.push_back(read_seal(item, diagnostics));
  return seals;
}

Finish read_finish(const yaml::Node& node, Diagnostics& diagnostics) {
  yaml::Fields fields(node, answers_shapes::finish, diagnostics);
  Finish finish;
  finish.date = read_date(fields, diagnostics);
  finish.level = fields.integer("level").value;
  finish.total = fields.number("total").value;
  finish.sha256 = fields.text("sha256");
  fields.done();
  return finish;
}

}  // namespace assess
