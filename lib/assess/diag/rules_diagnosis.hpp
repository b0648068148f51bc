// Rules about a self-diagnosis under way: its seals, its steps, and the file it is kept in.
#pragma once

#include <assess/diag/diagnostic.hpp>

namespace assess::rules {

inline constexpr Rule<int, Text, std::string, std::string> seal_changed{
    {"seal/changed",
     Severity::error,
     {"已提交的内容被改动", "something that was submitted has been changed"},
     {"改回原值，或用 `assess new --from 文件` 以这些答案开始新的自诊断",
      "change it back, or begin a new diagnosis with these answers: `assess new --from FILE`"}},
    "等级 {} 已提交，但{}由 `{}` 改为 `{}`",
    "level {} was submitted, and {} has been changed from `{}` to `{}`"};
inline constexpr Rule<Text> seal_broken{
    {"seal/broken",
     Severity::error,
     {"封存记录不可信", "a seal that does not hold"},
     {"恢复备份，或用 `assess new --from 文件` 以这些答案开始新的自诊断",
      "go back to a copy, or begin a new diagnosis with these answers: `assess new --from FILE`"}},
    "{}",
    "{}"};
inline constexpr Rule<int, std::size_t, std::string> diagnosis_incomplete{
    {"diagnosis/incomplete",
     Severity::error,
     {"等级没有答完，不能提交", "a level that is not answered cannot be submitted"},
     {"答完这些题目再提交；`assess fill 文件` 逐题作答",
      "answer them and submit again; `assess fill FILE` asks one after the other"}},
    "等级 {} 还有 {} 道题没有作答：{}",
    "questions of level {} without an answer, {} in all: {}"};
inline constexpr Rule<Text> diagnosis_indicators{
    {"diagnosis/indicators",
     Severity::error,
     {"成效类指标没有填全", "indicators are not filled in"},
     {"数值和公式都不能为空；不适用的，数值填 0 或“无”，公式填“无”",
      "neither value nor formula may be empty; where one does not apply, the value is 0 "
      "and the formula `none`"}},
    "以下成效类指标没有填全：{}",
    "these indicators are not filled in: {}"};
inline constexpr Rule<std::string> diagnosis_finished{
    {"diagnosis/finished",
     Severity::error,
     {"自诊断已经完成", "the diagnosis is finished"},
     {"要再诊断一次，用 `assess new --from 文件` 开始新的自诊断",
      "to diagnose again, begin a new one: `assess new --from FILE`"}},
    "这份自诊断已于 {} 完成",
    "this diagnosis was finished on {}"};
inline constexpr Rule<Text> diagnosis_sealed{
    {"diagnosis/sealed",
     Severity::error,
     {"已提交的自诊断不能改到新版题库", "what was submitted is not carried to another version"},
     {"已提交的内容是记录，保持不变；要用新版题库接着做，用 `--reopen -o 新文件` 另存一份",
      "what was submitted is a record and stays; to go on with the new version, make a new file: "
      "`--reopen -o FILE`"}},
    "{}",
    "{}"};
inline constexpr Rule<std::string> form_cannot_edit{
    {"form/cannot-edit",
     Severity::error,
     {"答卷不能就地修改", "an answer file that cannot be changed in place"},
     {"文件没有改动；请用编辑器改，或用 `assess new --from 文件` 写一份新的",
      "the file was left as it is; edit it by hand, or write a new one: `assess new --from FILE`"}},
    "无法在不影响其他内容的情况下改动{}",
    "{} cannot be changed without touching something else"};
inline constexpr Rule<std::string> form_exists{
    {"form/exists",
     Severity::error,
     {"文件已经存在", "a file that is already there"},
     {"换一个文件名；已有的答卷用 `assess fill` 继续填",
      "choose another name; go on with an answer file by `assess fill`"}},
    "`{}` 已经存在，没有覆盖",
    "`{}` is already there and was not overwritten"};
inline constexpr Rule<std::string, std::string> form_changed{
    {"form/changed-meanwhile",
     Severity::error,
     {"填写期间文件被别的程序改动", "the file was changed by someone else meanwhile"},
     {"比较两个文件，把需要的内容并到一个里再继续",
      "compare the two files, bring what is wanted into one, and go on with it"}},
    "`{}` 被别的程序改动过，没有覆盖；这里的内容存为 `{}`",
    "`{}` was changed by another program and was not overwritten; what was here is in `{}`"};
inline constexpr Rule<std::string> form_in_use{
    {"form/in-use",
     Severity::error,
     {"文件正被另一个 assess 使用", "the file is in use by another assess"},
     {"先退出另一个 `assess fill`", "leave the other `assess fill` first"}},
    "`{}` 正被另一个 assess 填写",
    "`{}` is being filled in by another assess"};
inline constexpr Rule<std::string> form_not_a_bank{
    {"form/not-a-bank",
     Severity::error,
     {"文件不是题库的一部分", "a file that is no part of a question bank"},
     {"题库写有 `schema: assess/bank/1`；题目文件是题目的列表，每题有 `id` 和 `area`",
      "a bank has `schema: assess/bank/1`; a question file is a list of questions with `id` and "
      "`area`"}},
    "`{}` 既不是题库，也不是题目文件",
    "`{}` is neither a bank nor a question file"};
inline constexpr Rule<std::string> form_cannot_format{
    {"form/cannot-format",
     Severity::error,
     {"文件不能排版", "a file that cannot be formatted"},
     {"文件没有改动；这是 assess 的缺陷，请连同文件一起报告",
      "the file was left as it is; this is a defect in assess, please report it with the file"}},
    "`{}` 排版后内容会变",
    "`{}` would not say the same once formatted"};
inline constexpr Rule<Text> cli_no_terminal{
    {"cli/no-terminal",
     Severity::error,
     {"需要终端，而这里没有", "a terminal is needed, and there is none"},
     {}},
    "{}",
    "{}"};

}  // namespace assess::rules
