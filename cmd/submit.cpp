// `assess submit`: seals the level that is answered, or ends the diagnosis.
#include "output.hpp"
#include "session.hpp"
#include <assess/diag/rules.hpp>
#include <assess/form/sheet.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::cmd {
namespace {

// As many names as a person looks at.
std::string list_of(const std::vector<std::string>& names, std::string_view separator = ", ") {
  constexpr std::size_t most = 20;
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
    if (i > 0) out += separator;
    out += names[i];
  }
  return names.size() > most ? out + " …" : out;
}

class Submission {
 public:
  Submission(const SubmitOptions& options, Session& session, Env& env)
      : options_(options), session_(session), env_(env), language_(options.common.spoken) {}

  ExitCode run() {
    ExitCode code = ExitCode::no;
    switch (session_.flow().next) {
      case NextStep::answer:
        report_missing();
        break;
      case NextStep::submit:
        code = submit_level();
        break;
      case NextStep::indicators:
        report_indicators();
        break;
      case NextStep::finish:
        code = finish();
        break;
      case NextStep::none:
        diagnostics_.report(rules::diagnosis_finished, std::nullopt,
                            session_.diagnosis().answers.finish->date);
        break;
    }
    assess::cmd::say(diagnostics_, options_.common, env_);
    return code;
  }

 private:
  std::string say(const std::string& zh, const std::string& en) const {
    return language_ == Language::zh ? zh : en;
  }

  void tell(const std::string& line) {
    if (options_.common.quiet < 2) env_.out.write(line + "\n");
  }

  void report_missing() {
    const Flow& flow = session_.flow();
    std::vector<std::string> ids;
    for (const QuestionId id : flow.missing) ids.push_back(session_.bank().question(id).id.value);
    diagnostics_.report(rules::diagnosis_incomplete, std::nullopt,
                        session_.diagnosis().card.levels[*flow.level].level, ids.size(),
                        list_of(ids));
  }

  void report_indicators() {
    std::vector<std::string> zh;
    std::vector<std::string> en;
    for (const MissingIndicator& missing : session_.flow().missing_indicators) {
      const Text& title = session_.bank().find_indicator(missing.id)->title;
      zh.push_back(title.in(Language::zh));
      en.push_back(title.in(Language::en));
    }
    diagnostics_.report(rules::diagnosis_indicators, std::nullopt,
                        Text{list_of(zh, "、"), list_of(en)});
  }

  ExitCode cannot_edit(const char* what) {
    diagnostics_.report(rules::form_cannot_edit, std::nullopt, std::string(what));
    return ExitCode::cannot;
  }

  ExitCode submit_level() {
    const std::size_t index = *session_.flow().level;
    const Diagnosis& diagnosis = session_.diagnosis();
    const Seal seal = make_seal(*diagnosis.sheet, diagnosis.answers, diagnosis.responses,
                                diagnosis.card.levels[index].level, options_.date);
    if (!session_.file().add_seal(seal)) return cannot_edit("seals");
    session_.refresh();
    if (!open_next()) return ExitCode::cannot;
    if (!session_.save(diagnostics_)) return ExitCode::cannot;
    tell_result(index);
    tell_next();
    return ExitCode::yes;
  }

  // Writes what is to be answered next into the file, as far as it is not there.
  bool open_next() {
    const Flow& flow = session_.flow();
    if (!flow.level) {
      const bool is_there = !session_.diagnosis().answers.indicators.empty();
      if (is_there || flow.missing_indicators.empty()) return true;
      if (session_.file().append("indicators",
                                 form::indicator_lines(session_.bank(), sheet_language()))) {
        return true;
      }
      cannot_edit("indicators");
      return false;
    }
    std::vector<QuestionId> absent;
    for (const SheetQuestion& entry : session_.diagnosis().sheet->questions) {
      const Question& question = session_.bank().question(entry.question);
      const bool is_next = question.level == session_.diagnosis().card.levels[*flow.level].level;
      const bool is_there = session_.diagnosis().responses[entry.question.index].answer != nullptr;
      if (is_next && !is_there) absent.push_back(entry.question);
    }
    if (absent.empty()) return true;
    const std::string lines = form::question_lines(session_.bank(), absent,
                                                   session_.diagnosis().answers, sheet_language());
    if (!session_.file().append("answers", "\n" + lines)) {
      cannot_edit("answers");
      return false;
    }
    session_.refresh();
    return true;
  }

  Language sheet_language() const {
    return options_.common.language.value_or(session_.bank().languages.front());
  }

  void tell_result(std::size_t index) {
    const LevelScore& level = session_.diagnosis().card.levels[index];
    const std::string name = report::shown_level(session_.bank().levels[index], language_);
    const std::string score = report::shown_score(level.score, level.threshold);
    const std::string threshold = report::shown_number(level.threshold);
    tell(level.is_satisfied
             ? say(fmt::format("{}已提交：得分 {}，达标线 {}，达到。", name, score, threshold),
                   fmt::format("Level {} is submitted: it scores {} against {} and is reached.",
                               name, score, threshold))
             : say(fmt::format("{}已提交：得分 {}，达标线 {}，未达到。", name, score, threshold),
                   fmt::format("Level {} is submitted: it scores {} against {} and is not "
                               "reached.",
                               name, score, threshold)));
  }

  void tell_next() {
    const Flow& flow = session_.flow();
    if (flow.level) {
      const LevelScore& level = session_.diagnosis().card.levels[*flow.level];
      const std::string name = report::shown_level(session_.bank().levels[*flow.level], language_);
      tell(
          say(fmt::format("{}已开放，共 {} 道题，已写入答卷。作答：assess fill {}", name,
                          level.tally.questions, options_.file),
              fmt::format("Level {} is open: {} questions, now in the file. To answer them: assess "
                          "fill {}",
                          name, level.tally.questions, options_.file)));
    } else if (flow.next == NextStep::indicators) {
      tell(say("等级到此为止。请填写成效类指标（assess fill " + options_.file + "），再提交一次。",
               "The levels end here. Fill in the indicators (assess fill " + options_.file +
                   "), and submit once more."));
    } else {
      tell(say("等级到此为止，成效类指标已填好；再提交一次即完成。",
               "The levels end here, and the indicators are filled in: submit once more to "
               "finish."));
    }
  }

  ExitCode finish() {
    const Diagnosis& diagnosis = session_.diagnosis();
    const Finish end = make_finish(diagnosis.answers, diagnosis.card, options_.date);
    if (!session_.file().set_finish(end)) return cannot_edit("finish");
    session_.refresh();
    if (!session_.save(diagnostics_)) return ExitCode::cannot;
    const std::string level = report::shown_attained(session_.diagnosis(), language_);
    const std::string total = report::shown_total(session_.diagnosis());
    tell(say(
        fmt::format("自诊断完成：{}，总分 {}。报告：assess report {}", level, total, options_.file),
        fmt::format("The diagnosis is finished: {}, total {}. The report: assess report {}", level,
                    total, options_.file)));
    return ExitCode::yes;
  }

  const SubmitOptions& options_;
  Session& session_;
  Env& env_;
  Language language_;
  Diagnostics diagnostics_;
};

}  // namespace

ExitCode run(const SubmitOptions& options, Env& env) {
  const auto session = Session::open(options.file, options.banks, options.common, env);
  if (!session) return ExitCode::cannot;
  return Submission(options, *session, env).run();
}

}  // namespace assess::cmd
