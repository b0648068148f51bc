#include "command_line.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstddef>
#include <optional>

namespace assess::test {
namespace {

std::optional<char> simple_escape(char letter) {
  switch (letter) {
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case '0':
      return '\0';
    case 'e':
      return '\x1B';
    default:
      return std::nullopt;
  }
}

// The text between the brace at `at` and the one that closes it; `at` moves behind that.
std::string_view take_braces(std::string_view text, std::size_t& at) {
  if (at >= text.size() || text[at] != '{') return {};
  const std::size_t begin = ++at;
  int depth = 1;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '{') {
      ++depth;
    } else if (text[at] == '}' && --depth == 0) {
      return text.substr(begin, at++ - begin);
    }
  }
  return text.substr(begin);
}

std::string repeated(std::string_view count, std::string_view text) {
  std::size_t times = 0;
  std::from_chars(count.data(), count.data() + count.size(), times);
  const std::string piece = unescape(text);
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

// Words of a shell's command line, one after another.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  // nullopt at the end, or when a quote is not closed (`fault` says so then).
  std::optional<std::string> next() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    if (at_ == text_.size()) return std::nullopt;
    std::string word;
    was_quoted = false;
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) == 0) {
      if (!take_piece(word)) return std::nullopt;
    }
    return word;
  }

  std::string fault;
  bool was_quoted = false;  // the last word: a quoted `<` is no redirection

 private:
  bool take_piece(std::string& word) {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("$'")) return take_quoted(word, 2, '\'', true);
    if (rest.front() == '\'') return take_quoted(word, 1, '\'', false);
    if (rest.front() == '"') return take_quoted(word, 1, '"', false);
    if (rest.front() == '\\' && rest.size() > 1) {
      ++at_;
      was_quoted = true;
    }
    word += text_[at_++];
    return true;
  }

  bool take_quoted(std::string& word, std::size_t opening, char quote, bool has_escapes) {
    was_quoted = true;
    at_ += opening;
    std::string inner;
    for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
      const bool is_escaped = text_[at_] == '\\' && at_ + 1 < text_.size();
      const char follower = is_escaped ? text_[at_ + 1] : '\0';
      if (is_escaped && has_escapes && follower != quote) {
        inner += text_[at_++];
      } else if (is_escaped &&
                 (has_escapes || (quote == '"' && (follower == '"' || follower == '\\')))) {
        ++at_;
      }
      inner += text_[at_];
    }
    if (at_ == text_.size()) {
      fault = "a quote is not closed";
      return false;
    }
    ++at_;
    word += has_escapes ? unescape(inner) : inner;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_assignment(const std::string& word) {
  const auto sign = word.find('=');
  return sign != std::string::npos && sign > 0 &&
         std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(sign), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
         });
}

}  // namespace

std::string unescape(std::string_view text) {
  constexpr std::string_view repeat = "\\repeat{";
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    if (rest.front() != '\\' || rest.size() == 1) {
      out += text[at++];
    } else if (rest.starts_with(repeat)) {
      at += repeat.size() - 1;
      const std::string_view count = take_braces(text, at);
      out += repeated(count, take_braces(text, at));
    } else if (rest[1] == 'x' && rest.size() > 3) {
      unsigned value = 0;
      std::from_chars(rest.data() + 2, rest.data() + 4, value, 16);
      out += static_cast<char>(value);
      at += 4;
    } else {
      if (const auto plain = simple_escape(rest[1])) {
        out += *plain;
      } else if (rest[1] != '\n') {
        out += rest[1];
      }
      at += 2;
    }
  }
  return out;
}

std::variant<CommandLine, std::string> read_command_line(std::string_view text) {
  CommandLine line;
  Words words(text);
  auto word = words.next();
  for (; word && is_assignment(*word); word = words.next()) {
    const auto sign = word->find('=');
    line.variables[word->substr(0, sign)] = word->substr(sign + 1);
  }
  if (!word || *word != "assess") {
    return "a command line begins with `assess`, after variables only" +
           (words.fault.empty() ? std::string() : ": " + words.fault);
  }
  for (word = words.next(); word; word = words.next()) {
    if (*word != "<" || words.was_quoted) {
      line.arguments.push_back(*word);
      continue;
    }
    word = words.next();
    if (!word) return std::string("no file is named behind `<`");
    line.input_path = *word;
  }
  if (!words.fault.empty()) return words.fault;
  return line;
}

}  // namespace assess::test
