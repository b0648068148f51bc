#include "fill_indicators.hpp"

#include "output.hpp"
#include <assess/diag/rules.hpp>

namespace assess::cmd {
namespace {

class IndicatorQuestions {
 public:
  IndicatorQuestions(const FillOptions& options, Session& session, Dialogue& dialogue, Env& env)
      : options_(options), session_(session), dialogue_(dialogue), env_(env) {}

  ExitCode run() {
    if (session_.flow().next == NextStep::none) {
      diagnostics_.report(rules::diagnosis_finished, std::nullopt,
                          session_.diagnosis().answers.finish->date);
      say(diagnostics_, options_.common, env_);
      return ExitCode::no;
    }
    dialogue_.show(
        dialogue_.say({"成效类指标：只作收集，不计分。不适用的，数值填 0 或“无”，公式填“无”。"
                       "回车保留原值，Ctrl-D 退出。",
                       "Indicators are collected and never scored. Where one does not "
                       "apply: value 0, formula none. Enter keeps what is there."}));
    for (const Indicator& indicator : session_.bank().indicators) {
      if (!ask_indicator(indicator)) break;
    }
    if (!failed_ && session_.flow().next == NextStep::finish) {
      dialogue_.show(dialogue_.say({"已填好。完成自诊断：assess submit ",
                                    "All filled in. To finish: assess submit "}) +
                     options_.file);
    }
    say(diagnostics_, options_.common, env_);
    return failed_ ? ExitCode::cannot : ExitCode::yes;
  }

 private:
  // False when the person leaves, or nothing could be saved.
  bool ask_indicator(const Indicator& indicator) {
    IndicatorValue value{.id = {indicator.id.value, {}}, .name = {}, .value = {}, .formula = {}};
    for (const IndicatorValue& known : session_.diagnosis().answers.indicators) {
      if (known.id.value == indicator.id.value) value = known;
    }
    const std::string unit = indicator.unit.empty() ? "" : " (" + indicator.unit + ")";
    dialogue_.show("");
    dialogue_.show(indicator.title.in(dialogue_.language()) + unit);
    const auto ask = [&](Words name, std::string& target) {
      const std::string now = target.empty() ? "" : " [" + target + "]";
      const auto line = dialogue_.ask(dialogue_.say(name) + now + dialogue_.say({"：", ": "}));
      if (line && !line->empty()) target = *line;
      return line.has_value();
    };
    if (indicator.is_free && !ask({"名称", "name"}, value.name)) return false;
    if (!ask({"数值", "value"}, value.value)) return false;
    if (!ask({"公式", "formula"}, value.formula)) return false;
    if (value.value.empty() && value.formula.empty()) return true;
    if (!session_.file().set_indicator(value)) {
      diagnostics_.report(rules::form_cannot_edit, std::nullopt, value.id.value);
      failed_ = true;
    } else if (!session_.save(diagnostics_)) {
      failed_ = true;
    }
    if (failed_) return false;
    session_.refresh();
    if (!dialogue_.is_shown() && options_.common.quiet == 0) dialogue_.tell(value.id.value);
    return true;
  }

  const FillOptions& options_;
  Session& session_;
  Dialogue& dialogue_;
  Env& env_;
  Diagnostics diagnostics_;
  bool failed_ = false;
};

}  // namespace

ExitCode fill_indicators(const FillOptions& options, Session& session, Dialogue& dialogue,
                         Env& env) {
  return IndicatorQuestions(options, session, dialogue, env).run();
}

}  // namespace assess::cmd
