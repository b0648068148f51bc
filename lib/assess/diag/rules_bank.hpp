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
     {"标识以英文字母或数字开头，由英文字母、数字、`.`、`-`、`_` 组成，最长 64 个字符；给人看的名称"
      "写在 `title` 中",
      "an id begins with a letter or digit, consists of English letters, digits, `.`, `-` and `_`, "
      "and has at most 64 characters; the name for people stands in `title`"}},
    "{}的标识 `{}` 写法不对",
    "the {} id `{}` has the wrong form"};
inline constexpr Rule<Text, std::string> bank_duplicate_id{
    {"bank/duplicate-id",
     Severity::error,
     {"标识重复", "two things have the same id"},
     {"请使用不同的标识；答卷按标识引用", "give each its own id; answer files refer to them"}},
    "{}的标识 `{}` 重复",
    "the {} id `{}` repeats"};
inline constexpr Rule<std::string> bank_unknown_area{
    {"bank/unknown-area",
     Severity::error,
     {"引用的能力项不存在", "a reference to an area that does not exist"},
     {"能力项在 bank.yaml 的 `areas` 中定义", "areas are defined below `areas` in bank.yaml"}},
    "题库中没有能力项 `{}`",
    "there is no area `{}`"};
inline constexpr Rule<std::string> bank_not_a_leaf{
    {"bank/not-a-leaf",
     Severity::error,
     {"题目挂在了非末级的能力项上", "a question belongs to an area that has areas below it"},
     {"题目只能属于没有下级的能力项", "questions belong to the lowest areas only"}},
    "能力项 `{}` 还有下级，不能直接挂题目",
    "the area `{}` has areas below it and cannot hold questions"};
inline constexpr Rule<std::string> bank_unknown_level{
    {"bank/unknown-level",
     Severity::error,
     {"引用的等级不存在", "a reference to a level that does not exist"},
     {"等级在 bank.yaml 的 `levels` 中定义", "levels are defined below `levels` in bank.yaml"}},
    "题库中没有等级 `{}`",
    "there is no level `{}`"};
inline constexpr Rule<std::string> bank_unknown_variant{
    {"bank/unknown-variant",
     Severity::error,
     {"引用的企业类型不存在", "a reference to a variant that does not exist"},
     {"企业类型在 bank.yaml 的 `variants` 中定义",
      "variants are defined below `variants` in bank.yaml"}},
    "题库中没有企业类型 `{}`",
    "there is no variant `{}`"};
inline constexpr Rule<std::string> bank_unknown_provenance{
    {"bank/unknown-provenance",
     Severity::error,
     {"引用的出处不存在", "a reference to a provenance that does not exist"},
     {"出处在 bank.yaml 的 `provenance` 中定义",
      "provenances are defined below `provenance` in bank.yaml"}},
    "题库中没有出处 `{}`",
    "there is no provenance `{}`"};
inline constexpr Rule<std::string, std::string> bank_unknown_option{
    {"bank/unknown-option",
     Severity::error,
     {"引用的选项不存在", "a reference to an option that does not exist"},
     {"`from` 应写成该题某个选项的键", "`from` names one of the question's own options"}},
    "题目 `{}` 没有选项 `{}`",
    "the question `{}` has no option `{}`"};
inline constexpr Rule<int, int> bank_level_order{
    {"bank/level-order",
     Severity::error,
     {"等级编号不连续", "levels out of order"},
     {"等级按文件中的顺序从 1 开始编号", "number the levels 1, 2, 3 and so on, in this order"}},
    "此处应为等级 {}，而不是 {}",
    "this must be level {}, not {}"};
inline constexpr Rule<std::string> bank_threshold{
    {"bank/threshold",
     Severity::error,
     {"达标线超出范围", "a threshold out of range"},
     {"百分之八十写作 `0.8` 或 `80%`", "80 per cent is written `0.8` or `80%`"}},
    "达标线 `{}` 应大于 0 且不大于 1",
    "the threshold `{}` must be over 0 and at most 1"};
inline constexpr Rule<std::string> bank_weight{
    {"bank/weight",
     Severity::error,
     {"权重超出范围", "a weight out of range"},
     {"能力项的权重应不小于 0，题目的权重应大于 0",
      "the weight of an area is 0 or more, that of a question over 0"}},
    "权重 `{}` 超出范围",
    "the weight `{}` is out of range"};
inline constexpr Rule<Text> bank_zero_weights{
    {"bank/zero-weights",
     Severity::error,
     {"同级权重全为 0", "all weights among siblings are zero"},
     {"至少一个应大于 0；没有的能力项不写权重，而不是写 0",
      "at least one must be over 0; an area that is not there has no weight, rather than 0"}},
    "{}权重全为 0",
    "{} all weigh 0"};
inline constexpr Rule<Text, std::string, std::string> bank_weights_sum{
    {"bank/weights-sum",
     Severity::error,
     {"同级权重之和与声明不符", "weights among siblings do not add up as declared"},
     {"请改正权重，或删除 `scoring` 中的 `weights_sum`",
      "correct the weights, or remove `weights_sum` from `scoring`"}},
    "{}权重之和为 {}，而 `weights_sum` 为 {}",
    "the weights of {} add up to {}, but `weights_sum` is {}"};
inline constexpr Rule<std::string> bank_variant_without_weights{
    {"bank/variant-without-weights",
     Severity::error,
     {"某个企业类型没有任何权重", "a variant without any weights"},
     {"请在它涉及的能力项的 `weights` 中给出权重", "give its weights in `weights` of its areas"}},
    "企业类型 `{}` 没有任何权重",
    "the variant `{}` has no weights at all"};
inline constexpr Rule<std::string> bank_few_options{
    {"bank/few-options",
     Severity::error,
     {"选项少于两个", "fewer than two options"},
     {"请从最低程度到完全做到，至少写两个选项",
      "write at least two, from the lowest degree to the full one"}},
    "题目 `{}` 的选项少于两个",
    "the question `{}` has fewer than two options"};
inline constexpr Rule<std::string, std::string> bank_missing_score{
    {"bank/missing-score",
     Severity::error,
     {"选项没有分值", "an option without a score"},
     {"请在 bank.yaml 的 `scale` 中给出，或在选项里写 `score`",
      "give it in `scale` of bank.yaml, or as `score` in the option"}},
    "题目 `{}` 的选项 `{}` 没有分值",
    "option `{1}` of the question `{0}` has no score"};
inline constexpr Rule<std::string> bank_score_range{
    {"bank/score-range",
     Severity::error,
     {"分值超出范围", "a score out of range"},
     {"满分 100 分中的 50 分写作 `0.5` 或 `50%`", "50 points of 100 are written `0.5` or `50%`"}},
    "分值 `{}` 应在 0 到 1 之间",
    "the score `{}` must lie between 0 and 1"};
inline constexpr Rule<std::string, std::string> bank_score_order{
    {"bank/score-order",
     Severity::error,
     {"选项分值没有递增", "scores of options do not rise"},
     {"请按成熟程度由低到高排列选项，分值依次升高",
      "write the options in rising order of maturity, each with a higher score"}},
    "题目 `{}` 的选项 `{}` 分值不高于前一个选项",
    "option `{1}` of the question `{0}` scores no more than the one before it"};
inline constexpr Rule<std::string> bank_no_full_score{
    {"bank/no-full-score",
     Severity::error,
     {"没有满分选项", "no option gives the full score"},
     {"请把最高选项的分值设为 1", "let the highest option score 1"}},
    "题目 `{}` 没有分值为 1 的选项",
    "no option of the question `{}` scores 1"};
inline constexpr Rule<std::string, std::string, Text> bank_question_number{
    {"bank/question-number",
     Severity::warning,
     {"题号与等级或位置不符", "a question id that disagrees with its level or area"},
     {"题号写成 `L等级-章.能力项.序号`，例如 `L1-1.1.1`；也请检查 `area` 和 `level`",
      "ids are written `L<level>-<section>.<area>.<number>`, such as `L1-1.1.1`; also check `area` "
      "and `level`"}},
    "题号 `{}` 应以 `{}` 开头：{}",
    "the question id `{}` should begin with `{}`: {}"};
inline constexpr Rule<std::string, std::string> bank_missing_translation{
    {"bank/missing-translation",
     Severity::warning,
     {"缺少一种语言的文本", "a translation is missing"},
     {"请补上译文，或在 `languages` 中只列出题库具有的语言",
      "add it, or list in `languages` only the languages that the bank has"}},
    "`{1}` 缺少 `{0}` 文本",
    "the `{}` text of `{}` is missing"};
inline constexpr Rule<int> bank_section_number{
    {"bank/section-number",
     Severity::error,
     {"章号重复", "a section number occurs twice"},
     {"请给每章不同的编号", "give each section its own number"}},
    "章号 {} 重复",
    "the section number {} repeats"};
inline constexpr Rule<std::string, std::string> bank_nested_section{
    {"bank/nested-section",
     Severity::error,
     {"章与章相互包含", "a section inside a section"},
     {"请只在其中一个上保留 `section`", "keep `section` on one of the two"}},
    "章 `{}` 位于章 `{}` 之内",
    "the section `{}` lies inside the section `{}`"};
inline constexpr Rule<std::string> bank_outside_sections{
    {"bank/outside-sections",
     Severity::warning,
     {"能力项不属于任何章", "an area that belongs to no section"},
     {"请给它或它的上级加上 `section`", "give it, or an area above it, a `section`"}},
    "能力项 `{}` 不属于任何章",
    "the area `{}` belongs to no section"};
inline constexpr Rule<std::string> bank_empty_area{
    {"bank/empty-area",
     Severity::warning,
     {"能力项没有任何题目", "an area without questions"},
     {"请为它编写题目，或删除它", "write questions for it, or remove it"}},
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
inline constexpr Rule<Text, std::size_t> bank_too_many{
    {"bank/too-many",
     Severity::error,
     {"题库过大", "a bank that is too large"},
     {"上限远大于任何实际模型；多半是文件由程序生成时出了错",
      "the limits are far beyond any real model; the file was probably made by a program that went "
      "wrong"}},
    "{}的数量超过上限 {}",
    "more {} entries than the limit of {}"};

inline constexpr Rule<std::string> bank_outside_folder{
    {"bank/outside-folder",
     Severity::error,
     {"题库的文件在题库文件夹之外", "a file of a bank lies outside its folder"},
     {"请把文件放进题库文件夹，不用链接；题库要能作为一个文件夹整个交给别人",
      "put the file itself into the folder; a bank is handed on as one folder"}},
    "`{}` 是指向题库文件夹之外的链接，没有读取",
    "`{}` is a link that leads out of the folder of the bank, and was not read"};
inline constexpr Rule<std::string, std::string, std::string> bank_shadowed{
    {"bank/shadowed",
     Severity::info,
     {"找到不止一个同名题库", "two banks with one id"},
     {"如果用错了，请用 `--bank 路径` 指定，或去掉其中一个",
      "if it is the wrong one, name the other by `--bank PATH`, or take one away"}},
    "题库 `{}` 找到两个：使用 `{}`，不使用 `{}`",
    "the bank `{}` is found twice: `{}` is used, `{}` is not"};

}  // namespace assess::rules
