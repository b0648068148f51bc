#include <assess/yaml/syntax_words.hpp>

#include <array>

namespace assess::yaml {
namespace {

struct Known {
  std::string_view message;  // of yaml-cpp, or how it begins
  Words words;
};

constexpr std::array known{
    Known{"end of map not found",
          {"键值结构没有正常结束，检查缩进",
           "the keys and values end in the wrong place; look at the indentation"}},
    Known{"end of map flow not found", {"花括号 `{` 没有结束", "the brace `{` is never closed"}},
    Known{"end of sequence not found",
          {"列表没有正常结束，检查缩进",
           "the list ends in the wrong place; look at the indentation"}},
    Known{"end of sequence flow not found",
          {"方括号 `[` 没有结束", "the bracket `[` is never closed"}},
    Known{"illegal map value", {"这里不能出现冒号", "a colon cannot stand here"}},
    Known{"illegal map key", {"这里不能出现键", "a key cannot stand here"}},
    Known{"illegal block entry", {"这里不能出现列表项", "a list item cannot stand here"}},
    Known{"illegal flow end", {"多余的右括号", "a closing bracket without an opening one"}},
    Known{"illegal EOF in scalar", {"引号没有结束", "a quote is never closed"}},
    Known{"illegal document indicator in scalar", {"引号没有结束", "a quote is never closed"}},
    Known{"illegal character in scalar",
          {"文本中有不能使用的字符", "a character that cannot stand in plain text"}},
    Known{"illegal tab", {"缩进中有制表符", "a tab in the indentation"}},
    Known{"unknown escape character", {"未知的转义字符", "an unknown escape"}},
    Known{"bad character found while scanning hex number",
          {"转义中的十六进制数写错", "a wrong digit in an escape"}},
    Known{"invalid unicode", {"转义不是有效字符", "an escape that is no character"}},
    Known{"unknown token",
          {"这里不能出现这个字符；如果它属于文本，请给文本加引号",
           "this character cannot stand here; if it belongs to a text, quote the text"}},
    Known{"the referenced anchor is not defined",
          {"不使用别名（`*`）", "aliases (`*`) are not used here"}},
    Known{"alias not found after *",
          {"文本以 `*` 开头时要加引号", "text that begins with `*` must be quoted"}},
    Known{"anchor not found after &",
          {"文本以 `&` 开头时要加引号", "text that begins with `&` must be quoted"}},
    Known{"unexpected character in block scalar",
          {"`|` 或 `>` 后面有多余的字符", "something stands behind `|` or `>`"}},
};

}  // namespace

Text syntax_words(std::string_view message) {
  for (const Known& entry : known) {
    if (message.starts_with(entry.message)) return entry.words.text();
  }
  return {std::string(message), std::string(message)};
}

}  // namespace assess::yaml
