#include <assess/report/figures.hpp>

#include <algorithm>
#include <utility>

namespace assess::report {

std::optional<std::string> shown_exactly(const Fraction& value) {
  constexpr int most_decimals = 8;
  constexpr std::size_t longest_fraction = 9;
  std::string decimal = value.shortest(most_decimals);
  if (Fraction::parse(decimal) == value) return decimal;
  std::string exact = value.exact();
  return exact.size() <= longest_fraction ? std::optional(std::move(exact)) : std::nullopt;
}

std::string shown_number(const Fraction& value) {
  constexpr int most_decimals = 6;
  if (auto exact = shown_exactly(value)) return *std::move(exact);
  return rounded_apart(value, most_decimals, {Fraction(0), Fraction(1)});
}

std::string shown_score(const std::optional<Fraction>& score, const Fraction& threshold) {
  if (!score) return std::string(dash);
  // Neither its threshold nor full marks before it is exactly that (contract 2.8).
  const Fraction full = 1;
  const std::string text = rounded_apart(*score, 2, threshold);
  return text == full.rounded(2) ? rounded_apart(*score, 2, full) : text;
}

std::string shown_threshold(const Fraction& threshold) {
  const std::string text = shown_number(threshold);
  const std::string plain = threshold.rounded(2);
  const bool is_short = text.size() < plain.size() && text.find('/') == std::string::npos;
  return is_short ? plain : text;
}

std::string shown_amount(const std::string& text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const bool is_whole = text.find_first_not_of("0123456789") >= point;
  if (!is_whole || !Fraction::parse(text)) return text;
  std::string out = text;
  for (std::size_t at = point; at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string shown_points(const Fraction& points) {
  return rounded_apart(points, 4, Fraction(0));
}

std::string shown_share(const Fraction& share) {
  const Fraction hundred = 100;
  return rounded_apart(share * hundred, 2, {Fraction(0), hundred}) + "%";
}

std::string shown_total(const PastResult& result) {
  const Fraction attained = result.level;
  const Fraction limit = result.next_threshold ? attained + *result.next_threshold : result.total;
  // Nor the next level itself, which an incomplete one can come near to.
  const Fraction full = attained + Fraction(1);
  const std::string text = rounded_apart(result.total, 2, limit);
  return text == full.rounded(2) ? rounded_apart(result.total, 2, full) : text;
}

std::string shown_total(const Diagnosis& diagnosis) {
  return shown_total(result_of(diagnosis));
}

std::string shown_change(const Fraction& change) {
  const Fraction nothing = 0;
  if (change == nothing) return nothing.rounded(2);
  if (change > nothing) return "+" + rounded_apart(change, 2, nothing);
  return "−" + rounded_apart(nothing - change, 2, nothing);
}

std::string shown_level(const Level& level, Language language) {
  return std::to_string(level.number.value) + " " + level.title.in(language);
}

std::string shown_attained(const PastResult& result, Language language) {
  constexpr Words none{"未达到任何等级", "no level attained"};
  if (result.level == 0) return std::string(none.in(language));
  return std::to_string(result.level) + " " + result.level_title.in(language);
}

std::string shown_attained(const Diagnosis& diagnosis, Language language) {
  return shown_attained(result_of(diagnosis), language);
}

std::string shown_state(const LevelScore& level, Language language) {
  constexpr Words satisfied{"达到", "satisfied"};
  constexpr Words missed{"未达到", "not satisfied"};
  constexpr Words incomplete{"未答完", "incomplete"};
  constexpr Words untouched{"未开始", "not started"};
  constexpr Words closed{"未开放", "not open"};
  constexpr Words nothing{"没有题目", "no questions"};
  const Words& words = level.tally.questions == 0 ? nothing
                       : !level.is_open           ? closed
                       : level.is_satisfied       ? satisfied
                       : !level.tally.is_begun()  ? untouched
                       : !level.is_complete()     ? incomplete
                                                  : missed;
  return std::string(words.in(language));
}

std::string shown_tally(const Tally& tally) {
  return std::to_string(tally.answered + tally.not_applicable) + "/" +
         std::to_string(tally.questions);
}

std::string_view shown_section_state(SectionState state, Language language) {
  switch (state) {
    case SectionState::not_started:
      return Words{"未开始", "not started"}.in(language);
    case SectionState::in_progress:
      return Words{"答题中", "in progress"}.in(language);
    case SectionState::completed:
      return Words{"已完成", "completed"}.in(language);
    case SectionState::tailored:
      return Words{"已裁剪", "tailored out"}.in(language);
    case SectionState::nothing_asked:
      return Words{"没有题目", "no questions"}.in(language);
  }
  return {};
}

std::string shown_variant(const Diagnosis& diagnosis, Language language) {
  if (diagnosis.bank->variants.empty()) return {};
  return diagnosis.bank->variants[diagnosis.sheet->weight_set].title.in(language);
}

}  // namespace assess::report
