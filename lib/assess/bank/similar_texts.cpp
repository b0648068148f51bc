// Questions are compared by their n-grams. Comparing each with each would take minutes for a large
// bank; so each is looked up by its rarest n-grams only: two texts that agree in nine of ten have
// one of those in common.
#include <assess/bank/similar_texts.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace assess {
namespace {

using Gram = std::uint64_t;

// In how many n-grams two texts agree at least, as twice the common ones over all: 9/10.
constexpr std::size_t alike_of = 10;
constexpr std::size_t alike = 9;

// Far beyond any bank of people, and bounds for hostile ones: n-grams of one question and of all,
// and comparisons, in n-grams. What lies beyond is only looked at for being the same.
constexpr std::size_t most_grams_of_one = 1'000;
constexpr std::size_t most_grams = 3'000'000;
constexpr std::size_t most_steps = 20'000'000;

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

char32_t lower(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

// The text without what makes no difference: case, blanks, punctuation, full width, what has no
// width at all. Punctuation before a digit stays, and `%` behind one: 1.5 is not 15.
std::u32string normalised(std::string_view text) {
  std::u32string plain;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool has_one_form = c < 0x80 || (c >= 0x3400 && c <= 0x9FFF);  // nearly all there are
    for (const char32_t part : has_one_form ? std::u32string{c} : compatible_form(c)) {
      plain += lower(part);
    }
  }
  std::u32string out;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char32_t c = plain[i];
    if (is_blank(c) || display_width(c) == 0) continue;
    const bool before_digit = i + 1 < plain.size() && is_digit(plain[i + 1]);
    if (!is_punctuation(c) || before_digit || c == U'%') out += c;
  }
  return out;
}

std::u32string digits_of(std::u32string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    if (i == 0 || !is_digit(text[i - 1])) out += U' ';
    out += text[i];
  }
  return out;
}

// Chinese words have about two characters; English ones are better told by three letters. The n-th
// occurrence of an n-gram is one of its own. Sorted.
std::vector<Gram> grams_of(std::u32string_view text, Language language) {
  const std::size_t n = language == Language::zh ? 2 : 3;
  std::vector<Gram> out;
  for (std::size_t i = 0; i + n <= text.size(); ++i) {
    Gram gram = 0;
    for (std::size_t j = 0; j < n; ++j) gram = gram << 21U | text[i + j];
    out.push_back(gram);
  }
  std::sort(out.begin(), out.end());
  constexpr Gram spread = 0x9E3779B97F4A7C15;
  Gram same = 0;
  std::vector<Gram> counted(out);
  for (std::size_t i = 1; i < out.size(); ++i) {
    same = out[i] == out[i - 1] ? same + 1 : 0;
    counted[i] += same * spread;
  }
  std::sort(counted.begin(), counted.end());
  return counted;
}

// The least number of n-grams that a text of so many has in common with one that is almost the
// same, however short that is: c with 2c/(a+b) >= 9/10 and b >= c.
std::size_t least_common(std::size_t size) {
  constexpr std::size_t of = 2 * alike_of - alike;
  return (size * alike + of - 1) / of;
}

Text named(const WrittenText& text) {
  if (text.is_option) return {"选项 `" + text.key + "`", "option `" + text.key + "`"};
  return {"题目 `" + text.question + "`", "the question `" + text.question + "`"};
}

void report(const WrittenText& later, const WrittenText& earlier, Language language, Words degree,
            Diagnostics& diagnostics) {
  auto& fault = diagnostics.report(rules::bank_similar_texts, later.in(language)->span,
                                   named(later), named(earlier), degree.text());
  fault.labels.push_back({earlier.in(language)->span, {"另一处在这里", "the other one is here"}});
}

constexpr Words the_same{"相同", "the same as"};
constexpr Words nearly_the_same{"几乎相同", "almost the same as"};

// Texts that were seen before, by what they say.
class Seen {
 public:
  // The first text that says the same in one of the languages, which is told; remembers this one.
  const WrittenText* find_or_add(const WrittenText& text, Language& language) {
    const WrittenText* found = nullptr;
    for (const Language each : {Language::zh, Language::en}) {
      if (!text.in(each)) continue;
      std::u32string says = normalised(text.in(each)->value);
      if (says.empty()) continue;  // nothing but marks
      const auto [entry, is_new] =
          by_language_[each == Language::zh ? 0 : 1].try_emplace(std::move(says), &text);
      if (is_new || found != nullptr) continue;
      found = entry->second;
      language = each;
    }
    return found;
  }

 private:
  std::unordered_map<std::u32string, const WrittenText*> by_language_[2];
};

// Questions of a bank that are almost the same in one language.
class NearSearch {
 public:
  NearSearch(const std::vector<const WrittenText*>& questions, Language language)
      : questions_(questions), language_(language) {
    for (const WrittenText* question : questions) {
      const std::u32string says = normalised(question->in(language)->value);
      digits_.push_back(digits_of(says));
      const bool is_compared = says.size() <= most_grams_of_one && count_ <= most_grams;
      grams_.push_back(is_compared ? grams_of(says, language) : std::vector<Gram>());
      count_ += grams_.back().size();
      for (const Gram gram : grams_.back()) ++frequency_[gram];
    }
    others_.resize(questions.size());
  }

  // Calls `found(later, earlier)` with the indexes of the first that is almost the same, for each
  // question that has one.
  template <typename Found>
  void run(Found found) {
    for (std::size_t i = 0; i < grams_.size(); ++i) {
      const std::vector<Gram> rarest = rarest_of(grams_[i]);
      if (const auto other = first_alike(i, rarest)) found(i, *other);
      for (const Gram gram : rarest) holders_[gram].push_back(static_cast<std::uint32_t>(i));
    }
  }

 private:
  std::vector<Gram> rarest_of(const std::vector<Gram>& grams) const {
    if (grams.empty()) return {};
    const std::size_t count = grams.size() - least_common(grams.size()) + 1;
    std::vector<std::pair<std::uint32_t, Gram>> ranked;
    for (const Gram gram : grams) ranked.emplace_back(frequency_.at(gram), gram);
    const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(ranked.begin(), end, ranked.end());
    std::vector<Gram> out;
    for (auto at = ranked.begin(); at != end; ++at) out.push_back(at->second);
    return out;
  }

  std::optional<std::size_t> first_alike(std::size_t later, const std::vector<Gram>& rarest) {
    std::vector<std::uint32_t> candidates;
    for (const Gram gram : rarest) {
      const auto entry = holders_.find(gram);
      if (entry == holders_.end()) continue;
      if (!spend(entry->second.size())) return std::nullopt;
      candidates.insert(candidates.end(), entry->second.begin(), entry->second.end());
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::uint32_t earlier : candidates) {
      if (!spend(grams_[later].size() + grams_[earlier].size())) return std::nullopt;
      if (digits_[later] != digits_[earlier]) continue;
      if (!are_alike(grams_[later], grams_[earlier])) continue;
      if (are_alike(other_grams(later), other_grams(earlier))) return earlier;
    }
    return std::nullopt;
  }

  bool spend(std::size_t steps) {
    steps_ += steps;
    return steps_ <= most_steps;
  }

  static bool are_alike(const std::vector<Gram>& a, const std::vector<Gram>& b) {
    std::size_t common = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
      if (*i == *j) ++common;
      const bool first = *i <= *j;
      if (*j <= *i) ++j;
      if (first) ++i;
    }
    return 2 * common * alike_of >= alike * (a.size() + b.size());
  }

  // In the other language; empty where the text does not exist in it, which is like nothing but
  // another one that does not.
  const std::vector<Gram>& other_grams(std::size_t question) {
    auto& grams = others_[question];
    if (!grams) {
      const Language other = language_ == Language::zh ? Language::en : Language::zh;
      const auto& text = questions_[question]->in(other);
      grams = text ? grams_of(normalised(text->value), other) : std::vector<Gram>();
    }
    return *grams;
  }

  const std::vector<const WrittenText*>& questions_;
  Language language_;
  std::vector<std::vector<Gram>> grams_;
  std::vector<std::u32string> digits_;
  std::vector<std::optional<std::vector<Gram>>> others_;  // worked out when they are asked for
  std::unordered_map<Gram, std::uint32_t> frequency_;
  std::unordered_map<Gram, std::vector<std::uint32_t>> holders_;  // by one of their rarest
  std::size_t count_ = 0;                                         // of all n-grams
  std::size_t steps_ = 0;
};

void check_options(const std::vector<WrittenText>& texts, Diagnostics& diagnostics) {
  Seen seen;
  for (const WrittenText& text : texts) {
    if (text.is_question()) seen = Seen();  // its options come next
    if (!text.is_option) continue;
    Language language{};
    if (const WrittenText* earlier = seen.find_or_add(text, language)) {
      report(text, *earlier, language, the_same, diagnostics);
    }
  }
}

void check_questions(const std::vector<WrittenText>& texts, Diagnostics& diagnostics) {
  Seen seen;
  std::vector<const WrittenText*> questions;
  std::unordered_set<const WrittenText*> reported;
  for (const WrittenText& text : texts) {
    if (!text.is_question()) continue;
    Language language{};
    if (const WrittenText* earlier = seen.find_or_add(text, language)) {
      report(text, *earlier, language, the_same, diagnostics);
      reported.insert(&text);
    }
    questions.push_back(&text);
  }
  // English is looked at only where the Chinese text is missing: agreement in one is not enough.
  for (const Language language : {Language::zh, Language::en}) {
    std::vector<const WrittenText*> searched;
    for (const WrittenText* text : questions) {
      const bool is_wanted = language == Language::zh ? text->zh.has_value() : !text->zh;
      if (is_wanted && text->in(language) && !reported.contains(text)) searched.push_back(text);
    }
    NearSearch(searched, language).run([&](std::size_t later, std::size_t earlier) {
      report(*searched[later], *searched[earlier], language, nearly_the_same, diagnostics);
    });
  }
}

}  // namespace

void check_similar_texts(const std::vector<WrittenText>& texts, Diagnostics& diagnostics) {
  check_options(texts, diagnostics);
  check_questions(texts, diagnostics);
}

}  // namespace assess
