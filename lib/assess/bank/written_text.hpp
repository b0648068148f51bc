// The texts of a bank as they were written, each with its places: what the rules about texts look
// at. The bank itself keeps only what they say.
#pragma once

#include <assess/base/language.hpp>
#include <assess/diag/source.hpp>

#include <optional>
#include <string>

namespace assess {

// One text in the languages in which it exists. The places are those of the whole values, quotes
// included.
struct WrittenText {
  std::string question;  // id of the question that it belongs to, or empty
  std::string key;       // `title`, `text`, `help`; for an option the key of the option
  bool is_option = false;
  std::optional<Located<std::string>> zh;
  std::optional<Located<std::string>> en;

  const std::optional<Located<std::string>>& in(Language language) const {
    return language == Language::zh ? zh : en;
  }

  // Whether this is what a question asks.
  bool is_question() const { return !question.empty() && !is_option && key == "text"; }
};

}  // namespace assess
