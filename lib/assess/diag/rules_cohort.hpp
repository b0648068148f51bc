// Rules about cohorts: statistics over many diagnoses, and their files.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <cstdint>
#include <string>

namespace assess::rules {

inline constexpr Rule<std::string, Text> cohort_not_a_cohort{
    {"cohort/not-a-cohort",
     Severity::error,
     {"不是同行统计文件", "not a cohort file"},
     {"同行统计文件是 `schema` 为 `assess/cohort/1` 的 JSON，由 `assess batch --cohort` 或 `assess "
      "cohort merge` 写成",
      "a cohort file is JSON with the `schema` `assess/cohort/1`, written by `assess batch "
      "--cohort` "
      "or `assess cohort merge`"}},
    "`{}` 不是同行统计文件：{}",
    "`{}` is not a cohort file: {}"};
inline constexpr Rule<std::string, std::string, Text> cohort_broken{
    {"cohort/broken",
     Severity::error,
     {"同行统计文件内容有误", "a cohort file whose contents do not hold"},
     {"请用原来的答卷重新生成这个文件；不要手工修改",
      "make the file again from its answer files; do not edit it by hand"}},
    "`{}` 的 `{}`：{}",
    "`{}`, `{}`: {}"};
inline constexpr Rule<std::string, std::string, Text> cohort_other_bank{
    {"cohort/other-bank",
     Severity::error,
     {"同行统计用的题库不同", "a cohort of another bank"},
     {"只有同一题库、同一版本的结果可以放在一起比较；请分别统计",
      "only results of one bank in one version can be compared; keep a cohort for each"}},
    "`{}` 与 `{}` 不能放在一起：{}",
    "`{}` and `{}` do not belong together: {}"};
inline constexpr Rule<std::string, std::int64_t> cohort_too_many_members{
    {"cohort/too-many-members",
     Severity::error,
     {"同行统计的份数过多", "a cohort of too many members"},
     {"请检查是否把同一份统计合并了多次", "check that no cohort is merged more than once"}},
    "加上 `{}` 以后超过 {} 份的上限",
    "with `{}` there are more than the {} members that a cohort may have"};
inline constexpr Rule<std::string> cohort_repeated_file{
    {"cohort/repeated-file",
     Severity::error,
     {"同一个统计文件给出两次", "a cohort file that is named twice"},
     {"每份统计只能合并一次，否则其中的企业会重复计数",
      "merge each cohort once, or its members are counted twice"}},
    "`{}` 给出了不止一次",
    "`{}` is named more than once"};

}  // namespace assess::rules
