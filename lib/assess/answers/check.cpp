#include <assess/answers/check.hpp>
#include <assess/answers/uscc.hpp>
#include <assess/base/nearest.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <charconv>
#include <compare>
#include <unordered_set>

namespace assess {
namespace {

template <typename Things>
std::vector<std::string> ids_of(const Things& things) {
  std::vector<std::string> ids;
  for (const auto& thing : things) ids.push_back(thing.id.value);
  return ids;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += separator;
    out += "`" + word + "`";
  }
  return out;
}

// A lead such as `choose from: ` and the words, as a list of each language.
Text listed(const Text& lead, const std::vector<std::string>& words) {
  return {lead.zh + joined(words, "、"), lead.en + joined(words, ", ")};
}

// The id of the thing that people know by this title: what a person writes who takes the words of
// the questionnaire for names.
template <typename Things>
std::optional<std::string> id_of_title(const Things& things, std::string_view title) {
  for (const auto& thing : things) {
    if (thing.title.zh == title || thing.title.en == title) return thing.id.value;
  }
  return std::nullopt;
}

// Why an answer in an area may not count.
struct AreaScope {
  bool is_out_of_variant = false;
  const Area* tailored = nullptr;  // the area itself or one above it
};

// The next part of a version, and what is left of it behind the dot; nullopt for a word.
std::optional<int> take_number(std::string_view& version) {
  const std::string_view part = version.substr(0, version.find('.'));
  version.remove_prefix(std::min(part.size() + 1, version.size()));
  int number = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
  const bool is_number = error == std::errc() && end == part.data() + part.size();
  return is_number ? std::optional(number) : std::nullopt;
}

// Whether version `a` is the newer or the older one, part by part; equal when that cannot be said.
std::strong_ordering compare_versions(std::string_view a, std::string_view b) {
  while (!a.empty() || !b.empty()) {
    const auto mine = a.empty() ? std::optional(0) : take_number(a);
    const auto other = b.empty() ? std::optional(0) : take_number(b);
    if (!mine || !other) break;
    if (*mine != *other) return *mine <=> *other;
  }
  return std::strong_ordering::equal;
}

class AnswersCheck {
 public:
  AnswersCheck(const BankIndex& index, const Answers& answers, Diagnostics& diagnostics)
      : index_(index),
        bank_(index.bank()),
        answers_(answers),
        diagnostics_(diagnostics),
        responses_(bank_.questions.size()),
        scopes_(bank_.areas.size()) {}

  std::vector<Response> run() {
    check_bank_reference();
    check_enterprise();
    check_variant();
    check_tailoring();
    check_all_answers();
    check_indicators();
    return std::move(responses_);
  }

 private:
  void suggest(Diagnostic& fault, std::string_view word, const std::vector<std::string>& names) {
    if (!diagnostics_.wants_suggestions(names.size())) return;
    if (const auto near = nearest(word, names)) {
      fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
    } else if (names.size() <= 30 && !names.empty()) {
      fault.help = listed({"可选：", "choose from: "}, names);
    }
  }

  // The same for things with titles: `离散型` where the id is `discrete`.
  template <typename Things>
  void suggest_from(Diagnostic& fault, std::string_view word, const Things& things) {
    if (const auto id = id_of_title(things, word)) {
      fault.help = {"请写标识 `" + *id + "`", "write its id, `" + *id + "`"};
    } else {
      suggest(fault, word, ids_of(things));
    }
  }

  void check_bank_reference() {
    if (answers_.bank.value.empty()) return;
    if (answers_.bank_id() != bank_.id.value) {
      diagnostics_.report(rules::answers_other_bank, answers_.bank.span, answers_.bank_id(),
                          bank_.id.value);
    } else if (!version_fits(answers_.bank_version(), bank_.version)) {
      report_version();
    }
  }

  // Newer answers need a newer bank; older ones can be carried over.
  void report_version() {
    const auto order = compare_versions(bank_.version, answers_.bank_version());
    const Text which = order > 0   ? Text{"较新的", ", which is newer"}
                       : order < 0 ? Text{"较旧的", ", which is older"}
                                   : Text{};
    auto& fault = diagnostics_.report(rules::answers_bank_version, answers_.bank.span,
                                      answers_.bank_version(), bank_.version, which);
    if (order > 0) {
      fault.help = {"用 `assess migrate 答卷 --to 题库` 把作答带到新版题库，或使用原版题库",
                    "carry the answers over by `assess migrate ANSWERS --to BANK`, or use a bank "
                    "of their version"};
    } else if (order < 0) {
      fault.help = {"请换用答卷所写版本的题库，或更新的题库；旧题库可能没有其中的题目",
                    "get the bank of that version, or a later one; an older bank may lack some of "
                    "the questions"};
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
    // A file of another schema was not read, and misses nothing.
    const bool was_read = answers_.place != Span{};
    if (variant.value.empty() && !was_read) return;
    // A missing variant is placed at the bank line, the first line that every answer file has.
    auto& fault =
        variant.value.empty()
            ? diagnostics_.report(rules::missing_key, answers_.bank.span, "variant",
                                  nouns::answers.text())
            : diagnostics_.report(rules::answers_unknown_variant, variant.span, variant.value);
    suggest_from(fault, variant.value, bank_.variants);
  }

  std::vector<std::string> tailorable_areas() const {
    std::vector<std::string> ids;
    for (const Area& area : bank_.areas) {
      if (area.is_tailorable) ids.push_back(area.id.value);
    }
    return ids;
  }

  void check_tailoring() {
    for (const Located<std::string>& name : answers_.tailored) {
      tailored_.insert(name.value);
      const auto area = bank_.find_area(name.value);
      if (!area) {
        auto& fault = diagnostics_.report(rules::answers_unknown_area, name.span, name.value);
        suggest_from(fault, name.value, bank_.areas);
      } else if (!bank_.area(*area).is_tailorable) {
        auto& fault = diagnostics_.report(rules::answers_not_tailorable, name.span, name.value);
        if (const auto tailorable = tailorable_areas(); !tailorable.empty()) {
          fault.help = listed({"可裁剪的只有：", "only these may be: "}, tailorable);
        }
      }
    }
  }

  // By area, parents first: whether the variant has it, and the tailored area that it lies in,
  // itself included. One that may not be tailored is a fault of its own, and its answers still
  // count.
  void mark_areas() {
    const std::size_t set = variant_.value_or(0);
    for (std::size_t i = 0; i < bank_.areas.size(); ++i) {
      const Area& area = bank_.areas[i];
      const auto above = area.parent ? scopes_[area.parent->index] : AreaScope{};
      scopes_[i].is_out_of_variant = !area.weights[set] || above.is_out_of_variant;
      if (!area.is_tailorable || tailored_.empty()) continue;
      scopes_[i].tailored = tailored_.contains(area.id.value) ? &area : above.tailored;
    }
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

  void report_unknown_option(const Question& question, const Answer& answer) {
    auto& fault = diagnostics_.report(rules::answers_unknown_option, answer.option->span,
                                      question.id.value, answer.option->value);
    std::vector<std::string> keys;
    for (const Option& known : question.options) keys.push_back(known.key.value);
    suggest(fault, answer.option->value, keys);
  }

  void check_answer(QuestionId id, const Answer& answer) {
    Response& response = responses_[id.index];
    response.answer = &answer;
    if (!answer.option) return;
    const AreaScope& scope = scopes_[index_.area(id).index];
    if (answer.is_not_applicable()) {
      response.state = Response::State::not_applicable;
      const bool is_out = scope.tailored != nullptr || scope.is_out_of_variant;
      check_not_applicable(bank_.question(id), answer, is_out);
      return;
    }
    const auto option = index_.find_option(id, answer.option->value);
    if (!option) return report_unknown_option(bank_.question(id), answer);
    response.state = Response::State::answered;
    response.option = *option;
    const std::string& name = answer.question.value;
    if (scope.tailored != nullptr) {
      diagnostics_.report(rules::answers_tailored, answer.question.span, name,
                          scope.tailored->id.value);
    } else if (scope.is_out_of_variant && variant_) {
      diagnostics_.report(rules::answers_out_of_scope, answer.question.span, name,
                          answers_.variant.value);
    } else if (!answer.has_evidence() && index_.asks_for_evidence(id, *option)) {
      diagnostics_.report(rules::answers_missing_evidence, answer.option->span, name,
                          answer.option->value);
    }
  }

  // `L1-5.3.6` where 5.3 has five questions: any neighbour would be a guess that misleads.
  bool differs_only_in_digits(const std::string& word) const {
    const auto near = nearest(word, question_ids_);
    const auto letters = [](std::string text) {
      std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
      return text;
    };
    return near && letters(*near) == letters(word);
  }

  void check_all_answers() {
    mark_areas();
    QuestionWalk walk(index_);
    for (const Answer& answer : answers_.answers) {
      if (const auto found = walk.find(answer.question.value)) {
        check_answer(*found, answer);
        continue;
      }
      if (question_ids_.empty()) question_ids_ = ids_of(bank_.questions);
      auto& fault = diagnostics_.report(rules::answers_unknown_question, answer.question.span,
                                        answer.question.value);
      if (diagnostics_.wants_suggestions(question_ids_.size()) &&
          !differs_only_in_digits(answer.question.value)) {
        suggest(fault, answer.question.value, question_ids_);
      }
    }
  }

  void check_indicators() {
    for (const IndicatorValue& value : answers_.indicators) {
      if (bank_.find_indicator(value.id.value) != nullptr) continue;
      auto& fault =
          diagnostics_.report(rules::answers_unknown_indicator, value.id.span, value.id.value);
      suggest_from(fault, value.id.value, bank_.indicators);
    }
  }

  const BankIndex& index_;
  const Bank& bank_;
  const Answers& answers_;
  Diagnostics& diagnostics_;
  std::vector<Response> responses_;        // by QuestionId
  std::vector<std::string> question_ids_;  // once one is not known
  std::vector<AreaScope> scopes_;          // by AreaId
  std::unordered_set<std::string_view> tailored_;
  std::optional<std::size_t> variant_;
};

}  // namespace

std::vector<Response> check_answers(const BankIndex& index, const Answers& answers,
                                    Diagnostics& diagnostics) {
  return AnswersCheck(index, answers, diagnostics).run();
}

std::vector<Response> check_answers(const Bank& bank, const Answers& answers,
                                    Diagnostics& diagnostics) {
  return check_answers(BankIndex(bank), answers, diagnostics);
}

}  // namespace assess
