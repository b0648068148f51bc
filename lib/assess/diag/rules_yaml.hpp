// Rules about the form of a file: bytes, YAML, JSON, keys and types.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <cstddef>
#include <string>

namespace assess::rules {

inline constexpr Rule<> not_utf8{
    {"yaml/not-utf8",
     Severity::error,
     {"文件不是 UTF-8", "a file is not UTF-8"},
     {"请把文件另存为 UTF-8；多半是用 GBK 或 UTF-16 保存的",
      "save the file as UTF-8; it was probably saved as GBK or UTF-16"}},
    "此处的字节不是 UTF-8 编码",
    "the bytes from here on are not UTF-8"};
inline constexpr Rule<std::string> control_character{
    {"yaml/control-character",
     Severity::error,
     {"含有控制字符", "a control character"},
     {"请删除该字符；它看不见，多半是复制粘贴带入的",
      "delete it; it cannot be seen and was probably pasted in"}},
    "此处有控制字符 {}",
    "there is a control character here, {}"};
inline constexpr Rule<> misplaced_bom{
    {"yaml/misplaced-bom",
     Severity::error,
     {"文件中间出现 BOM", "a byte order mark inside the file"},
     {"请删除该字符；BOM 只能在文件开头", "delete it; it may stand only at the start of the file"}},
    "文件中间出现字节顺序标记（U+FEFF）",
    "byte order mark (U+FEFF) inside the file"};
inline constexpr Rule<Text> syntax{
    {"yaml/syntax",
     Severity::error,
     {"不符合 YAML 语法", "not YAML"},
     {"常见原因：文本里有“冒号加空格”却没有加引号，或缩进与上面的行对不齐",
      "common causes: text with a colon and a blank in it that is "
      "not quoted, or an indentation that does not fit the lines "
      "above"}},
    "不符合 YAML 语法：{}",
    "not YAML: {}"};
inline constexpr Rule<> tab_indentation{{"yaml/tab-indentation",
                                         Severity::error,
                                         {"用制表符缩进", "a tab as indentation"},
                                         {"请把制表符换成空格", "use blanks instead"}},
                                        "缩进中有制表符",
                                        "tab in the indentation"};
inline constexpr Rule<> unclosed_quote{
    {"yaml/unclosed-quote",
     Severity::error,
     {"引号没有结束", "a quote that is never closed"},
     {"请补上结束的引号；全角引号不算", "close it; a full-width quote does not count"}},
    "从这里开始的引号一直没有结束",
    "the quote that opens here is never closed"};
inline constexpr Rule<> several_documents{
    {"yaml/several-documents",
     Severity::error,
     {"一个文件中有多个文档", "more than one document in a file"},
     {"每个文件只写一个文档；请删除 `---` 或 `...` 之后的部分，或另存为一个文件",
      "write one document per file; remove what follows `---` or `...`, or put it into a file of "
      "its own"}},
    "第一个文档结束之后还有内容",
    "there is more after the end of the first document"};
inline constexpr Rule<> alias{{"yaml/alias",
                               Severity::error,
                               {"使用了锚点或别名", "an anchor or alias"},
                               {"请把内容直接写在这里；以 `&` 或 `*` 开头的文本要加引号",
                                "write the content out; quote text that begins with `&` or `*`"}},
                              "题库和答卷不使用锚点（`&`）和别名（`*`）",
                              "anchors (`&`) and aliases (`*`) are not used in these files"};
inline constexpr Rule<std::string> tag{
    {"yaml/tag",
     Severity::error,
     {"使用了类型标签", "a type tag"},
     {"请删除标签，类型由键决定；以 `!` 开头的文本要加引号",
      "remove it, the key decides the type; quote text that begins with `!`"}},
    "题库和答卷不使用类型标签 `{}`",
    "tags such as `{}` are not used in these files"};
inline constexpr Rule<> key_not_text{{"yaml/key-not-text",
                                      Severity::error,
                                      {"键不是文本", "a key that is not text"},
                                      {"请把键写成一个词，例如字段名或题号",
                                       "write the key as one word, such as the name of a field or "
                                       "the id of a question"}},
                                     "键应为文本",
                                     "a key must be text"};
inline constexpr Rule<std::string> duplicate_key{{"yaml/duplicate-key",
                                                  Severity::error,
                                                  {"键重复", "a key occurs twice"},
                                                  {"请只保留一个", "keep one of them"}},
                                                 "键 `{}` 重复",
                                                 "the key `{}` repeats"};
inline constexpr Rule<int> too_deep{
    {"yaml/too-deep",
     Severity::error,
     {"嵌套过深", "nested too deeply"},
     {"题库和答卷用不到十几层；请检查括号和缩进",
      "banks and answer files need less than a dozen; look at the brackets and the indentation"}},
    "嵌套超过 {} 层",
    "nested more than {} deep"};
inline constexpr Rule<std::size_t> too_many_values{
    {"yaml/too-many-values",
     Severity::error,
     {"值的数量过多", "too many values"},
     {"题库可以拆成 `questions/` 下的多个文件",
      "a bank can be split into files below `questions/`"}},
    "文件中的值超过 {} 个",
    "more than {} values in one file"};
inline constexpr Rule<> empty_file{
    {"yaml/empty",
     Severity::error,
     {"文件没有内容", "a file is empty"},
     {"题库以 `schema: assess/bank/1` 开头，答卷以 `schema: assess/answers/1` 开头",
      "a bank begins with `schema: assess/bank/1`, an answer file with `schema: "
      "assess/answers/1`"}},
    "文件没有内容",
    "the file has no content"};
inline constexpr Rule<Text> not_a_mapping{
    {"yaml/not-a-mapping",
     Severity::error,
     {"应为键值结构", "keys and values are expected"},
     {"冒号用半角，后面加空格", "put a half-width colon and a blank between key and value"}},
    "{}应写成 `键: 值` 的形式",
    "{} must be written as `key: value`"};
inline constexpr Rule<std::string> not_a_list{
    {"yaml/not-a-list",
     Severity::error,
     {"应为列表", "a list is expected"},
     {"每项以 `- ` 开头，或写成 `[a, b]`", "begin each item with `- `, or write `[a, b]`"}},
    "`{}` 应为列表",
    "`{}` must be a list"};
inline constexpr Rule<std::string, Text> unknown_key{
    {"yaml/unknown-key",
     Severity::error,
     {"未知的键", "an unknown key"},
     {"请检查拼写和缩进", "check the spelling and the indentation"}},
    "{1}没有 `{0}` 这个键",
    "unknown key `{}` in {}"};
inline constexpr Rule<std::string, Text> missing_key{
    {"yaml/missing-key",
     Severity::error,
     {"缺少必需的键", "a required key is missing"},
     {"请补上这个键和它的值；只写键而没有值也算缺少",
      "add it with a value; a key without a value counts as missing"}},
    "{1}缺少键 `{0}`",
    "missing key `{}` in {}"};
inline constexpr Rule<std::string, Text, std::string> wrong_type{
    {"yaml/type", Severity::error, {"值的类型不对", "a value of the wrong type"}, {}},
    "`{}` 应为{}，而不是 `{}`",
    "`{}` must be {}, not `{}`"};
inline constexpr Rule<std::string, std::string> ambiguous_text{
    {"yaml/ambiguous-text",
     Severity::warning,
     {"文本看起来像别的类型", "text that looks like something else"},
     {"请加上引号；assess 按原样当作文本", "quote it; assess takes it as the text that it is"}},
    "`{}` 的值 `{}` 没有加引号，有的程序会当作别的类型",
    "the text of `{}`, `{}`, is not quoted and means something else to some programs"};
inline constexpr Rule<std::string> wrong_schema{
    {"yaml/schema",
     Severity::error,
     {"不支持的 `schema`", "an unknown `schema`"},
     {"题库为 `assess/bank/1`，答卷为 `assess/answers/1`；数字更大的需要更新的 assess",
      "a bank has `assess/bank/1`, an answer file `assess/answers/1`; a higher number needs a "
      "newer assess"}},
    "不支持的 schema `{}`",
    "unknown schema `{}`"};
inline constexpr Rule<Text> json_syntax{
    {"json/syntax",
     Severity::error,
     {"不符合 JSON 语法", "not JSON"},
     {"文本和键都写在半角双引号内；最后一项后面没有逗号，也不能写注释",
      "text and keys stand in straight double quotes; no comma stands behind the last item, and "
      "there are no comments"}},
    "不符合 JSON 语法：{}",
    "not JSON: {}"};

}  // namespace assess::rules
