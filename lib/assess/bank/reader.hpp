// The parts of the bank reader, shared by its files.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/bank/limits.hpp>
#include <assess/bank/written_text.hpp>
#include <assess/diag/rules.hpp>
#include <assess/yaml/fields.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess::bank_reader {

// What all parts need: the sink, and what has been read so far.
struct Context {
  Diagnostics& diagnostics;
  Bank& bank;
  std::vector<WrittenText>* texts = nullptr;  // collects them, where somebody wants them
  std::string_view question{};                // id of the one that is being read
  std::vector<std::size_t> area_digits{};     // of weights, by variant
  std::size_t question_digits = 0;
};

// Adds the length of a number to a count of digits; the first number beyond the limit is reported.
void count_digits(const Located<Fraction>& number, std::size_t& digits, std::size_t limit,
                  Context& context);

// Did-you-mean for a reference that leads nowhere: the name that is near, else all of a few. The
// help of the rule stays where there is neither.
void suggest(Diagnostic& fault, std::string_view name, const std::vector<std::string>& names,
             Context& context);

// Reports a provenance that the bank does not have.
void check_origin(const Located<std::string>& key, Context& context);
// The two languages of a text, whatever else stands beside them. `key` is the one it stands below.
enum class TextRole { option, other };
Text read_languages_of(yaml::Fields& fields, std::string_view key, TextRole role, Context& context);

// A text in the bank's languages; a missing one is reported.
Text read_bilingual(const std::optional<yaml::Node>& node, std::string_view name, Context& context);
Text required_text(yaml::Fields& fields, std::string_view key, Context& context);
Text optional_text(yaml::Fields& fields, std::string_view key, Context& context);

inline Span span_of(const yaml::Node& node) {
  return node.span();
}
inline Span span_of(const std::pair<Located<std::string>, yaml::Node>& pair) {
  return pair.first.span;
}

// The first `limit` entries; the first one beyond is reported, and the rest is not looked at.
template <typename Entry>
std::vector<Entry> at_most(std::size_t limit, std::vector<Entry> entries, Words noun,
                           Context& context) {
  if (entries.size() <= limit) return entries;
  context.diagnostics.report(rules::bank_too_many, span_of(entries[limit]), noun.text(), limit);
  entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(limit), entries.end());
  return entries;
}

// The scale: option keys with their scores, in the bank's order.
using Scale = std::vector<std::pair<std::string, Fraction>>;

void read_areas(yaml::Fields& fields, Context& context);
void read_questions(const yaml::Node& list, const Scale& scale, Context& context);

}  // namespace assess::bank_reader
