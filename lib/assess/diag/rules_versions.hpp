// Rules about a bank that changes from one version to the next.
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <string>

namespace assess::rules {

inline constexpr Rule<std::string, std::string, Text> bank_replaces{
    {"bank/replaces",
     Severity::error,
     {"被替代的题号另有所指", "a replaced id that means something else as well"},
     {"`replaces` 写这道题在以前版本中的题号，一个旧题号只由一道题替代；用过的题号不要再给别的题",
      "`replaces` names the id that the question had in an earlier version, each by one question "
      "only; never give a used id to another question"}},
    "题目 `{}` 替代 `{}`，{}",
    "the question `{}` replaces `{}`, {}"};
inline constexpr Rule<std::string, std::string, Text> bank_version_not_raised{
    {"bank/version-not-raised",
     Severity::error,
     {"题库有变化，版本却没有提高", "a bank that changed without a higher version"},
     {"请提高 bank.yaml 中的 `version`；同一个版本号下的结果必须能够比较",
      "raise `version` in bank.yaml; results under one version must be comparable"}},
    "评分或结构有变化，版本却没有提高：旧题库 `{}`，新题库 `{}`；{}",
    "scoring or structure changed without a higher version: old `{}`, new `{}`; {}"};
inline constexpr Rule<std::string, std::string, Text> bank_version_step{
    {"bank/version-step",
     Severity::warning,
     {"版本提高得不够", "a version that is raised too little"},
     {"已有答卷会出错或丢失作答时，提高第一位；评分或结构有其他变化时，提高第二位",
      "raise the first part when answer files break or lose answers, the second for any other "
      "change of scoring or structure"}},
    "版本从 `{}` 变为 `{}`，幅度不够；{}",
    "the version went from `{}` to `{}`, which is too small a step; {}"};

}  // namespace assess::rules
