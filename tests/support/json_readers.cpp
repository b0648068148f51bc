#include "json_readers.hpp"

#include "two_readers.hpp"
#include <assess/yaml/json.hpp>
#include <assess/yaml/node.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>

namespace assess::test {
namespace {

using nlohmann::json;
using yaml::Kind;
using yaml::Node;

constexpr int number_out_of_range = 406;  // nlohmann-json: JSON, but beyond a double

std::string told_text(const std::string& text) {
  return "\"" + std::to_string(text.size()) + ":" + text + "\" ";
}

// What nlohmann-json reads, in the order of the text and with equal keys kept.
class Told : public nlohmann::json_sax<json> {
 public:
  std::string out;
  bool is_beyond_numbers = false;

  bool null() override { return tell("null "); }
  bool boolean(bool value) override { return tell(value ? "true " : "false "); }
  bool number_integer(number_integer_t value) override { return tell(std::to_string(value) + " "); }
  bool number_unsigned(number_unsigned_t value) override {
    return tell(std::to_string(value) + " ");
  }
  bool number_float(number_float_t, const string_t& written) override {
    return tell(written + " ");
  }
  bool string(string_t& value) override { return tell(told_text(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return tell("{"); }
  bool key(string_t& value) override { return tell(told_text(value)); }
  bool end_object() override { return tell("}"); }
  bool start_array(std::size_t) override { return tell("["); }
  bool end_array() override { return tell("]"); }
  bool parse_error(std::size_t, const std::string&, const json::exception& fault) override {
    is_beyond_numbers = fault.id == number_out_of_range;
    return false;
  }

 private:
  bool tell(std::string_view what) {
    out += what;
    return true;
  }
};

std::string told(const Node& node) {
  std::string out;
  switch (node.kind()) {
    case Kind::null:
      return "null ";
    case Kind::scalar:
      if (node.is_quoted()) return told_text(std::string(node.text()));
      return node.text() == "-0" ? "0 " : std::string(node.text()) + " ";
    case Kind::sequence:
      out = "[";
      for (const Node item : node.children()) out += told(item);
      return out + "]";
    case Kind::mapping:
      out = "{";
      for (const Node key : node.children()) out += told(key) + told(key.value());
      return out + "}";
  }
  return out;
}

bool has(const Diagnostics& diagnostics, std::string_view rule) {
  return std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                     [&](const Diagnostic& fault) { return fault.rule == rule; });
}

// Why the tree, or that there is none, is not what nlohmann-json says; empty when it is.
std::string difference_to_json(const std::string& text, const std::optional<yaml::Tree>& tree,
                               const Diagnostics& diagnostics) {
  const bool is_within_limits = !has(diagnostics, "yaml/too-deep") &&
                                !has(diagnostics, "yaml/too-many-values") &&
                                !has(diagnostics, "yaml/empty");
  // To nlohmann-json a NUL is the end.
  if (!is_within_limits || text.find('\0') != std::string::npos) return {};
  Told other;
  const bool is_json = json::sax_parse(text, &other);
  if (other.is_beyond_numbers) return {};
  if (is_json != tree.has_value()) return is_json ? "refused, though JSON" : "read, though no JSON";
  if (!tree) return {};
  const std::string ours = told(tree->root());
  return ours == other.out ? std::string() : "reads " + ours + "; and " + other.out;
}

std::string show(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& fault : diagnostics.all()) {
    out += std::string(fault.rule) + "@" + std::to_string(fault.where->begin) + "-" +
           std::to_string(fault.where->end) + " ";
  }
  return out;
}

std::string broken_promise(const std::string& text, bool is_read, const Diagnostics& diagnostics) {
  if (is_read == diagnostics.has_errors() && !has(diagnostics, "yaml/duplicate-key")) {
    return is_read ? "a fault and a tree" : "refused without a fault";
  }
  const auto first = text.find_first_not_of(" \t\r\n", text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  const bool is_nothing = first == std::string::npos || text.compare(first, 4, "null") == 0;
  if (has(diagnostics, "yaml/empty") && !is_nothing) return "empty, though it is not";
  for (const Diagnostic& fault : diagnostics.all()) {
    const bool is_inside =
        fault.where && fault.where->begin <= fault.where->end && fault.where->end <= text.size();
    if (!is_inside) return "a fault outside of the text";
  }
  return {};
}

}  // namespace

// Returns that end no line are text to yaml-cpp, and blanks to JSON.
bool has_lone_returns(std::string_view text) {
  for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') return true;
  }
  return false;
}

JsonComparison compare_json(const std::string& text) {
  static yaml::JsonReader reader;  // the same for all texts, as in a batch
  SourceMap sources;
  const SourceId id = sources.add("f", text);
  Diagnostics faults;
  const auto tree = reader.parse(sources, id, faults);
  JsonComparison out{.is_read = tree.has_value(), .difference = {}};
  out.difference = broken_promise(text, out.is_read, faults);
  if (out.difference.empty()) out.difference = difference_to_json(text, tree, faults);
  if (!tree || !out.difference.empty() || has_lone_returns(text)) return out;
  Diagnostics other_faults;
  const auto other = yaml::parse(sources, id, other_faults);
  if (!other) return out;  // tabs, pairs of escapes, long keys
  out.is_read_twice = true;
  if (show(faults) != show(other_faults)) {
    out.difference = show(faults) + "; and as YAML " + show(other_faults);
  } else {
    out.difference = tree_difference(tree->root(), other->root());
  }
  return out;
}

namespace {

class Generated {
 public:
  explicit Generated(unsigned long long seed) : has_pairs_(seed % 4 == 0), random_(seed) {}

  std::string made() {
    blank();
    value(0);
    blank();
    return std::move(out_);
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  template <std::size_t N>
  std::string_view one_of(const std::array<std::string_view, N>& pieces) {
    return pieces[below(N)];
  }

  void blank() {
    static constexpr std::array<std::string_view, 8> blanks{"",   "",   "",     " ",
                                                            "  ", "\n", "\n  ", "\r\n"};
    out_ += one_of(blanks);
  }

  void text() {
    static constexpr std::array<std::string_view, 40> pieces{
        "a",    "L1-1.1.1", "bank", "option", "中文",    "😀",   " ",       "  ",
        ":",    ": ",       " #",   "#",      ",",       "[",   "]",       "{",
        "}",    "'",        "''",   "-",      "- ",      "? ",  "&",       "*",
        "!",    "|",        ">",    "%",      "@",       "~",   "null",    "true",
        "\\\"", "\\\\",     "\\n",  "\\t",    "\\u4e2d", "\\/", "\\u0041", "\\ud83d\\ude00"};
    out_ += '"';
    for (std::size_t left = below(6); left > 0; --left) {
      out_ += pieces[below(has_pairs_ ? pieces.size() : pieces.size() - 1)];
    }
    out_ += '"';
  }

  void word() {
    static constexpr std::array<std::string_view, 16> words{"0",
                                                            "-0",
                                                            "1",
                                                            "12.50",
                                                            "-3.5e+10",
                                                            "1e6",
                                                            "0.1",
                                                            "123456789012345678901",
                                                            "true",
                                                            "null",
                                                            "false",
                                                            "1E-7",
                                                            "9007199254740993",
                                                            "-1",
                                                            "10.0",
                                                            "2e0"};
    out_ += one_of(words);
  }

  void items(char open, char close, std::size_t depth) {
    out_ += open;
    blank();
    for (std::size_t left = below(depth == 0 ? 24 : 5); left > 0; --left) {
      if (open == '{') {
        text();
        out_ += below(4) == 0 ? " :" : ":";
        blank();
      }
      value(depth + 1);
      blank();
      if (left > 1) {
        out_ += ',';
        blank();
      }
    }
    out_ += close;
  }

  void value(std::size_t depth) {
    const std::size_t kind = depth == 0 ? below(2) : below(depth > 4 ? 4 : 6) + (depth > 4 ? 2 : 0);
    if (kind == 0) {
      items('{', '}', depth);
    } else if (kind == 1) {
      items('[', ']', depth);
    } else if (kind < 4) {
      text();
    } else {
      word();
    }
  }

  std::string out_;
  bool has_pairs_;  // of escapes, for one character: yaml-cpp refuses these
  std::mt19937_64 random_;
};

}  // namespace

std::string generated_json(unsigned long long seed) {
  return Generated(seed).made();
}

std::string mutate_json(std::string text, unsigned long long seed) {
  static constexpr auto pieces = std::to_array<std::string_view>({"\"",
                                                                  "\"",
                                                                  "\\",
                                                                  ",",
                                                                  ",",
                                                                  ":",
                                                                  "{",
                                                                  "}",
                                                                  "[",
                                                                  "]",
                                                                  " ",
                                                                  "\n",
                                                                  "\t",
                                                                  "\r",
                                                                  "0",
                                                                  "1",
                                                                  "-",
                                                                  ".",
                                                                  "e",
                                                                  "e5",
                                                                  "+",
                                                                  "00",
                                                                  "1.",
                                                                  ".5",
                                                                  "null",
                                                                  "true",
                                                                  "nul",
                                                                  "True",
                                                                  "NaN",
                                                                  "'",
                                                                  "//",
                                                                  "/**/",
                                                                  "#",
                                                                  "a",
                                                                  "中",
                                                                  "\xEF\xBC\x8C",
                                                                  "\\u",
                                                                  "\\ud800",
                                                                  "\\udc00",
                                                                  "\\u12",
                                                                  "\\u00e9",
                                                                  "\\x41",
                                                                  "\\0",
                                                                  "\x01",
                                                                  "\x7F",
                                                                  "\x80",
                                                                  "\xED\xA0\x80",
                                                                  "\xF0\x9F",
                                                                  "\xEF\xBB\xBF",
                                                                  "\"a\":",
                                                                  "\"a\":1,",
                                                                  "[]",
                                                                  "{}",
                                                                  "\"\"",
                                                                  ":1",
                                                                  ",\"b\":2",
                                                                  "}}",
                                                                  "]]",
                                                                  "\\\"",
                                                                  "\\\\",
                                                                  "\\ud83d\\ude00",
                                                                  "\\ud83d",
                                                                  "1e999",
                                                                  "-0"});
  std::mt19937_64 random(seed);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  for (std::size_t left = below(2) == 0 ? 1 : 1 + below(4); left > 0; --left) {
    const std::size_t at = below(text.size() + 1);
    const std::string_view piece = pieces[below(pieces.size())];
    switch (below(6)) {
      case 0:
        text.erase(at, 1);
        break;
      case 1:
        text.erase(at, 1 + below(6));
        break;
      case 2:
        text.replace(at, 1, piece);
        break;
      case 3:  // a piece from elsewhere in the text
        text.insert(at, text.substr(below(text.size() + 1), 1 + below(12)));
        break;
      case 4:  // a line that was cut off
        if (below(4) == 0) text.resize(at);
        break;
      default:
        text.insert(at, piece);
    }
  }
  return text;
}

}  // namespace assess::test
