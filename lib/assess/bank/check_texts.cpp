#include <assess/bank/check_texts.hpp>
#include <assess/bank/similar_texts.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/diag/text_places.hpp>

#include <algorithm>
#include <string_view>

namespace assess {
namespace {

constexpr std::u32string_view half_width = U",;:?!()";
constexpr std::u32string_view full_width = U"，；：？！（）";

std::string utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

// `U+200B`
std::string code_name(char32_t c) {
  return fmt::format("U+{:04X}", static_cast<unsigned>(c));
}

// What kind of thing a character that readers cannot see is; empty for all others. Variation
// selectors are left out: they belong to rare characters of names.
Words invisible_kind(char32_t c) {
  constexpr Words zero_width{"零宽字符", "a character without width"};
  constexpr Words replacement{"替换字符（转换编码时丢失了文字）",
                              "the sign for a character that was lost between encodings"};
  constexpr Words private_use{"私用区字符（别的电脑上无法显示）",
                              "a private character, which other computers cannot show"};
  constexpr Words invisible{"看不见的字符", "a character that cannot be seen"};
  if (c == 0xFFFD) return replacement;
  if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return private_use;
  if ((c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF) return zero_width;
  const bool is_invisible = c == 0x00AD || c == 0x034F || c == 0x115F || c == 0x1160 ||
                            c == 0x2028 || c == 0x2029 || (c >= 0x2061 && c <= 0x2064) ||
                            (c >= 0x206A && c <= 0x206F) || c == 0x3164 || c == 0xFFA0 ||
                            (c >= 0xFFF9 && c <= 0xFFFC) || (c >= 0xE0000 && c <= 0xE007F);
  return is_invisible ? invisible : Words{};
}

// Full-width marks as English writes them; 0 for all other characters.
char32_t english_mark(char32_t c) {
  if (c == U'、') return U',';
  if (c == U'。') return U'.';
  if (c >= 0x3008 && c <= 0x300F) return U'"';
  if (c == 0x3010 || (c >= 0x3014 && c <= 0x301B && c % 2 == 0)) return U'[';
  if (c == 0x3011 || (c >= 0x3014 && c <= 0x301B)) return U']';
  const bool is_full_width = c >= 0xFF01 && c <= 0xFF5E;
  if (!is_full_width) return 0;
  const char32_t narrow = c - 0xFF01 + U'!';
  return is_punctuation(narrow) ? narrow : 0;
}

// The mark that Chinese text wants for a half-width one; 0 for all other characters.
char32_t chinese_mark(char32_t c) {
  if (c == U'.') return U'。';
  const auto at = half_width.find(c);
  return at == std::u32string_view::npos ? 0 : full_width[at];
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_han(next_code_point(text, at))) return true;
  }
  return false;
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_letter(char c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z');
}

// Whether there is a word that is no abbreviation and no unit: four small letters in a row.
bool has_word(std::string_view text) {
  constexpr int least = 4;
  int run = 0;
  for (const char c : text) {
    run = is_lower(c) ? run + 1 : 0;
    if (run == least) return true;
  }
  return false;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_letter(text[i])) continue;
    const bool goes_on = i > 0 && (is_letter(text[i - 1]) || text[i - 1] == '\'');
    if (!goes_on) ++words;
  }
  return words;
}

// A text in one language, character by character.
class TextCheck {
 public:
  TextCheck(const WrittenText& written, Language language, const SourceMap& sources,
            Diagnostics& diagnostics)
      : key_(written.key),
        language_(language),
        text_(*written.in(language)),
        sources_(sources),
        diagnostics_(diagnostics) {
    for (std::size_t at = 0; at < text_.value.size();) {
      offsets_.push_back(at);
      characters_ += next_code_point(text_.value, at);
    }
    offsets_.push_back(text_.value.size());
  }

  void run() {
    check_ends();
    const bool is_english = language_ == Language::en && !has_han(text_.value);
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      check_character(i);
      if (language_ == Language::zh) check_chinese_mark(i);
      if (is_english) check_english_mark(i);
    }
  }

 private:
  Span place(std::size_t from, std::size_t to) {
    if (!places_) places_.emplace(text_, sources_);
    return places_->place(offsets_[from], offsets_[to] - offsets_[from]);
  }

  // A line break at the end belongs to `|`.
  void check_ends() {
    constexpr Words begins{"开头", "begins"};
    constexpr Words ends{"结尾", "ends"};
    std::size_t last = characters_.size();
    while (last > 0 && characters_[last - 1] == U'\n') --last;
    std::size_t begin = 0;
    while (begin < last && (is_blank(characters_[begin]) || characters_[begin] == U'\n')) ++begin;
    std::size_t end = last;
    while (end > begin && is_blank(characters_[end - 1])) --end;
    const std::string tag(language_tag(language_));
    if (begin > 0) {
      diagnostics_.report(rules::bank_outer_space, place(0, begin), tag, key_, begins.text());
    }
    if (end < last) {
      diagnostics_.report(rules::bank_outer_space, place(end, last), tag, key_, ends.text());
    }
  }

  void check_character(std::size_t i) {
    const char32_t c = characters_[i];
    if (is_bidi_control(c)) {
      diagnostics_.report(rules::bank_bidi_control, place(i, i + 1), code_name(c));
      return;
    }
    const Words kind = invisible_kind(c);
    if (kind.en.empty() || joins_pictures(i)) return;
    diagnostics_.report(rules::bank_invisible_character, place(i, i + 1), kind.text(),
                        code_name(c));
  }

  // The zero width joiner has one honest use: 👩‍🔧 is two pictures.
  bool joins_pictures(std::size_t i) const {
    if (characters_[i] != 0x200D || i == 0 || i + 1 == characters_.size()) return false;
    const char32_t before = characters_[i - 1];
    return (before == 0xFE0F || before >= 0x1F000) && characters_[i + 1] >= 0x2190;
  }

  enum class Beside { edge, chinese, other };

  Beside beside(std::size_t i, int step) const {
    auto at = static_cast<std::ptrdiff_t>(i) + step;
    const auto size = std::ssize(characters_);
    while (at >= 0 && at < size && characters_[static_cast<std::size_t>(at)] == U' ') at += step;
    if (at < 0 || at >= size) return Beside::edge;
    const char32_t c = characters_[static_cast<std::size_t>(at)];
    if (c == U'\n') return Beside::edge;
    const bool is_mark = english_mark(c) != 0;
    return is_han(c) || is_mark ? Beside::chinese : Beside::other;
  }

  // Whether the mark stands between Chinese characters, or at an edge of a line beside one.
  bool is_amid_chinese(std::size_t i) const {
    const Beside left = beside(i, -1);
    const Beside right = beside(i, 1);
    if (left == Beside::other || right == Beside::other) return false;
    return (characters_[i] == U'(' ? right : left) == Beside::chinese;
  }

  // A half-width mark is wrong between Chinese characters, and behind the last of a line. Beside
  // letters and digits it may be right: `12:30`, `IT,OT`. Brackets are wrong in pairs: those of
  // `MES (制造执行系统)` belong to MES.
  void check_chinese_mark(std::size_t i) {
    const char32_t c = characters_[i];
    if (c == U'(') opened_.push_back(i);
    const char32_t wanted = chinese_mark(c);
    if (wanted == 0 || c == U'(') return;
    constexpr Words seen{"中文之间用了半角的", "half-width"};
    const bool is_wrong = is_amid_chinese(i);
    if (c == U')') {
      if (opened_.empty()) return;
      const std::size_t opening = opened_.back();
      opened_.pop_back();
      if (!is_wrong || !is_amid_chinese(opening)) return;
      report_mark(opening, seen, chinese_mark(U'('));
    }
    if (!is_wrong || (c == U'.' && beside(i, 1) != Beside::edge)) return;
    report_mark(i, seen, wanted);
  }

  void check_english_mark(std::size_t i) {
    const char32_t wanted = english_mark(characters_[i]);
    constexpr Words seen{"英文中用了全角的", "full-width"};
    if (wanted != 0) report_mark(i, seen, wanted);
  }

  void report_mark(std::size_t i, Words seen, char32_t wanted) {
    diagnostics_.report(rules::bank_mixed_punctuation, place(i, i + 1), seen.text(),
                        utf8(characters_[i]), utf8(wanted));
  }

  const std::string& key_;
  Language language_;
  const Located<std::string>& text_;
  const SourceMap& sources_;
  Diagnostics& diagnostics_;
  std::u32string characters_;
  std::vector<std::size_t> offsets_;  // of each character, and of the end
  std::vector<std::size_t> opened_;   // brackets that are not closed yet
  std::optional<TextPlaces> places_;  // worked out for the first fault
};

void check_english_is_english(const WrittenText& text, const SourceMap& sources,
                              Diagnostics& diagnostics) {
  const std::string& value = text.en->value;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < value.size(); begin = at) {
    if (is_han(next_code_point(value, at))) break;
  }
  if (begin == value.size()) return;
  std::size_t end = begin;
  for (std::size_t at = begin; at < value.size() && is_han(next_code_point(value, at));) end = at;
  constexpr Words what{"含有汉字", "has Chinese characters in it"};
  diagnostics.report(rules::bank_wrong_language,
                     TextPlaces(*text.en, sources).place(begin, end - begin), "en", text.key,
                     what.text());
}

// Chinese text without a Chinese character: right for `MES` and `99.5%`, whatever their English is.
void check_chinese_is_chinese(const WrittenText& text, Diagnostics& diagnostics) {
  constexpr std::size_t least_words = 2;
  constexpr std::size_t a_sentence = 5;  // words: an abbreviation does not stand for so many
  const std::string& zh = text.zh->value;
  if (zh.empty() || has_han(zh) || !text.en) return;
  const std::size_t words = count_words(text.en->value);
  if (words < least_words || (!has_word(zh) && words < a_sentence)) return;
  constexpr Words what{"没有一个汉字", "has no Chinese characters in it"};
  diagnostics.report(rules::bank_wrong_language, text.zh->span, "zh", text.key, what.text());
}

void check_languages(const WrittenText& text, const SourceMap& sources, Diagnostics& diagnostics) {
  if (text.zh && text.en && text.zh->value == text.en->value) {
    const std::string& value = text.en->value;
    if (!has_han(value) && !has_word(value)) return;
    auto& fault = diagnostics.report(rules::bank_identical_translation, text.en->span, text.key);
    fault.labels.push_back({text.zh->span, {"中文在这里", "the Chinese text is here"}});
    return;
  }
  if (text.en) check_english_is_english(text, sources, diagnostics);
  if (text.zh) check_chinese_is_chinese(text, diagnostics);
}

}  // namespace

void check_texts(const std::vector<WrittenText>& texts, const SourceMap& sources,
                 Diagnostics& diagnostics) {
  for (const WrittenText& text : texts) {
    for (const Language language : {Language::zh, Language::en}) {
      if (text.in(language)) TextCheck(text, language, sources, diagnostics).run();
    }
    check_languages(text, sources, diagnostics);
  }
  check_similar_texts(texts, diagnostics);
}

}  // namespace assess
