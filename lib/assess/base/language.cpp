#include <assess/base/language.hpp>

#include <cctype>

namespace assess {

const std::string& Text::in(Language language) const {
  const std::string& wanted = language == Language::zh ? zh : en;
  const std::string& other = language == Language::zh ? en : zh;
  return wanted.empty() ? other : wanted;
}

std::optional<Language> parse_language(std::string_view tag) {
  std::string primary;
  for (const char c : tag) {
    if (c == '_' || c == '-' || c == '.' || c == '@') break;
    primary += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (primary == "zh") return Language::zh;
  if (primary == "en" || primary == "c" || primary == "posix") return Language::en;
  return std::nullopt;
}

std::string_view language_tag(Language language) {
  return language == Language::zh ? "zh" : "en";
}

}  // namespace assess
