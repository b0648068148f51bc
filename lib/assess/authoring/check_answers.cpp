#include <assess/authoring/check_answers.hpp>
#include <assess/authoring/industry.hpp>
#include <assess/authoring/words.hpp>
#include <assess/base/nearest.hpp>
#include <assess/cohort/member.hpp>
#include <assess/diag/rules.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace assess {
namespace {

using namespace authoring;

void check_industry(const Located<std::string>& industry, Diagnostics& diagnostics) {
  const auto fault = industry_fault(industry.value);
  if (industry.value.empty() || !fault) return;
  auto& report =
      diagnostics.report(rules::answers_industry_code, industry.span, industry.value, *fault);
  const std::string probable = probable_industry(industry.value);
  if (!probable.empty()) {
    report.help = {"是否想写 `" + probable + "`？", "did you mean `" + probable + "`?"};
  }
}

void check_size(const Located<std::string>& size, Diagnostics& diagnostics) {
  if (size_class_of(size.value) != SizeClass::other) return;
  auto& report = diagnostics.report(rules::answers_unknown_size, size.span, size.value);
  static const std::vector<std::string> chinese{"大型", "中型", "小型", "微型"};
  static const std::vector<std::string> english{"large", "medium", "small", "micro"};
  std::optional<std::string> near = nearest(size.value, english);
  for (const std::string& word : chinese) {  // 中等, 大企业: the first character says it
    const std::string_view first = std::string_view(word).substr(0, word.size() / 2);
    if (size.value.starts_with(first)) near = word;
  }
  if (near) {
    report.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
  }
}

// The least revenue of an industrial enterprise of a class, in 万元 (国统字〔2017〕213号). A large
// revenue rules nothing out: with few employees the enterprise is of a small class all the same.
struct ClassLimit {
  SizeClass size;
  std::int64_t least_revenue;
  Words name;
};
constexpr std::array class_limits{ClassLimit{SizeClass::large, 40'000, {"大型", "large"}},
                                  ClassLimit{SizeClass::medium, 2'000, {"中型", "medium"}},
                                  ClassLimit{SizeClass::small, 300, {"小型", "small"}}};

void check_size_against_revenue(const Enterprise& enterprise, Diagnostics& diagnostics) {
  const std::string& industry = enterprise.industry.value;
  const auto revenue = Fraction::parse(enterprise.revenue.value);
  // Other industries have other limits.
  if (!revenue || industry_fault(industry) || !is_of_industry(industry)) return;
  const SizeClass size = size_class_of(enterprise.size.value);
  for (const ClassLimit& limit : class_limits) {
    if (limit.size != size || *revenue >= Fraction(limit.least_revenue)) continue;
    diagnostics
        .report(rules::answers_size_revenue, enterprise.size.span, limit.name.text(),
                std::to_string(limit.least_revenue), enterprise.revenue.value)
        .labels.push_back({enterprise.revenue.span, {"收入在这里", "the revenue"}});
  }
}

void check_gaps(const Answers& answers, Diagnostics& diagnostics) {
  if (!answers.finish) return;
  const Enterprise& enterprise = answers.enterprise;
  std::vector<std::string> missing;
  if (enterprise.uscc.value.empty()) missing.emplace_back("uscc");
  if (enterprise.industry.value.empty()) missing.emplace_back("industry");
  if (enterprise.size.value.empty()) missing.emplace_back("size");
  if (missing.empty()) return;
  diagnostics.report(rules::answers_enterprise_gaps, enterprise.place, listed(missing));
}

}  // namespace

void check_enterprise(const Answers& answers, Diagnostics& diagnostics) {
  check_industry(answers.enterprise.industry, diagnostics);
  check_size(answers.enterprise.size, diagnostics);
  check_size_against_revenue(answers.enterprise, diagnostics);
  check_gaps(answers, diagnostics);
}

void check_indicators(const Bank& bank, const Answers& answers, const Flow& flow,
                      Diagnostics& diagnostics) {
  if (flow.next != NextStep::indicators || flow.submitted == 0) return;
  std::vector<std::string> names;
  for (const MissingIndicator& missing : flow.missing_indicators) names.push_back(missing.id);
  diagnostics.report(rules::answers_missing_indicators, answers.indicators_place, names.size(),
                     bank.indicators.size(), listed(names));
}

}  // namespace assess
