// Rules about the meaning of an answer file.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <string>

namespace assess::rules {

inline constexpr Rule<std::string, std::string> answers_unknown_bank{
    {"answers/unknown-bank",
     Severity::error,
     {"找不到答卷所用的题库", "the bank of an answer file is not found"},
     {"请检查 `bank` 的拼写；题库可以放在答卷旁边，或用 `--bank 路径` 指定，或在环境变量 "
      "ASSESS_BANK_PATH 中写出它所在的文件夹",
      "check the spelling of `bank`; put the bank beside the answer file, or name it by `--bank "
      "PATH`, or its folder by the variable ASSESS_BANK_PATH"}},
    "找不到题库 `{}`；查找过：{}",
    "there is no bank `{}`; looked in: {}"};
inline constexpr Rule<std::string, std::string> answers_other_bank{
    {"answers/other-bank",
     Severity::error,
     {"答卷用的是另一个题库", "an answer file belongs to another bank"},
     {"请使用答卷所写的题库；以题库中的 `id` 为准，与文件名无关",
      "use the bank that the answer file names; the `id` in the bank counts, not the name of its "
      "file"}},
    "答卷所用的题库是 `{}`，不是 `{}`",
    "the answers are for the bank `{}`, not for `{}`"};
inline constexpr Rule<std::string, std::string, Text> answers_bank_version{
    {"answers/bank-version",
     Severity::error,
     {"题库版本不符", "the bank has another version"},
     {"请使用该版本的题库；或用 `assess migrate 文件 --to 题库` 把作答改到现有版本",
      "use a bank of that version, or carry the answers over: `assess migrate FILE --to BANK`"}},
    "答卷按题库的 `{0}` 版填写，现有的是{2} `{1}` 版",
    "the answers were given for version `{}` of the bank, and this one is `{}`{}"};
inline constexpr Rule<std::string> answers_broken_bank{
    {"answers/broken-bank",
     Severity::error,
     {"题库有错误，无法评分", "the bank has errors, so nothing can be scored"},
     {"请先用 `assess validate` 检查题库，改正其中的错误",
      "run `assess validate` on the bank and correct its errors first"}},
    "题库 `{}` 有错误",
    "the bank `{}` has errors"};
inline constexpr Rule<std::string> answers_unknown_variant{
    {"answers/unknown-variant", Severity::error, {"企业类型不存在", "an unknown variant"}, {}},
    "题库中没有企业类型 `{}`",
    "the bank has no variant `{}`"};
inline constexpr Rule<> answers_no_variants{
    {"answers/no-variants",
     Severity::error,
     {"题库不区分企业类型", "the bank has no variants"},
     {"请删除答卷中的 `variant`", "remove `variant` from the answer file"}},
    "题库不区分企业类型",
    "the bank has no variants"};
inline constexpr Rule<std::string> answers_unknown_area{
    {"answers/unknown-area",
     Severity::error,
     {"裁剪的能力项不存在", "an unknown area in `tailored`"},
     {}},
    "题库中没有能力项 `{}`",
    "the bank has no area `{}`"};
inline constexpr Rule<std::string> answers_not_tailorable{
    {"answers/not-tailorable",
     Severity::error,
     {"能力项不可裁剪", "an area that may not be tailored out"},
     {"请从 `tailored` 中去掉它，并回答其中的题目",
      "take it out of `tailored` and answer its questions"}},
    "能力项 `{}` 不可裁剪",
    "the area `{}` may not be tailored out"};
inline constexpr Rule<std::string> answers_unknown_question{
    {"answers/unknown-question",
     Severity::error,
     {"题目不存在", "an answer to a question that does not exist"},
     {"请检查题号，以及 `bank` 写的是不是要用的题库",
      "check the id, and that `bank` names the bank that was meant"}},
    "题库中没有题目 `{}`",
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
    "题目 `{}` 不能答 `n/a`（不涉及）",
    "the question `{}` cannot be answered by `n/a`"};
inline constexpr Rule<std::string, std::string> answers_tailored{
    {"answers/tailored",
     Severity::warning,
     {"已裁剪的题目有作答", "an answer to a question that is tailored out"},
     {"请删除该作答，或从 `tailored` 中去掉该能力项",
      "remove the answer, or take the area out of `tailored`"}},
    "题目 `{}` 已随能力项 `{}` 裁剪，作答不计分",
    "the question `{}` is tailored out with the area `{}`; its answer does not count"};
inline constexpr Rule<std::string, std::string> answers_out_of_scope{
    {"answers/out-of-scope",
     Severity::warning,
     {"该企业类型不涉及的题目有作答", "an answer outside the scope of the variant"},
     {"请检查 `variant`；如果无误，删除该作答",
      "look at `variant` again; if it is right, remove the answer"}},
    "企业类型 `{1}` 不涉及题目 `{0}`，作答不计分",
    "the question `{}` is not asked of the variant `{}`; its answer does not count"};
inline constexpr Rule<int, int> answers_not_counted{
    {"answers/not-counted",
     Severity::info,
     {"尚未开放的等级有作答", "answers to a level that is not open"},
     {"前一等级达到后才开放；这些作答保留在答卷中",
      "a level opens when the one before it is satisfied; the answers stay in the file"}},
    "等级 {} 尚未开放，其中的 {} 个作答不计入结果",
    "level {} is not open; answers to it that are not counted: {}"};
inline constexpr Rule<int, int, int> answers_incomplete{
    {"answers/incomplete",
     Severity::warning,
     {"有题目未作答", "questions without an answer"},
     {"未作答按 0 分计；全部答完之前，该等级不算达到",
      "questions without an answer count 0, and until all are answered the level is not "
      "satisfied"}},
    "等级 {} 的 {} 道题只答了 {} 道",
    "level {} is incomplete: of {} questions, {} answered"};
inline constexpr Rule<std::string, std::string> answers_missing_evidence{
    {"answers/missing-evidence",
     Severity::warning,
     {"缺少证据", "evidence is missing"},
     {"请列出文件或记录，例如 `{option: C, evidence: [年度计划.pdf]}`",
      "list documents or records, such as `{option: C, evidence: [plan.pdf]}`"}},
    "题目 `{}` 选 `{}` 需要证据，但没有列出",
    "the answer `{1}` to the question `{0}` needs evidence, and none is listed"};
inline constexpr Rule<std::string> answers_unknown_indicator{
    {"answers/unknown-indicator",
     Severity::error,
     {"成效类指标不存在", "an unknown indicator"},
     {}},
    "题库中没有成效类指标 `{}`",
    "the bank has no indicator `{}`"};
inline constexpr Rule<std::string> answers_uscc_form{
    {"answers/uscc-form",
     Severity::error,
     {"统一社会信用代码写法不对", "a unified social credit code of the wrong form"},
     {"代码为 18 位数字和大写字母，不含 I、O、S、V、Z，第 3 至 8 位只能是数字；常见错误是把 0 写成 "
      "O",
      "it has 18 digits and capital letters without I, O, S, V and Z, and only digits at places 3 "
      "to 8; O is often typed for 0"}},
    "`{}` 不符合统一社会信用代码的写法",
    "`{}` does not have the form of a unified social credit code"};
inline constexpr Rule<std::string, std::string> answers_uscc_check{
    {"answers/uscc-check",
     Severity::warning,
     {"统一社会信用代码校验码不符", "the check digit of a unified social credit code fails"},
     {"请与营业执照逐位核对；少数早期代码确实不符，可以忽略",
      "compare the whole code with the business licence; a few early codes really do not fit"}},
    "`{}` 的校验码不符，按前 17 位计算应为 `{}`",
    "the check digit of `{}` does not fit; computed from the first 17 it is `{}`"};

}  // namespace assess::rules
