// Rules about the comments that ignore findings (diag/ignores.hpp).
#pragma once

#include <assess/diag/diagnostic.hpp>

#include <string>

namespace assess::rules {

inline constexpr Rule<> ignore_no_reason{
    {"ignore/no-reason",
     Severity::warning,
     {"忽略注释没有写理由", "an ignore without a reason"},
     {"请在方括号后面写明理由：`-- 理由`；忽略本身仍然有效",
      "write the reason behind the bracket, `-- REASON`; without it the ignore works all the "
      "same"}},
    "这条忽略注释没有写理由",
    "this ignore gives no reason"};
inline constexpr Rule<std::string> ignore_unused{
    {"ignore/unused",
     Severity::warning,
     {"忽略注释没有起作用", "an ignore that meets nothing"},
     {"问题已经改正的，请删除这条注释；否则请检查它是否写在那一行的末尾或上一行",
      "remove it if the fault was mended; else check that it stands at the end of the line that it "
      "means, or on a line of its own above"}},
    "这里没有可忽略的 `{}`",
    "there is no `{}` here to ignore"};
inline constexpr Rule<std::string> ignore_unknown_rule{
    {"ignore/unknown-rule",
     Severity::warning,
     {"忽略注释中的规则不存在", "an ignore that names no rule"},
     {"规则名写在每条消息末尾的方括号里；`assess explain --all` 列出全部规则",
      "the name of a rule stands in brackets behind each message; `assess explain --all` lists "
      "them"}},
    "没有 `{}` 这条规则",
    "there is no rule `{}`"};
inline constexpr Rule<> ignore_malformed{
    {"ignore/malformed",
     Severity::warning,
     {"忽略注释的写法不对", "an ignore that cannot be read"},
     {"写法是 `# assess: ignore[规则名] -- 理由`；对整个文件用 `ignore-file`，多条规则用逗号隔开",
      "it is written `# assess: ignore[RULE] -- REASON`; `ignore-file` acts on the whole file, and "
      "commas part several rules"}},
    "以 `assess:` 开头的注释写法不对，没有起作用",
    "a comment that begins with `assess:` cannot be read and does nothing"};

}  // namespace assess::rules
