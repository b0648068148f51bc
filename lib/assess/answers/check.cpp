#include <assess/answers/check.hpp>
#include <assess/answers/uscc.hpp>
#include <assess/base/nearest.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <unordered_map>

namespace assess {
namespace {

template <typename Things>
std::vector<std::string> ids_of(const Things& things) {
  std::vector<std::string> ids;
  for (const auto& thing : things) ids.push_back(thing.id.value);
  return ids;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ", ";
    out += "`" + word + "`";
  }
  return out;
}

class AnswersCheck {
 public:
  AnswersCheck(const Bank& bank, const Answers& answers, Diagnostics& diagnostics)
      : bank_(bank),
        answers_(answers),
        diagnostics_(diagnostics),
        question_ids_(ids_of(bank.questions)) {}

  void run() {
    check_bank_reference();
    check_enterprise();
    check_variant();
    check_tailoring();
    check_all_answers();
    check_indicators();
  }

 private:
  void suggest(Diagnostic& fault, std::string_view word, const std::vector<std::string>& names) {
    if (!diagnostics_.wants_suggestions()) return;
    if (const auto near = nearest(word, names)) {
      fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
    } else if (names.size() <= 30 && !names.empty()) {
      fault.help = {"可用的有：" + joined(names), "known are: " + joined(names)};
    }
  }

  void check_bank_reference() {
    if (answers_.bank.value.empty()) return;
    if (answers_.bank_id() != bank_.id.value) {
      diagnostics_.report(rules::answers_other_bank, answers_.bank.span, answers_.bank_id(),
                          bank_.id.value);
    } else if (!version_fits(answers_.bank_version(), bank_.version)) {
      diagnostics_.report(rules::answers_bank_version, answers_.bank.span, answers_.bank_version(),
                          bank_.version);
    }
  }

  void check_enterprise() {
    const Located<std::string>& uscc = answers_.enterprise.uscc;
    if (uscc.value.empty()) return;
    const std::string code = normalised_uscc(uscc.value);
    if (!has_uscc_form(code)) {
      diagnostics_.report(rules::answers_uscc_form, uscc.span, uscc.value);
    } else if (const char check = uscc_check_character(code); check != code.back()) {
      diagnostics_.report(rules::answers_uscc_check, uscc.span, uscc.value, std::string(1, check));
    }
  }

  void check_variant() {
    const Located<std::string>& variant = answers_.variant;
    if (bank_.variants.empty()) {
      if (!variant.value.empty()) diagnostics_.report(rules::answers_no_variants, variant.span);
      return;
    }
    variant_ = bank_.find_variant(variant.value);
    if (variant_) return;
    // A missing variant is placed at the bank line, the first line that every answer file has.
    const Span where = variant.value.empty() ? answers_.bank.span : variant.span;
    auto& fault = diagnostics_.report(rules::answers_unknown_variant, where, variant.value);
    suggest(fault, variant.value, ids_of(bank_.variants));
  }

  void check_tailoring() {
    std::vector<std::string> tailorable;
    for (const Area& area : bank_.areas) {
      if (area.is_tailorable) tailorable.push_back(area.id.value);
    }
    for (const Located<std::string>& name : answers_.tailored) {
      const auto area = bank_.find_area(name.value);
      if (!area) {
        auto& fault = diagnostics_.report(rules::answers_unknown_area, name.span, name.value);
        suggest(fault, name.value, ids_of(bank_.areas));
      } else if (!bank_.area(*area).is_tailorable) {
        auto& fault = diagnostics_.report(rules::answers_not_tailorable, name.span, name.value);
        if (!tailorable.empty()) {
          fault.help = {"可裁剪的有：" + joined(tailorable),
                        "those that may be are: " + joined(tailorable)};
        }
      }
    }
  }

  // The tailored area that this area lies in, itself included.
  std::optional<std::string> tailored_above(AreaId area) const {
    for (std::optional<AreaId> at = area; at; at = bank_.area(*at).parent) {
      const std::string& id = bank_.area(*at).id.value;
      const auto is_this = [&](const Located<std::string>& name) { return name.value == id; };
      if (std::any_of(answers_.tailored.begin(), answers_.tailored.end(), is_this)) return id;
    }
    return std::nullopt;
  }

  bool is_in_variant(AreaId area) const {
    const std::size_t set = variant_.value_or(0);
    for (std::optional<AreaId> at = area; at; at = bank_.area(*at).parent) {
      if (!bank_.area(*at).weights[set]) return false;
    }
    return true;
  }

  void check_not_applicable(const Question& question, const Answer& answer, bool is_out) {
    if (bank_.scoring.not_applicable == NotApplicable::any) return;
    if (bank_.scoring.not_applicable == NotApplicable::tailored && is_out) return;
    auto& fault = diagnostics_.report(rules::answers_not_applicable, answer.option->span,
                                      answer.question.value);
    if (bank_.scoring.not_applicable == NotApplicable::never) {
      fault.help = {"这个题库的每道题都要选一个选项",
                    "every question of this bank needs an option"};
    } else if (bank_.area(question.area).is_tailorable) {
      const std::string& area = bank_.area(question.area).id.value;
      fault.help = {
          "如果企业没有这项业务，把能力项 `" + area + "` 写入 `tailored`",
          "if the enterprise has no such business, put the area `" + area + "` into `tailored`"};
    } else {
      fault.help = {"该能力项不可裁剪，请选择一个选项",
                    "this area may not be tailored out; choose an option"};
    }
  }

  void check_answer(const Question& question, const Answer& answer) {
    if (!answer.option) return;
    const auto tailored = tailored_above(question.area);
    const bool is_out_of_variant = !is_in_variant(question.area);
    if (answer.is_not_applicable()) {
      check_not_applicable(question, answer, tailored || is_out_of_variant);
      return;
    }
    const auto option = find_option(question, answer.option->value);
    if (!option) {
      auto& fault = diagnostics_.report(rules::answers_unknown_option, answer.option->span,
                                        question.id.value, answer.option->value);
      std::vector<std::string> keys;
      for (const Option& known : question.options) keys.push_back(known.key.value);
      suggest(fault, answer.option->value, keys);
    } else if (tailored) {
      diagnostics_.report(rules::answers_tailored, answer.question.span, question.id.value,
                          *tailored);
    } else if (is_out_of_variant && variant_) {
      diagnostics_.report(rules::answers_out_of_scope, answer.question.span, question.id.value,
                          answers_.variant.value);
    } else if (question.evidence_from && answer.evidence.empty()) {
      const auto from = find_option(question, *question.evidence_from);
      if (from && *option >= *from) {
        diagnostics_.report(rules::answers_missing_evidence, answer.option->span, question.id.value,
                            answer.option->value);
      }
    }
  }

  void check_all_answers() {
    std::unordered_map<std::string_view, const Question*> questions;
    for (const Question& question : bank_.questions) questions[question.id.value] = &question;
    for (const Answer& answer : answers_.answers) {
      const auto found = questions.find(answer.question.value);
      if (found != questions.end()) {
        check_answer(*found->second, answer);
        continue;
      }
      auto& fault = diagnostics_.report(rules::answers_unknown_question, answer.question.span,
                                        answer.question.value);
      suggest(fault, answer.question.value, question_ids_);
    }
  }

  void check_indicators() {
    for (const IndicatorValue& value : answers_.indicators) {
      if (bank_.find_indicator(value.id.value) != nullptr) continue;
      auto& fault =
          diagnostics_.report(rules::answers_unknown_indicator, value.id.span, value.id.value);
      suggest(fault, value.id.value, ids_of(bank_.indicators));
    }
  }

  const Bank& bank_;
  const Answers& answers_;
  Diagnostics& diagnostics_;
  std::vector<std::string> question_ids_;
  std::optional<std::size_t> variant_;
};

}  // namespace

void check_answers(const Bank& bank, const Answers& answers, Diagnostics& diagnostics) {
  AnswersCheck(bank, answers, diagnostics).run();
}

}  // namespace assess
