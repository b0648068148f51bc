// Questions and answers on a terminal, line by line; in tests and scripts, from a text.
#pragma once

#include "env.hpp"
#include <assess/base/language.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace assess::cmd {

class Dialogue {
 public:
  // `lines` are what is typed. Without `is_shown` no prompts are written: for scripts.
  Dialogue(Input& lines, Stream& out, Language language, int width, bool is_shown)
      : lines_(lines), out_(out), language_(language), width_(width), is_shown_(is_shown) {}

  std::string say(Words words) const { return std::string(words.in(language_)); }
  Language language() const { return language_; }
  bool is_shown() const { return is_shown_; }

  // Text for the person, wrapped to the width; nothing in a script.
  void show(std::string_view text);
  // The same with `lead` before the first line and as many blanks before the others.
  void show(const std::string& lead, std::string_view text);
  // Whatever happens, also in a script.
  void tell(std::string_view line);

  // What is typed behind the prompt, without blanks around it; nullopt when there is no more.
  std::optional<std::string> ask(const std::string& prompt);

 private:
  Input& lines_;
  Stream& out_;
  Language language_;
  int width_;
  bool is_shown_;
};

// Full-width letters and signs as they are on the keyboard: `Ａ` is A, `？` is ?.
std::string half_width(std::string_view text);

}  // namespace assess::cmd
