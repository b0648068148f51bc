// The lists of `explain --all` and `bank list`, and the page of one rule.
#include <assess/base/utf8.hpp>
#include <assess/render/json_values.hpp>
#include <assess/render/text_table.hpp>

#include <fmt/format.h>

namespace assess::render {
namespace {

Json rule_value(const RulePage& page) {
  return {{"id", page.rule->id},
          {"severity", severity_name(page.rule->severity)},
          {"summary", text_value(page.rule->summary.text())},
          {"help", text_value(page.rule->help.text())},
          {"page", page.page}};
}

}  // namespace

std::string rule_text(const RulePage& page, const Context& context) {
  const RuleInfo& rule = *page.rule;
  std::string out = styled(rule.id, Style::bold, context.colour);
  out +=
      fmt::format("  ({})\n{}\n", severity_name(rule.severity), rule.summary.in(context.language));
  if (!page.page.empty()) out += "\n" + page.page;
  const std::string_view help = rule.help.in(context.language);
  if (!help.empty()) {
    out += fmt::format("\n{}{}\n", Words{"怎样改正：", "Remedy: "}.in(context.language), help);
  }
  return out;
}

std::string rule_json(const RulePage& page) {
  Json out{{"schema_version", schema_version}};
  out.update(rule_value(page));
  return written(out);
}

std::string rule_list_text(const std::vector<RulePage>& pages, const Context& context) {
  TextTable table({Align::left, Align::left, Align::left});
  for (const RulePage& page : pages) {
    table.row({std::string(page.rule->id), std::string(severity_name(page.rule->severity)),
               std::string(page.rule->summary.in(context.language))});
  }
  return table.text(0, context.colour);
}

std::string rule_list_json(const std::vector<RulePage>& pages) {
  Json list = Json::array();
  for (const RulePage& page : pages) list.push_back(rule_value(page));
  return written({{"schema_version", schema_version}, {"rules", std::move(list)}});
}

std::string bank_list_text(const std::vector<FoundBank>& banks, const Context& context) {
  TextTable table({Align::left, Align::left, Align::left, Align::left});
  for (const FoundBank& found : banks) {
    table.row({safe_to_show(found.bank->id.value), safe_to_show(found.bank->version),
               safe_to_show(found.bank->title.in(context.language)), safe_to_show(found.path)});
  }
  return table.text(0, context.colour);
}

std::string bank_list_json(const std::vector<FoundBank>& banks) {
  Json list = Json::array();
  for (const FoundBank& found : banks) {
    list.push_back({{"id", found.bank->id.value},
                    {"version", found.bank->version},
                    {"title", text_value(found.bank->title)},
                    {"path", found.path},
                    {"usable", found.is_usable}});
  }
  return written({{"schema_version", schema_version}, {"banks", std::move(list)}});
}

}  // namespace assess::render
