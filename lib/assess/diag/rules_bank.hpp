// Rules about the meaning of a question bank.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <cstddef>
#include <string>

namespace assess::rules {

inline constexpr Rule<Text, std::string> bank_bad_id{
    {"bank/bad-id",
     Severity::error,
     {"标识写法不对", "an id of the wrong form"},
     {"标识以字母或数字开头，由字母、数字、`.`、`-`、`_` 组成",
      "an id begins with a letter or digit and consists of letters, digits, `.`, `-` and `_`"}},
    "{}标识 `{}` 的写法不对",
    "the {} id `{}` has the wrong form"};
inline constexpr Rule<Text, std::string> bank_duplicate_id{
    {"bank/duplicate-id",
     Severity::error,
     {"标识重复", "two things have the same id"},
     {"给每一个不同的标识；答卷按标识引用", "give each its own id; answer files refer to them"}},
    "{}标识 `{}` 重复",
    "the {} id `{}` repeats"};
inline constexpr Rule<std::string> bank_unknown_area{
    {"bank/unknown-area",
     Severity::error,
     {"引用的能力项不存在", "a reference to an area that does not exist"},
     {}},
    "没有能力项 `{}`",
    "there is no area `{}`"};
inline constexpr Rule<std::string> bank_not_a_leaf{
    {"bank/not-a-leaf",
     Severity::error,
     {"题目挂在了非末级的能力项上", "a question belongs to an area that has areas below it"},
     {"题目只能属于最末一级（能力子域）", "questions belong to the lowest areas only"}},
    "能力项 `{}` 还有下级，不能直接挂题目",
    "the area `{}` has areas below it and cannot hold questions"};
inline constexpr Rule<std::string> bank_unknown_level{
    {"bank/unknown-level",
     Severity::error,
     {"引用的等级不存在", "a reference to a level that does not exist"},
     {"等级在 bank.yaml 的 `levels` 中定义", "levels are defined below `levels` in bank.yaml"}},
    "没有等级 `{}`",
    "there is no level `{}`"};
inline constexpr Rule<std::string> bank_unknown_variant{
    {"bank/unknown-variant",
     Severity::error,
     {"引用的企业类型不存在", "a reference to a variant that does not exist"},
     {}},
    "没有企业类型 `{}`",
    "there is no variant `{}`"};
inline constexpr Rule<std::string> bank_unknown_provenance{
    {"bank/unknown-provenance",
     Severity::error,
     {"引用的出处不存在", "a reference to a provenance that does not exist"},
     {"出处在 bank.yaml 的 `provenance` 中定义",
      "they are defined below `provenance` in bank.yaml"}},
    "没有出处 `{}`",
    "there is no provenance `{}`"};
inline constexpr Rule<std::string, std::string> bank_unknown_option{
    {"bank/unknown-option",
     Severity::error,
     {"引用的选项不存在", "a reference to an option that does not exist"},
     {}},
    "题目 `{}` 没有选项 `{}`",
    "the question `{}` has no option `{}`"};
inline constexpr Rule<int, int> bank_level_order{
    {"bank/level-order",
     Severity::error,
     {"等级编号不连续", "levels out of order"},
     {"等级从 1 开始依次编号", "number the levels 1, 2, 3 and so on"}},
    "此处应为等级 {}，而不是 {}",
    "this must be level {}, not {}"};
inline constexpr Rule<std::string> bank_threshold{
    {"bank/threshold",
     Severity::error,
     {"达标线超出范围", "a threshold out of range"},
     {"达标线大于 0 且不大于 1，例如 0.8", "a threshold is over 0 and at most 1, such as 0.8"}},
    "达标线 `{}` 应大于 0 且不大于 1",
    "the threshold `{}` must be over 0 and at most 1"};
inline constexpr Rule<std::string> bank_weight{
    {"bank/weight",
     Severity::error,
     {"权重超出范围", "a weight out of range"},
     {"能力项的权重不小于 0，题目的权重大于 0",
      "the weight of an area is 0 or more, that of a question over 0"}},
    "权重 `{}` 超出范围",
    "the weight `{}` is out of range"};
inline constexpr Rule<Text, std::string> bank_zero_weights{
    {"bank/zero-weights",
     Severity::error,
     {"同级权重全为 0", "all weights among siblings are zero"},
     {"至少一个同级能力项的权重要大于 0", "at least one of them must be over 0"}},
    "{}的下级在企业类型 `{}` 下权重全为 0",
    "the areas below {} all weigh 0 for the variant `{}`"};
inline constexpr Rule<Text, std::string, std::string, std::string> bank_weights_sum{
    {"bank/weights-sum",
     Severity::error,
     {"同级权重之和与声明不符", "weights among siblings do not add up as declared"},
     {"改正权重，或删除 `scoring` 中的 `weights_sum`",
      "correct the weights, or remove `weights_sum` from `scoring`"}},
    "{}的下级在企业类型 `{}` 下权重之和为 {}，应为 {}",
    "the weights below {0} add up to {2} for the variant `{1}`, declared is {3}"};
inline constexpr Rule<std::string> bank_variant_without_weights{
    {"bank/variant-without-weights",
     Severity::error,
     {"某个企业类型没有任何权重", "a variant without any weights"},
     {"在能力项的 `weights` 中给出它的权重", "give its weights below `weights` of the areas"}},
    "企业类型 `{}` 没有任何权重",
    "the variant `{}` has no weights at all"};
inline constexpr Rule<std::string> bank_few_options{
    {"bank/few-options",
     Severity::error,
     {"选项少于两个", "fewer than two options"},
     {"每道题至少有两个选项", "a question needs at least two"}},
    "题目 `{}` 的选项少于两个",
    "the question `{}` has fewer than two options"};
inline constexpr Rule<std::string, std::string> bank_missing_score{
    {"bank/missing-score",
     Severity::error,
     {"选项没有分值", "an option without a score"},
     {"在 bank.yaml 的 `scale` 中给出，或在选项里写 `score`",
      "give it in `scale` of bank.yaml, or write `score` in the option"}},
    "题目 `{}` 的选项 `{}` 没有分值",
    "option `{1}` of the question `{0}` has no score"};
inline constexpr Rule<std::string> bank_score_range{
    {"bank/score-range",
     Severity::error,
     {"分值超出范围", "a score out of range"},
     {"分值在 0 到 1 之间", "scores lie between 0 and 1"}},
    "分值 `{}` 应在 0 到 1 之间",
    "the score `{}` must lie between 0 and 1"};
inline constexpr Rule<std::string, std::string> bank_score_order{
    {"bank/score-order",
     Severity::error,
     {"选项分值没有递增", "scores of options do not rise"},
     {"选项按成熟程度由低到高排列，分值依次升高",
      "write the options in rising order of maturity, each with a higher score"}},
    "题目 `{}` 的选项 `{}` 分值不高于前一个选项",
    "option `{1}` of the question `{0}` scores no more than the one before it"};
inline constexpr Rule<std::string> bank_no_full_score{
    {"bank/no-full-score",
     Severity::error,
     {"没有满分选项", "no option gives the full score"},
     {"最高的选项分值应为 1", "the highest option must score 1"}},
    "题目 `{}` 没有分值为 1 的选项",
    "no option of the question `{}` scores 1"};
inline constexpr Rule<std::string, std::string> bank_question_number{
    {"bank/question-number",
     Severity::warning,
     {"题号与等级或位置不符", "a question id that disagrees with its level or area"},
     {"题号写成 `L等级-章.子域.序号`，例如 `L1-1.1.1`",
      "write ids as `L<level>-<section>.<area>.<number>`, such as `L1-1.1.1`"}},
    "题号 `{}` 应以 `{}` 开头",
    "the question id `{}` should begin with `{}`"};
inline constexpr Rule<std::string, std::string> bank_missing_translation{
    {"bank/missing-translation",
     Severity::warning,
     {"缺少一种语言的文本", "a translation is missing"},
     {"补上译文，或从 `languages` 中去掉该语言",
      "add it, or take the language out of `languages`"}},
    "缺少 `{}` 文本（所在键：`{}`）",
    "the `{}` text of `{}` is missing"};
inline constexpr Rule<int> bank_section_number{
    {"bank/section-number",
     Severity::error,
     {"章号重复", "a section number occurs twice"},
     {"每章用不同的编号", "give each section its own number"}},
    "章号 {} 重复",
    "the section number {} repeats"};
inline constexpr Rule<std::string, std::string> bank_nested_section{
    {"bank/nested-section",
     Severity::error,
     {"章套着章", "a section inside a section"},
     {"章与章不能相互包含", "sections may not contain each other"}},
    "章 `{}` 位于章 `{}` 之内",
    "the section `{}` lies inside the section `{}`"};
inline constexpr Rule<std::string> bank_outside_sections{
    {"bank/outside-sections",
     Severity::warning,
     {"能力项不属于任何章", "an area that belongs to no section"},
     {"给它或它的上级加上 `section`", "give it, or an area above it, a `section`"}},
    "能力项 `{}` 不属于任何章",
    "the area `{}` belongs to no section"};
inline constexpr Rule<std::string> bank_empty_area{
    {"bank/empty-area",
     Severity::warning,
     {"能力项没有任何题目", "an area without questions"},
     {"为它编写题目，或删除它", "write questions for it, or remove it"}},
    "能力项 `{}` 在任何等级都没有题目",
    "the area `{}` has no question at any level"};
inline constexpr Rule<int> bank_empty_level{
    {"bank/empty-level",
     Severity::info,
     {"等级还没有题目", "a level without questions"},
     {"没有题目的等级无法达到", "a level that asks nothing cannot be attained"}},
    "等级 {} 还没有题目",
    "level {} has no questions yet"};
inline constexpr Rule<> bank_no_questions{
    {"bank/no-questions",
     Severity::error,
     {"题库没有题目", "a bank without questions"},
     {"题目写在 `questions/*.yaml` 中，或写在 bank.yaml 的 `questions` 下",
      "questions stand in `questions/*.yaml`, or below `questions` in bank.yaml"}},
    "题库中没有任何题目",
    "the bank has no questions"};

}  // namespace assess::rules
