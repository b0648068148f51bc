// The names of things as messages call them, in both languages.
#pragma once

#include <assess/base/language.hpp>

namespace assess::nouns {

inline constexpr Words bank{"题库", "bank"};
inline constexpr Words tier{"层级", "tier"};
inline constexpr Words level{"等级", "level"};
inline constexpr Words variant{"企业类型", "variant"};
inline constexpr Words scoring{"评分规则", "scoring"};
inline constexpr Words origin{"出处", "provenance"};
inline constexpr Words area{"能力项", "area"};
inline constexpr Words section{"章", "section"};
inline constexpr Words question{"题目", "question"};
inline constexpr Words option{"选项", "option"};
inline constexpr Words evidence{"证据要求", "evidence"};
inline constexpr Words indicator{"成效类指标", "indicator"};
inline constexpr Words digit{"长数字的位数", "digit"};
inline constexpr Words text{"双语文本", "text"};
inline constexpr Words answers{"答卷", "answers"};
inline constexpr Words answer{"作答", "answer"};
inline constexpr Words enterprise{"企业信息", "enterprise"};
inline constexpr Words seal{"封存", "seal"};
inline constexpr Words finish{"完成", "finish"};
inline constexpr Words config{"配置", "settings"};
inline constexpr Words approval{"签批", "approval"};

}  // namespace assess::nouns
