#include "fill_indicators.hpp"

#include "output.hpp"
#include <assess/base/fraction.hpp>
#include <assess/diag/rules.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

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
                       "随答随存；回车保留原值或跳过，< 上一项，q 退出。",
                       "Indicators are collected and never scored. Where one does not apply: value "
                       "0 or `none`, formula `none`. Each is saved at once. Enter keeps what is "
                       "there or goes on, < the one before, q leave."}));
    const auto& indicators = session_.bank().indicators;
    for (std::size_t at = 0; at < indicators.size();) {
      const Move move = ask_indicator(indicators[at], at);
      if (move == Move::leave) break;
      at = move == Move::on ? at + 1 : at - std::min<std::size_t>(at, 1);
    }
    if (failed_) {
      say(diagnostics_, options_.common, env_);
      return ExitCode::cannot;
    }
    if (session_.flow().next == NextStep::finish) {
      dialogue_.show(dialogue_.say({"已填好。完成自诊断：assess submit ",
                                    "All filled in. To finish: assess submit "}) +
                     options_.file);
    }
    return refused_ ? ExitCode::no : ExitCode::yes;
  }

 private:
  enum class Move { on, back, leave };

  Move ask_indicator(const Indicator& indicator, std::size_t place) {
    IndicatorValue value{.id = {indicator.id.value, {}}, .name = {}, .value = {}, .formula = {}};
    for (const IndicatorValue& known : session_.diagnosis().answers.indicators) {
      if (known.id.value == indicator.id.value) value = known;
    }
    const std::string unit = indicator.unit.empty() ? "" : " (" + indicator.unit + ")";
    dialogue_.show("");
    dialogue_.show(fmt::format("[{}/{}]  {}{}", place + 1, session_.bank().indicators.size(),
                               indicator.title.in(dialogue_.language()), unit));
    const std::string& description = indicator.description.in(dialogue_.language());
    if (!description.empty()) dialogue_.show("  ", description);
    const auto said = [&] { return std::tuple(value.name, value.value, value.formula); };
    const auto before = said();
    Move move = Move::on;
    if (indicator.is_free) move = ask({"名称", "name"}, value.name);
    if (move == Move::on) move = ask_value(indicator, value.value);
    if (move == Move::on) move = ask_formula(value);
    if (said() == before) return move;
    return save(value) ? move : Move::leave;
  }

  // What is typed for one field. On a terminal some signs are for moving about.
  Move ask(Words name, std::string& target) {
    const std::string now = target.empty() ? "" : " [" + target + "]";
    const auto line = dialogue_.ask(dialogue_.say(name) + now + dialogue_.say({"：", ": "}));
    if (!line) return Move::leave;
    const std::string word = half_width(*line);
    if (dialogue_.is_shown() && (word == "q" || word == "退出")) return Move::leave;
    if (dialogue_.is_shown() && (word == "<" || word == "上一项")) return Move::back;
    if (!line->empty()) target = *line;
    return Move::on;
  }

  // A number, or that there is none. What the enterprise names itself may be measured otherwise.
  Move ask_value(const Indicator& indicator, std::string& value) {
    while (true) {
      std::string typed = value;
      const Move move = ask({"数值", "value"}, typed);
      if (move != Move::on) return move;
      std::string plain = half_width(typed);
      if (!indicator.unit.empty() && plain.ends_with(indicator.unit)) {
        plain.resize(plain.size() - indicator.unit.size());
      }
      const bool is_number = Fraction::parse(plain).has_value();
      if (typed.empty() || is_number || indicator.is_free || IndicatorValue::is_nothing(typed)) {
        value = is_number ? plain : typed;
        return Move::on;
      }
      const std::string fault =
          "`" + typed +
          dialogue_.say({"` 不是数值；填数值，如 12.5，不适用的填“无”",
                         "` is no number; a number such as 12.5, or `none` if it does not apply"});
      if (!dialogue_.is_shown()) {
        dialogue_.tell(indicator.id.value + ": " + fault);
        refused_ = true;
        return Move::on;
      }
      dialogue_.show(fault);
    }
  }

  // What does not apply has no formula either (contract 3); a person is not asked for it.
  Move ask_formula(IndicatorValue& value) {
    if (dialogue_.is_shown() && value.value.empty()) return Move::on;
    if (dialogue_.is_shown() && IndicatorValue::is_nothing(value.value)) {
      value.formula = value.value;
      return Move::on;
    }
    return ask({"公式", "formula"}, value.formula);
  }

  // False when nothing could be saved.
  bool save(const IndicatorValue& value) {
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
  bool refused_ = false;  // a line of a script could not be done
};

}  // namespace

ExitCode fill_indicators(const FillOptions& options, Session& session, Dialogue& dialogue,
                         Env& env) {
  return IndicatorQuestions(options, session, dialogue, env).run();
}

}  // namespace assess::cmd
