// Rules about the world and the run: files, options, gates, the report.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <cstddef>
#include <string>

namespace assess::rules {

inline constexpr Rule<std::string, Text> cannot_read{
    {"io/cannot-read",
     Severity::error,
     {"文件无法读取", "a file cannot be read"},
     {"请检查路径和读取权限", "check the path and the permission to read it"}},
    "无法读取 `{}`：{}",
    "cannot read `{}`: {}"};
inline constexpr Rule<std::string, Text> not_a_file{
    {"io/not-a-file",
     Severity::error,
     {"路径不是普通文件", "a path is not a regular file"},
     {"请给出普通文件；要从管道读取，用 `-` 代表标准输入",
      "name a regular file; to read from a pipe, use `-` for standard input"}},
    "`{}` 不是普通文件，而是{}",
    "`{}` is not a regular file but {}"};
inline constexpr Rule<std::string, std::size_t> too_large{
    {"io/too-large",
     Severity::error,
     {"文件过大", "a file is too large"},
     {"题库和答卷不会这么大；请检查是否给错了文件",
      "no bank and no answer file is this large; check that this is the right file"}},
    "`{}` 超过 {} 字节的上限",
    "`{}` is larger than the limit of {} bytes"};
inline constexpr Rule<std::string, Text> cannot_write{
    {"io/cannot-write",
     Severity::error,
     {"输出无法写入", "output cannot be written"},
     {"请换一个可写的位置，或腾出磁盘空间；原有文件没有被替换",
      "choose a place that can be written, or free some space; no file there was replaced"}},
    "无法写入 `{}`：{}",
    "cannot write `{}`: {}"};
inline constexpr Rule<std::string> no_such_input{
    {"io/no-such-input",
     Severity::error,
     {"输入路径不存在", "an input path does not exist"},
     {"请检查拼写；通配符至少要匹配一个文件，除非使用 `--allow-empty`",
      "check the spelling; a pattern must match at least one file unless `--allow-empty` is "
      "given"}},
    "没有与 `{}` 对应的文件或文件夹",
    "no file or folder matches `{}`"};
inline constexpr Rule<std::string> no_answers{
    {"io/no-answers",
     Severity::error,
     {"没有找到答卷", "no answer files are found"},
     {"答卷是写有 `schema: assess/answers/1` 的 .yaml 文件；允许没有输入时用 `--allow-empty`",
      "answer files are .yaml files with `schema: assess/answers/1`; `--allow-empty` lets a run "
      "have no input"}},
    "`{}` 中没有答卷",
    "there are no answer files in `{}`"};
inline constexpr Rule<std::string> nothing_to_validate{
    {"io/nothing-to-validate",
     Severity::error,
     {"没有找到题库或答卷", "neither banks nor answer files are found"},
     {"文件的 `schema` 键说明它是什么：题库为 `assess/bank/1`，答卷为 `assess/answers/1`",
      "the key `schema` says what a file is: `assess/bank/1` for a bank, `assess/answers/1` for an "
      "answer file"}},
    "`{}` 中没有题库，也没有答卷",
    "there are no banks or answer files in `{}`"};

inline constexpr Rule<std::string> no_bank_files{
    {"io/no-bank-files",
     Severity::error,
     {"没有找到题库的文件", "no files of a question bank are found"},
     {"题库写有 `schema: assess/bank/1`；题目文件是题目的列表；允许没有输入时用 `--allow-empty`",
      "a bank has `schema: assess/bank/1`, a question file is a list of questions; "
      "`--allow-empty` lets a run have no input"}},
    "`{}` 中没有题库的文件",
    "`{}` holds no files of a question bank"};
inline constexpr Rule<std::string, Text> cannot_resume{
    {"run/cannot-resume",
     Severity::error,
     {"中断的批量评分无法继续", "a batch that was cut short cannot go on"},
     {"用原来的输入和选项继续；重新开始请用 `-o`",
      "go on with the inputs and options of the first run; to begin again, use `-o`"}},
    "`{}` 无法继续：{}",
    "`{}` cannot be resumed: {}"};
inline constexpr Rule<Text> cli_usage{
    {"cli/usage",
     Severity::error,
     {"命令行用法不对", "a command line that cannot be used"},
     {"`assess 命令 --help` 显示用法", "`assess COMMAND --help` shows how a command is used"}},
    "{}",
    "{}"};
inline constexpr Rule<std::string> cli_unknown_command{
    {"cli/unknown-command",
     Severity::error,
     {"命令不存在", "an unknown command"},
     {"`assess --help` 列出所有命令", "`assess --help` lists all commands"}},
    "未知的命令 `{}`",
    "unknown command `{}`"};
inline constexpr Rule<std::string> cli_unknown_option{
    {"cli/unknown-option",
     Severity::error,
     {"选项不存在", "an unknown option"},
     {"`assess 命令 --help` 列出所有选项", "`assess COMMAND --help` lists all options"}},
    "未知的选项 `{}`",
    "unknown option `{}`"};
inline constexpr Rule<std::string, Text, std::string> cli_bad_value{
    {"cli/bad-value",
     Severity::error,
     {"选项的值不对", "an option with a value it cannot take"},
     {}},
    "`{}` 应为{}，而不是 `{}`",
    "`{}` takes {}, not `{}`"};
inline constexpr Rule<std::string> cli_unknown_rule{
    {"cli/unknown-topic",
     Severity::error,
     {"没有这条规则或题目", "neither a rule nor a question"},
     {"`assess explain --all` 列出所有规则", "`assess explain --all` lists all rules"}},
    "没有名为 `{}` 的规则或题目",
    "there is no rule and no question `{}`"};
inline constexpr Rule<std::string, std::string> cli_unknown_area{
    {"cli/unknown-area",
     Severity::error,
     {"题库没有这个能力项", "an area that the bank does not have"},
     {"请给出能力项的标识、编号（如 5.4）或名称；`assess bank show 题库` 列出它们",
      "name an area by its id, its number such as 5.4, or its title; `assess bank show BANK` lists "
      "them"}},
    "能力项 `{}` 在题库 `{}` 中不存在",
    "there is no area `{}` in the bank `{}`"};
inline constexpr Rule<std::string, std::string> cli_unknown_bank{
    {"cli/unknown-bank",
     Severity::error,
     {"找不到题库", "a bank is not found"},
     {"请给出题库文件夹的路径，或它的标识；`assess bank list` 列出能找到的题库",
      "name the folder of a bank, or its id; `assess bank list` lists those that are found"}},
    "找不到题库 `{}`；查找过：{}",
    "there is no bank `{}`; looked in: {}"};

inline constexpr Rule<std::size_t, std::size_t> too_many_faults{
    {"run/too-many-faults",
     Severity::info,
     {"问题太多，未全部列出", "too many faults to list them all"},
     {"请先改正已列出的问题，再运行一次", "correct those listed and run again"}},
    "只保留前 {} 个问题，另有 {} 个没有保留",
    "only the first {} faults are kept, {} more are not"};
inline constexpr Rule<std::string> unknown_gate_area{
    {"run/unknown-gate-area",
     Severity::error,
     {"门槛引用的能力项不存在", "a gate names an area that the bank does not have"},
     {"`assess bank show 题库` 列出能力项的标识",
      "`assess bank show BANK` lists the ids of the areas"}},
    "`--min` 中的能力项 `{}` 在题库中不存在",
    "`--min` names the area `{}`, which the bank does not have"};
inline constexpr Rule<Text, std::string, std::string, std::string> gate_missed{
    {"gate/missed", Severity::error, {"未达到门槛", "a gate is missed"}, {}},
    "{}：实际 {}，要求 {} {}",
    "{}: got {}, wanted {} {}"};

inline constexpr Rule<std::string> no_font{
    {"report/no-font",
     Severity::error,
     {"找不到可用的中文字体", "no usable Chinese font is found"},
     {"请安装软件包 fonts-wqy-microhei，或用 `--font 文件` / 环境变量 ASSESS_FONT 指定一个 "
      "TrueType "
      "字体",
      "install the package fonts-wqy-microhei, or name a TrueType font by `--font FILE` or the "
      "variable ASSESS_FONT"}},
    "没有可用的字体；查找过：{}",
    "there is no usable font; looked at: {}"};
inline constexpr Rule<std::string, Text> unusable_font{
    {"report/unusable-font",
     Severity::error,
     {"指定的字体不能用", "the font that was named cannot be used"},
     {"请指定带 TrueType 轮廓（glyf 表）的 .ttf 或 .ttc 字体，例如 fonts-wqy-microhei",
      "name a .ttf or .ttc font with TrueType outlines (a glyf table), such as "
      "fonts-wqy-microhei"}},
    "字体 `{}` 不能用：{}",
    "the font `{}` cannot be used: {}"};
inline constexpr Rule<std::string, std::string> missing_glyph{
    {"report/missing-glyph",
     Severity::warning,
     {"字体缺少某个字符", "a character that no font has"},
     {"报告中该字符画成方框；可以用 `--font` 依次指定平时的字体和包含它的字体",
      "the report shows a box in its place; name by `--font` the usual font, then one that has "
      "it"}},
    "没有字体包含字符 U+{}，它出现在“{}”中",
    "no font has the character U+{}, which occurs in \"{}\""};
inline constexpr Rule<std::string, Text> unusable_logo{
    {"report/unusable-logo",
     Severity::error,
     {"指定的标志图片不能用", "the picture that was named as a logo cannot be used"},
     {"请指定一个 PNG 文件", "name a PNG file"}},
    "标志图片 `{}` 不能用：{}",
    "the logo `{}` cannot be used: {}"};
inline constexpr Rule<std::size_t, std::string> layout_overlap{
    {"report/overlap",
     Severity::warning,
     {"报告中有内容重叠或超出页面", "something in the report overlaps or leaves the page"},
     {"这是程序的缺陷，请连同答卷一起反馈", "report this as a defect, with the answer file"}},
    "第 {} 页的“{}”与其他文字重叠，或超出页面",
    "page {}: \"{}\" overlaps other text or leaves the page"};
inline constexpr Rule<std::string> cannot_draw{
    {"report/cannot-draw",
     Severity::error,
     {"PDF 无法生成", "the PDF cannot be made"},
     {"这是程序的缺陷，请连同答卷一起反馈", "report this as a defect, with the answer file"}},
    "PDF 库报告错误 {}",
    "the PDF library reports error {}"};

}  // namespace assess::rules
