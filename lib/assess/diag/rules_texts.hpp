// Rules about the texts of a question bank: for authors, told by `validate` alone.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <string>

namespace assess::rules {

inline constexpr Rule<std::string, std::string, Text> bank_outer_space{
    {"bank/outer-space",
     Severity::warning,
     {"文本首尾有空白", "a text with a blank at its start or end"},
     {"请删除这些空白，全角空格也算", "delete it; a full-width blank counts too"}},
    "`{1}` 的 `{0}` 文本{2}有空白",
    "the `{}` text of `{}` {} with a blank"};
inline constexpr Rule<std::string> bank_bidi_control{
    {"bank/bidi-control",
     Severity::error,
     {"含有改变文字方向的控制符", "a character that changes the direction of text"},
     {"请删除该字符；中英文用不到它，它会让读者看到的内容与实际不同",
      "delete it; Chinese and English have no use for it, and with it readers see something else "
      "than what is written"}},
    "此处有改变文字方向的控制符 {}",
    "there is a character here that changes the direction of text, {}"};
inline constexpr Rule<Text, std::string> bank_invisible_character{
    {"bank/invisible-character",
     Severity::warning,
     {"含有看不见或无法显示的字符", "a character that cannot be seen or shown"},
     {"请删除该字符，或换成本来的文字；多半是从网页或文档复制带入的",
      "delete it, or write what was meant; it was probably pasted in from a web page or a "
      "document"}},
    "此处有{} {}",
    "there is {} here, {}"};
inline constexpr Rule<Text, std::string, std::string> bank_mixed_punctuation{
    {"bank/mixed-punctuation",
     Severity::warning,
     {"中英文标点混用", "punctuation of the other language"},
     {"中文之间用全角标点，英文中用半角标点",
      "use full-width punctuation between Chinese characters, and half-width in English"}},
    "{0} `{1}`，应为 `{2}`",
    "{} `{}` where `{}` is expected"};
inline constexpr Rule<std::string> bank_identical_translation{
    {"bank/identical-translation",
     Severity::warning,
     {"中英文文本相同", "a text that is the same in both languages"},
     {"请翻译其中一个；两种语言确实相同的名称，可以用注释 `# assess: "
      "ignore[bank/identical-translation] -- 理由` 说明",
      "translate one of the two; for a name that is the same in both, say so by the comment "
      "`# assess: ignore[bank/identical-translation] -- REASON`"}},
    "`{}` 的中文和英文文本完全相同",
    "the Chinese and the English text of `{}` are the same"};
inline constexpr Rule<std::string, std::string, Text> bank_wrong_language{
    {"bank/wrong-language",
     Severity::warning,
     {"文本不是所标的语言", "a text in another language than it says"},
     {"请译成所标的语言；也请检查 `zh` 和 `en` 是否写反",
      "translate it; also check whether `zh` and `en` were swapped"}},
    "`{1}` 的 `{0}` 文本{2}",
    "the `{}` text of `{}` {}"};
inline constexpr Rule<Text, Text, Text> bank_similar_texts{
    {"bank/similar-texts",
     Severity::warning,
     {"两道题或两个选项几乎相同", "two questions or two options that say almost the same"},
     {"请删除其中一个，或写清两者的区别", "remove one of the two, or say how they differ"}},
    "{0} 与{1} 的文字{2}",
    "{0} says {2} {1}"};

}  // namespace assess::rules
