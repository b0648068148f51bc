#include "scrambled_yaml.hpp"

#include <assess/form/scalar.hpp>

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

using form::Expectation;

struct Child {
  std::string key;  // with its colon; `-` for an item
  yaml::Node value;
  Expectation expected;
};

class Scrambler {
 public:
  Scrambler(Scramble how, std::uint32_t number) : how_(how), random_(number) {}

  std::string write(const yaml::Node& root, const Expectation& expected) {
    if (chance(4)) out_ += "\xEF\xBB\xBF";
    if (chance(3)) put_comments(0);
    if (chance(8)) {
      put_flow(root, expected);
      out_ += '\n';
    } else {
      put_block(root, expected, 0);
    }
    if (wild()) put_comments(8);
    if (chance(4)) out_.pop_back();
    return chance(4) ? with_returns() : out_;
  }

 private:
  bool chance(unsigned one_in) { return random_() % one_in == 0; }
  std::size_t below(std::size_t end) { return random_() % end; }
  bool wild() const { return how_ == Scramble::all; }

  std::string with_returns() const {
    std::string out;
    for (const char c : out_) {
      if (c == '\n') out += '\r';
      out += c;
    }
    return out;
  }

  std::string comment() {
    return "# comment " + std::to_string(++comments_) + (chance(5) ? "  " : "");
  }

  // Lines of their own. Behind a literal text only what is not indented is no part of it.
  void put_comments(std::size_t deepest) {
    if (!wild()) return;
    while (chance(3)) {
      if (chance(2)) out_ += chance(3) ? "\n\n" : "\n";
      const std::size_t indent = is_behind_literal_ ? 0 : below(deepest + 1);
      out_.append(indent, ' ').append(comment()).append("\n");
      is_behind_literal_ = false;
    }
    if (chance(6)) out_ += '\n';
  }

  void end_line() {
    if (wild() && chance(4)) out_ += " " + comment();
    if (wild() && chance(8)) out_ += "  ";
    out_ += '\n';
    is_behind_literal_ = false;
  }

  std::vector<Child> children_of(const yaml::Node& node, const Expectation& expected) {
    std::vector<Child> out;
    for (const yaml::Node child : node.children()) {
      if (node.is_mapping()) {
        out.push_back({form::scalar(child.text()) + ":", child.value(),
                       form::expect_value(expected, child.text())});
      } else {
        out.push_back({"-", child, form::expect_item(expected)});
      }
    }
    if (form::shape_of(expected, node) != nullptr) {
      for (std::size_t i = out.size(); i > 1; --i) std::swap(out[i - 1], out[below(i)]);
    }
    return out;
  }

  static bool is_full_collection(const yaml::Node& node) {
    return (node.is_mapping() || node.is_sequence()) && node.size() > 0;
  }

  void put_block(const yaml::Node& node, const Expectation& expected, std::size_t indent) {
    bool is_in_line = out_.ends_with("- ");
    for (const Child& child : children_of(node, expected)) {
      if (!is_in_line) {
        put_comments(indent + 6);
        out_.append(indent, ' ');
      }
      is_in_line = false;
      out_ += child.key;
      if (!is_full_collection(child.value) || chance(3)) {
        out_ += ' ';
        if (is_full_collection(child.value)) {
          put_flow(child.value, child.expected);
          end_line();
        } else {
          put_scalar(child.value, indent);
        }
        continue;
      }
      const bool is_item = child.key == "-";
      if (is_item && chance(2)) {
        out_ += ' ';
        put_block(child.value, child.expected, indent + 2);
        continue;
      }
      end_line();
      const bool may_stay = !is_item && child.value.is_sequence() && chance(3);
      put_block(child.value, child.expected, may_stay ? indent : indent + 1 + below(4));
    }
  }

  void put_scalar(const yaml::Node& node, std::size_t indent) {
    if (!node.is_scalar()) {
      out_ += node.is_null() ? "~" : node.is_mapping() ? "{}" : "[]";
      return end_line();
    }
    const std::string text(node.text());
    const bool has_breaks = text.find('\n') != std::string::npos;
    if (has_breaks) return put_literal(text, indent);
    if (wild() && chance(4) && put_folded(text, indent)) return;
    out_ += one_line(text);
    end_line();
  }

  std::string one_line(const std::string& text) {
    if (form::scalar(text) == text && chance(2)) return text;
    const bool is_simple = std::all_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) >= 0x20 && c != '\'';
    });
    return is_simple && chance(2) ? "'" + text + "'" : form::quoted(text);
  }

  void put_literal(const std::string& text, std::size_t indent) {
    const bool ends = text.ends_with('\n');
    out_ += ends ? "|" : "|-";
    if (wild() && chance(4)) out_ += " " + comment();
    out_ += '\n';
    const std::size_t inner = indent + 1 + below(4);
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      if (end > at) out_.append(inner, ' ').append(text, at, end - at);
      out_ += '\n';
      at = end + 1;
    }
    is_behind_literal_ = true;
  }

  // Broken at a blank between two letters. False when there is none.
  bool put_folded(const std::string& text, std::size_t indent) {
    std::size_t at = std::string::npos;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      if (text[i] == ' ' && std::isalpha(text[i - 1]) != 0 && std::isalpha(text[i + 1]) != 0)
        at = i;
    }
    if (at == std::string::npos) return false;
    const std::string left = text.substr(0, at);
    const std::string right = text.substr(at + 1);
    const std::string blanks(indent + 1 + below(4), ' ');
    if (chance(3)) {
      out_ += ">-\n" + blanks + left + "\n" + blanks + right + "\n";
      is_behind_literal_ = true;
      return true;
    }
    const std::string whole = form::quoted(text);
    const bool is_plain = form::scalar(text) == text;
    out_ += is_plain && chance(2)
                ? left + "\n" + blanks + right
                : whole.substr(0, whole.rfind(" " + form::quoted(right).substr(1))) + "\n" +
                      blanks + form::quoted(right).substr(1);
    end_line();
    return true;
  }

  // Between brackets, on one line or several.
  void break_in_flow() {
    if (wild() && chance(6)) {
      out_ += " " + comment() + "\n";
    } else if (chance(6)) {
      out_ += '\n';
    } else {
      out_ += ' ';
      return;
    }
    while (wild() && chance(4)) out_ += (chance(2) ? "\n  " : "   ") + comment() + "\n";
    out_.append(1 + below(9), ' ');
  }

  void put_flow(const yaml::Node& node, const Expectation& expected) {
    if (!is_full_collection(node)) {
      out_ += node.is_scalar() ? one_line(std::string(node.text()))
              : node.is_null() ? "~"
                               : (node.is_mapping() ? "{}" : "[]");
      return;
    }
    out_ += node.is_mapping() ? '{' : '[';
    bool is_first = true;
    for (const Child& child : children_of(node, expected)) {
      if (!is_first) out_ += ',';
      if (!is_first || chance(2)) break_in_flow();
      is_first = false;
      if (child.key != "-") out_ += child.key + " ";
      put_flow(child.value, child.expected);
    }
    if (chance(3)) break_in_flow();
    out_ += node.is_mapping() ? '}' : ']';
  }

  Scramble how_;
  std::mt19937 random_;
  std::string out_;
  int comments_ = 0;
  bool is_behind_literal_ = false;
};

}  // namespace

std::string scrambled(const yaml::Node& root, const Expectation& expected, Scramble how,
                      std::uint32_t number) {
  return Scrambler(how, number).write(root, expected);
}

}  // namespace assess::test
