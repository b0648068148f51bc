// Rules about the meaning of an answer file.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <string>

namespace assess::rules {

inline constexpr Rule<std::string, std::string> answers_unknown_bank{
    {"answers/unknown-bank",
     Severity::error,
     {"找不到答卷所用的题库", "the bank of an answer file is not found"},
     {"把题库放在答卷旁边，或用 `--bank 路径` / 环境变量 ASSESS_BANK_PATH 指出",
      "put the bank beside the answer file, or name it by `--bank PATH` or the variable "
      "ASSESS_BANK_PATH"}},
    "找不到题库 `{}`；查找过：{}",
    "there is no bank `{}`; looked in: {}"};
inline constexpr Rule<std::string, std::string> answers_other_bank{
    {"answers/other-bank",
     Severity::error,
     {"答卷用的是另一个题库", "an answer file belongs to another bank"},
     {"用答卷中写明的题库", "use the bank that the answer file names"}},
    "答卷属于题库 `{}`，给出的是 `{}`",
    "the answers belong to the bank `{}`, given is `{}`"};
inline constexpr Rule<std::string, std::string> answers_bank_version{
    {"answers/bank-version",
     Severity::error,
     {"题库版本不符", "the bank has another version"},
     {"使用相符版本的题库；题库版本变化后答卷需要重新核对",
      "use a bank of that version; answers must be looked at again when the bank has changed"}},
    "答卷按题库版本 `{}` 填写，现有版本为 `{}`",
    "the answers were given for version `{}` of the bank, this is `{}`"};
inline constexpr Rule<std::string> answers_broken_bank{
    {"answers/broken-bank",
     Severity::error,
     {"题库有错误，无法评分", "the bank has errors, so nothing can be scored"},
     {"先用 `assess validate` 检查题库", "look at the bank by `assess validate` first"}},
    "题库 `{}` 有错误",
    "the bank `{}` has errors"};
inline constexpr Rule<std::string> answers_unknown_variant{
    {"answers/unknown-variant", Severity::error, {"企业类型不存在", "an unknown variant"}, {}},
    "题库没有企业类型 `{}`",
    "the bank has no variant `{}`"};
inline constexpr Rule<> answers_no_variants{
    {"answers/no-variants",
     Severity::error,
     {"题库不区分企业类型", "the bank has no variants"},
     {"删除答卷中的 `variant`", "remove `variant` from the answer file"}},
    "题库不区分企业类型",
    "the bank knows no variants"};
inline constexpr Rule<std::string> answers_unknown_area{
    {"answers/unknown-area",
     Severity::error,
     {"裁剪的能力项不存在", "an unknown area is tailored"},
     {}},
    "题库没有能力项 `{}`",
    "the bank has no area `{}`"};
inline constexpr Rule<std::string> answers_not_tailorable{
    {"answers/not-tailorable",
     Severity::error,
     {"能力项不可裁剪", "an area that may not be tailored out"},
     {}},
    "能力项 `{}` 不可裁剪",
    "the area `{}` may not be tailored out"};
inline constexpr Rule<std::string> answers_unknown_question{
    {"answers/unknown-question", Severity::error, {"题目不存在", "an answer to no question"}, {}},
    "题库没有题目 `{}`",
    "the bank has no question `{}`"};
inline constexpr Rule<std::string, std::string> answers_unknown_option{
    {"answers/unknown-option", Severity::error, {"选项不存在", "an unknown option"}, {}},
    "题目 `{}` 没有选项 `{}`",
    "the question `{}` has no option `{}`"};
inline constexpr Rule<std::string> answers_not_applicable{
    {"answers/not-applicable",
     Severity::error,
     {"此处不能答“不涉及”", "`n/a` where the bank does not take it"},
     {}},
    "题目 `{}` 不能答 `n/a`",
    "the question `{}` does not take `n/a`"};
inline constexpr Rule<std::string, std::string> answers_tailored{
    {"answers/tailored",
     Severity::warning,
     {"已裁剪的题目有作答", "an answer to a question that is tailored out"},
     {"该作答不计分；删除它，或从 `tailored` 中去掉该能力项",
      "it does not count; remove it, or take the area out of `tailored`"}},
    "题目 `{}` 已随能力项 `{}` 裁剪，作答不计分",
    "the question `{}` is tailored out with the area `{}`; its answer does not count"};
inline constexpr Rule<std::string, std::string> answers_out_of_scope{
    {"answers/out-of-scope",
     Severity::warning,
     {"该企业类型不涉及的题目有作答", "an answer outside the scope of the variant"},
     {"该作答不计分；删除它，或检查 `variant`",
      "it does not count; remove it, or look at `variant` again"}},
    "企业类型 `{1}` 不涉及题目 `{0}`，作答不计分",
    "the question `{}` is not asked of the variant `{}`; its answer does not count"};
inline constexpr Rule<int, int> answers_not_counted{
    {"answers/not-counted",
     Severity::info,
     {"尚未开放的等级有作答", "answers to a level that is not open"},
     {"前一等级达标后才开放；这些作答已保留，但不计入结果",
      "a level opens when the one before it is satisfied; these answers are kept but not counted"}},
    "等级 {} 尚未开放，其中 {} 个作答不计入结果",
    "level {} is not open; its {} answers are not counted"};
inline constexpr Rule<int, int, int> answers_incomplete{
    {"answers/incomplete",
     Severity::warning,
     {"有题目未作答", "questions without an answer"},
     {"未作答按 0 分计，且该等级不能达标", "they count 0 and the level cannot be satisfied"}},
    "等级 {} 的 {} 道题只答了 {} 道",
    "level {} has {} questions, {} are answered"};
inline constexpr Rule<std::string, std::string> answers_missing_evidence{
    {"answers/missing-evidence",
     Severity::warning,
     {"缺少证据", "evidence is missing"},
     {"在 `evidence` 中列出文件或记录", "list files or records below `evidence`"}},
    "题目 `{}` 选 `{}` 需要证据",
    "the answer `{1}` to the question `{0}` asks for evidence"};
inline constexpr Rule<std::string> answers_unknown_indicator{
    {"answers/unknown-indicator",
     Severity::error,
     {"成效类指标不存在", "an unknown indicator"},
     {}},
    "题库没有成效类指标 `{}`",
    "the bank has no indicator `{}`"};
inline constexpr Rule<std::string> answers_uscc_form{
    {"answers/uscc-form",
     Severity::error,
     {"统一社会信用代码写法不对", "a unified social credit code of the wrong form"},
     {"代码为 18 位数字和大写字母，不含 I、O、S、V、Z",
      "it has 18 digits and capital letters, without I, O, S, V and Z"}},
    "`{}` 不是统一社会信用代码的写法",
    "`{}` does not have the form of a unified social credit code"};
inline constexpr Rule<std::string, std::string> answers_uscc_check{
    {"answers/uscc-check",
     Severity::warning,
     {"统一社会信用代码校验码不符", "the check digit of a unified social credit code fails"},
     {"核对营业执照；少数早期代码确实不符，可忽略",
      "compare it with the business licence; a few early codes really do not fit"}},
    "`{}` 的校验码应为 `{}`",
    "the check digit of `{}` should be `{}`"};

}  // namespace assess::rules
