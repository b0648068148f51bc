// The two languages of everything that a person reads, and text that exists in both.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assess {

enum class Language { zh, en };

// Text in both languages. A bank may declare only one language; the other member is then empty.
struct Text {
  std::string zh;
  std::string en;

  // The text in `language`, or the other one where that is empty.
  const std::string& in(Language language) const;
  bool empty() const { return zh.empty() && en.empty(); }
  friend bool operator==(const Text&, const Text&) = default;
};

// The same for words compiled into the program.
struct Words {
  std::string_view zh;
  std::string_view en;

  std::string_view in(Language language) const { return language == Language::zh ? zh : en; }
  Text text() const { return {std::string(zh), std::string(en)}; }
};

// The language of a tag as people write it: `zh`, `zh-CN`, `zh_CN.UTF-8`, `en_GB`, `C`.
// nullopt for a language that we do not speak. `C` and `POSIX` are English.
std::optional<Language> parse_language(std::string_view tag);

// `zh` or `en`.
std::string_view language_tag(Language language);

}  // namespace assess
