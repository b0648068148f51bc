#include <assess/bank/check.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace assess {

bool is_good_id(std::string_view id) {
  const auto is_alphanumeric = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return !id.empty() && id.size() <= 64 && is_alphanumeric(id.front()) &&
         std::all_of(id.begin(), id.end(), [&](char c) {
           return is_alphanumeric(c) || c == '.' || c == '-' || c == '_';
         });
}

namespace {

// Up to the first character that is no digit; what is left stands behind it.
std::string_view take_digits(std::string_view& text) {
  const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view digits = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return digits;
}

// Which parts of an id such as `L1-5.4.2` are not those of `L1-2.1.`.
Text differing_parts(std::string_view id, std::string_view prefix) {
  static constexpr std::array<Words, 3> names{
      {{"等级", "level"}, {"章", "section"}, {"能力项", "area"}}};
  const Text form{"写法不同", "its form is another one"};
  if (!id.starts_with('L')) return form;
  id.remove_prefix(1);
  prefix.remove_prefix(1);
  Text out;
  for (const Words& name : names) {
    const std::string has(take_digits(id));
    const std::string wanted(take_digits(prefix));
    if (has.empty()) return form;
    if (has == wanted) continue;
    const std::string_view between_zh = out.zh.empty() ? "" : "，";
    const std::string_view between_en = out.en.empty() ? "" : ", ";
    out.zh += fmt::format("{}{}写成 {}，应为 {}", between_zh, name.zh, has, wanted);
    out.en += fmt::format("{}{} {} instead of {}", between_en, name.en, has, wanted);
  }
  return out.empty() ? form : out;
}

class BankCheck {
 public:
  BankCheck(const Bank& bank, Diagnostics& diagnostics)
      : bank_(bank), diagnostics_(diagnostics), is_whole_(!diagnostics.has_errors()) {}

  void run() {
    check_ids();
    check_levels();
    check_weights();
    check_sections();
    check_questions();
    check_replaced();
    if (is_whole_) check_coverage();
  }

 private:
  template <typename Things>
  void check_ids_of(const Things& things, Words noun) {
    std::unordered_map<std::string_view, Span> seen;
    for (const auto& thing : things) {
      const Located<std::string>& id = thing.id;
      if (id.value.empty()) continue;  // reported as missing
      if (!is_good_id(id.value)) {
        diagnostics_.report(rules::bank_bad_id, id.span, noun.text(), id.value);
      }
      const auto [first, is_new] = seen.try_emplace(id.value, id.span);
      if (is_new) continue;
      auto& fault = diagnostics_.report(rules::bank_duplicate_id, id.span, noun.text(), id.value);
      fault.labels.push_back({first->second, {"第一次出现在这里", "first used here"}});
    }
  }

  void check_ids() {
    if (!bank_.id.value.empty() && !is_good_id(bank_.id.value)) {
      diagnostics_.report(rules::bank_bad_id, bank_.id.span, nouns::bank.text(), bank_.id.value);
    }
    check_ids_of(bank_.tiers, nouns::tier);
    check_ids_of(bank_.variants, nouns::variant);
    check_ids_of(bank_.areas, nouns::area);
    check_ids_of(bank_.questions, nouns::question);
    check_ids_of(bank_.indicators, nouns::indicator);
  }

  void check_levels() {
    int expected = 1;
    for (const Level& level : bank_.levels) {
      const bool has_number = level.number.span.begin != level.number.span.end;
      if (has_number && level.number.value != expected) {
        diagnostics_.report(rules::bank_level_order, level.number.span, expected,
                            level.number.value);
      }
      ++expected;
      const Fraction& threshold = level.threshold.value;
      const bool was_read = level.threshold.span.begin != level.threshold.span.end;
      if (was_read && (threshold <= Fraction(0) || threshold > Fraction(1))) {
        diagnostics_.report(rules::bank_threshold, level.threshold.span, threshold.shortest(6));
      }
    }
  }

  // The siblings below an area, or those at the top, as messages call them.
  Text sibling_words(const Area* parent, std::size_t variant) const {
    Text words{"最上层的各能力项", "the areas at the top"};
    if (parent != nullptr) {
      const std::string name = "`" + parent->id.value + "`";
      words = {"能力项 " + name + " 的各下级", "the areas below " + name};
    }
    if (bank_.variants.empty()) return words;
    const std::string name = "`" + bank_.variants[variant].id.value + "`";
    return {words.zh + "在企业类型 " + name + " 下", words.en + " for the variant " + name};
  }

  // One set of siblings: no negative weight, not all zero, and the declared sum.
  void check_siblings(const std::vector<AreaId>& siblings, const Area* parent,
                      std::size_t variant) {
    Fraction sum = 0;
    bool any = false;
    for (const AreaId id : siblings) {
      const auto& weight = bank_.area(id).weights[variant];
      if (!weight) continue;
      any = true;
      if (weight->value.value < Fraction(0)) {
        diagnostics_.report(rules::bank_weight, weight->value.span,
                            weight->value.value.shortest(6));
        return;
      }
      sum += weight->value.value;
    }
    if (!any) return;
    const Span where = parent != nullptr ? parent->id.span : bank_.area(siblings.front()).id.span;
    if (sum == Fraction(0)) {
      diagnostics_.report(rules::bank_zero_weights, where, sibling_words(parent, variant));
      return;
    }
    const auto& declared = bank_.scoring.weights_sum;
    if (is_whole_ && declared && sum != declared->value) {
      diagnostics_.report(rules::bank_weights_sum, where, sibling_words(parent, variant),
                          sum.shortest(6), declared->value.shortest(6));
    }
  }

  void check_weights() {
    std::vector<AreaId> top;
    for (std::size_t i = 0; i < bank_.areas.size(); ++i) {
      if (!bank_.areas[i].parent) top.push_back(AreaId{static_cast<std::uint32_t>(i)});
    }
    for (std::size_t variant = 0; variant < bank_.weight_sets(); ++variant) {
      const bool has_weights =
          std::any_of(bank_.areas.begin(), bank_.areas.end(),
                      [&](const Area& area) { return area.weights[variant].has_value(); });
      if (!has_weights) {
        if (!bank_.variants.empty() && is_whole_) {
          const Located<std::string>& id = bank_.variants[variant].id;
          diagnostics_.report(rules::bank_variant_without_weights, id.span, id.value);
        }
        continue;
      }
      check_siblings(top, nullptr, variant);
      for (const Area& area : bank_.areas) {
        if (!area.is_leaf()) check_siblings(area.children, &area, variant);
      }
    }
  }

  void check_sections() {
    const auto sections = bank_.sections();
    if (sections.empty()) return;
    std::unordered_map<int, Span> seen;
    for (const AreaId id : sections) {
      const Located<int>& number = *bank_.area(id).section;
      const auto [first, is_new] = seen.try_emplace(number.value, number.span);
      if (!is_new) {
        auto& fault = diagnostics_.report(rules::bank_section_number, number.span, number.value);
        fault.labels.push_back({first->second, {"第一次出现在这里", "first used here"}});
      }
      const auto& parent = bank_.area(id).parent;
      const auto around = parent ? bank_.section_of(*parent) : std::nullopt;
      if (around) {
        diagnostics_.report(rules::bank_nested_section, number.span, bank_.area(id).id.value,
                            bank_.area(*around).id.value);
      }
    }
    for (std::size_t i = 0; i < bank_.areas.size(); ++i) {
      const AreaId id{static_cast<std::uint32_t>(i)};
      if (bank_.areas[i].is_leaf() && !bank_.section_of(id)) {
        diagnostics_.report(rules::bank_outside_sections, bank_.areas[i].id.span,
                            bank_.areas[i].id.value);
      }
    }
  }

  void check_options(const Question& question) {
    const std::string& id = question.id.value;
    for (const Option& option : question.options) {  // `n/a` is an answer, never an option
      if (!is_good_id(option.key.value)) {
        diagnostics_.report(rules::bank_bad_id, option.key.span, nouns::option.text(),
                            option.key.value);
      }
    }
    if (question.options.size() < 2) {
      diagnostics_.report(rules::bank_few_options, question.id.span, id);
      return;
    }
    const bool has_scores = std::all_of(question.options.begin(), question.options.end(),
                                        [](const Option& option) { return option.has_score; });
    if (!has_scores) return;
    for (std::size_t i = 1; i < question.options.size(); ++i) {
      const Option& option = question.options[i];
      if (option.score <= question.options[i - 1].score) {
        diagnostics_.report(rules::bank_score_order, option.key.span, id, option.key.value);
        return;
      }
    }
    if (question.options.back().score != Fraction(1)) {
      diagnostics_.report(rules::bank_no_full_score, question.options.back().key.span, id);
    }
  }

  // An id that a question gave up stands for nothing else: answer files still have it.
  void check_replaced() {
    std::unordered_map<std::string_view, Span> known;
    for (const Question& question : bank_.questions) {
      known.try_emplace(question.id.value, question.id.span);
    }
    std::unordered_map<std::string_view, Span> replaced;
    for (const Question& question : bank_.questions) {
      const Located<std::string>& old = question.replaces;
      if (old.value.empty()) continue;
      if (!is_good_id(old.value)) {
        diagnostics_.report(rules::bank_bad_id, old.span, nouns::question.text(), old.value);
      }
      if (const auto still = known.find(old.value); still != known.end()) {
        auto& fault =
            diagnostics_.report(rules::bank_replaces, old.span, question.id.value, old.value,
                                Text{"它仍是这个题库里的题号", "which is still a question here"});
        fault.labels.push_back({still->second, {"在这里", "it is here"}});
      }
      const auto [first, is_new] = replaced.try_emplace(old.value, old.span);
      if (is_new) continue;
      auto& fault = diagnostics_.report(
          rules::bank_replaces, old.span, question.id.value, old.value,
          Text{"而另一道题已经替代了它", "which another question already replaces"});
      fault.labels.push_back({first->second, {"第一次替代在这里", "first replaced here"}});
    }
  }

  void check_questions() {
    if (bank_.questions.empty() && is_whole_) {
      diagnostics_.report(rules::bank_no_questions, bank_.id.span);
    }
    std::unordered_map<std::uint32_t, std::string> numbers;
    for (const Question& question : bank_.questions) {
      check_options(question);
      auto& number = numbers[question.area.index];
      if (number.empty()) number = bank_.area_number(question.area);
      if (number.empty()) continue;
      const std::string prefix = "L" + std::to_string(question.level) + "-" + number + ".";
      if (!question.id.value.starts_with(prefix)) {
        diagnostics_.report(rules::bank_question_number, question.id.span, question.id.value,
                            prefix, differing_parts(question.id.value, prefix));
      }
    }
  }

  void check_coverage() {
    if (bank_.questions.empty()) return;
    std::set<std::uint32_t> areas;
    std::set<int> levels;
    for (const Question& question : bank_.questions) {
      areas.insert(question.area.index);
      levels.insert(question.level);
    }
    for (std::size_t i = 0; i < bank_.areas.size(); ++i) {
      const bool is_asked = areas.contains(static_cast<std::uint32_t>(i));
      if (bank_.areas[i].is_leaf() && !is_asked) {
        diagnostics_.report(rules::bank_empty_area, bank_.areas[i].id.span,
                            bank_.areas[i].id.value);
      }
    }
    for (const Level& level : bank_.levels) {
      if (!levels.contains(level.number.value)) {
        diagnostics_.report(rules::bank_empty_level, level.number.span, level.number.value);
      }
    }
  }

  const Bank& bank_;
  Diagnostics& diagnostics_;
  bool
      is_whole_;  // otherwise what could not be read is missing here, and is not to be missed twice
};

}  // namespace

void check_bank(const Bank& bank, Diagnostics& diagnostics) {
  BankCheck(bank, diagnostics).run();
}

}  // namespace assess
