// Rules that `validate` alone looks at: whether a bank without faults measures what its author
// meant, and what an answer file says beyond its answers.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <cstddef>
#include <string>

namespace assess::rules {

inline constexpr Rule<int, int> bank_unreachable_level{
    {"bank/unreachable-level",
     Severity::warning,
     {"等级永远达不到", "a level that nobody can attain"},
     {"请为没有题目的等级编写题目，或去掉该等级、重新编号",
      "write questions for the level that has none, or take it out and number the levels anew"}},
    "等级 {} 永远达不到：前面的等级 {} 没有题目",
    "level {} can never be attained: level {} before it asks nothing"};
inline constexpr Rule<std::string, std::string> bank_variant_without_level{
    {"bank/variant-without-level",
     Severity::warning,
     {"某个企业类型下等级没有题目", "a level that asks nothing under one variant"},
     {"没有题目的等级无法达到；请给该等级的某个能力项加上这一企业类型的权重，或补上题目",
      "a level that asks nothing cannot be attained; give an area of that level a weight for the "
      "variant, or write questions for it"}},
    "在企业类型 `{}` 下，等级 {} 没有题目",
    "under the variant `{}` nothing is asked at level {}"};
inline constexpr Rule<int, Text, Text> bank_constant_level{
    {"bank/constant-level",
     Severity::warning,
     {"等级结果与作答无关", "a level that no answer can change"},
     {"请检查达标线、选项分值、权重和 `empty_area`",
      "look at the threshold, the scores of the options, the weights and `empty_area`"}},
    "{2}无论怎么作答，等级 {0} 都{1}",
    "level {} {}, whatever is answered{}"};
inline constexpr Rule<Text, Text> bank_tailoring_empties_bank{
    {"bank/tailoring-empties-bank",
     Severity::warning,
     {"裁剪后可能一道题也不剩", "tailoring may leave nothing to ask"},
     {"请至少保留一个不可裁剪、有权重和题目的能力项",
      "leave at least one area with a weight and questions that may not be tailored out"}},
    "{0}裁剪 {1} 后，所有等级都没有题目",
    "with {1} tailored out nothing is left to ask{0}"};
inline constexpr Rule<Text, Text, int> bank_tailoring_empties_level{
    {"bank/tailoring-empties-level",
     Severity::warning,
     {"裁剪后可能有等级没有题目", "tailoring may leave a level nothing to ask"},
     {"没有题目的等级无法达到；请为不可裁剪的能力项编写该等级的题目，或取消其中一项的 `tailorable`",
      "a level that asks nothing cannot be attained; write questions of that level for an area "
      "that "
      "stays, or take `tailorable` from one of these"}},
    "{0}裁剪 {1} 后，等级 {2} 没有题目",
    "with {1} tailored out nothing is left to ask at level {2}{0}"};
inline constexpr Rule<std::string, std::size_t> bank_area_without_variant{
    {"bank/area-without-variant",
     Severity::warning,
     {"任何企业类型都不包含的能力项", "an area that no variant has"},
     {"请给它（和它的上级）写上权重，或删除它和其中的题目",
      "give it and the areas above it a weight, or remove it with its questions"}},
    "没有任何企业类型包含能力项 `{}`，其中的题目从不出现，共 {} 道",
    "no variant has the area `{}`; its questions are never asked, {} in all"};
inline constexpr Rule<std::string, std::size_t> bank_weightless_area{
    {"bank/weightless-area",
     Severity::warning,
     {"能力项的权重为 0", "an area that weighs nothing"},
     {"请给它（和它的上级）大于 0 的权重；如果某个企业类型没有这项业务，就不写权重",
      "give it and the areas above it a weight over 0; where a variant does not have it, write no "
      "weight"}},
    "能力项 `{}` 权重为 0：其中 {} 道题必须作答，却不影响得分",
    "the area `{}` weighs 0: its questions must be answered and change no score, {} in all"};
inline constexpr Rule<std::string, std::string, std::string, std::size_t> bank_lowest_score{
    {"bank/lowest-score",
     Severity::warning,
     {"最低选项的分值大于 0", "a lowest option that scores more than 0"},
     {"请把最低选项的分值设为 0，否则什么都没做到的企业也有得分",
      "let the lowest option score 0; otherwise an enterprise that does nothing has a score"}},
    "题目 `{1}` 的最低选项 `{0}` 分值为 {2}，不是 0；这样的题目共 {3} 道",
    "option `{}`, the lowest of the question `{}`, scores {} and not 0; questions like it: {}"};
inline constexpr Rule<Text, std::string, std::string> bank_similar_id{
    {"bank/similar-id",
     Severity::warning,
     {"标识只有大小写不同", "two ids that differ only in capital letters"},
     {"请改得更好区分；答卷中容易写错，有的系统也不区分大小写",
      "make them easier to tell apart; people mistake one for the other, and some systems do not "
      "tell capital letters"}},
    "{0}的标识 `{1}` 与 `{2}` 只有大小写不同",
    "the {} id `{}` differs from `{}` only in capital letters"};

inline constexpr Rule<std::string, std::string, std::string> answers_evidence_not_found{
    {"answers/evidence-not-found",
     Severity::warning,
     {"找不到证据文件", "a file named as evidence is not there"},
     {"路径从答卷所在的文件夹算起", "a path is taken from the folder of the answer file"}},
    "题目 `{}` 的证据 `{}` 找不到，查找的是 `{}`",
    "the evidence for the question `{}`, `{}`, is not there; looked for `{}`"};
inline constexpr Rule<std::size_t, std::size_t, Text> answers_missing_indicators{
    {"answers/missing-indicators",
     Severity::warning,
     {"成效类指标没有填全", "indicators are not filled in"},
     {"填全后再提交一次即可完成；不适用的，数值填 0 或“无”，公式填“无”",
      "fill them in and submit once more to finish; where one does not apply, the value is 0 and "
      "the formula `none`"}},
    "等级部分已经结束，{1} 个成效类指标还有 {0} 个没有填全：{2}",
    "the levels are done, and indicators are not filled in, {} of {}: {}"};
inline constexpr Rule<std::string, Text> answers_industry_code{
    {"answers/industry-code",
     Severity::warning,
     {"行业代码不对", "not an industry code of GB/T 4754"},
     {"代码为门类字母加 2 到 4 位数字，例如通用设备制造业的 `C34`、`C3484`；写错的不计入同行比较",
      "a code is the letter of a section and two to four digits, such as `C34` or `C3484` for "
      "general "
      "machinery; with another one the enterprise is compared with no industry"}},
    "`{}` 不是 GB/T 4754-2017 的行业代码：{}",
    "`{}` is no industry code of GB/T 4754-2017: {}"};
inline constexpr Rule<std::string> answers_unknown_size{
    {"answers/unknown-size",
     Severity::warning,
     {"企业规模不对", "an unknown size of enterprise"},
     {"可选：`大型`、`中型`、`小型`、`微型`", "choose from: `large`, `medium`, `small`, `micro`"}},
    "企业规模 `{}` 不是大型、中型、小型、微型之一",
    "the size `{}` is none of the four classes of enterprises"};
inline constexpr Rule<Text, std::string, std::string> answers_size_revenue{
    {"answers/size-revenue",
     Severity::warning,
     {"企业规模与销售收入矛盾", "a size that the revenue rules out"},
     {"请核对两项；收入以万元为单位，工业企业的规模按国统字〔2017〕213号同时看从业人员和营业收入",
      "look at both; revenue is given in 10,000 CNY, and an industrial enterprise needs both the "
      "employees and the revenue of its class"}},
    "工业企业达到{}至少要有 {} 万元营业收入，而这里是 {} 万元",
    "an industrial enterprise of the size {} has a revenue of at least {} (10,000 CNY), and here "
    "it "
    "is {}"};
inline constexpr Rule<Text> answers_enterprise_gaps{
    {"answers/enterprise-gaps",
     Severity::info,
     {"已完成的自诊断缺少企业信息", "a finished diagnosis with gaps in the enterprise block"},
     {"可以补填，不影响封存；历史记录按统一社会信用代码区分企业，同行比较按行业和规模分组",
      "they may still be filled in, the seal does not cover them; a history tells enterprises "
      "apart "
      "by `uscc`, and comparisons go by `industry` and `size`"}},
    "企业信息没有填写：{}",
    "the enterprise block does not say: {}"};

}  // namespace assess::rules
