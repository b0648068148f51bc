// `assess fill`: one question after the other; every answer is saved at once.
#include "dialogue.hpp"
#include "fill_indicators.hpp"
#include "fill_verbs.hpp"
#include "fill_view.hpp"
#include "output.hpp"
#include "session.hpp"
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace assess::cmd {
namespace {

// The first word, and what stands behind it.
std::pair<std::string, std::string> split(const std::string& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::size_t rest = std::min(line.find_first_not_of(' ', end), line.size());
  return {line.substr(0, end), line.substr(rest)};
}

class Filling {
 public:
  Filling(const FillOptions& options, Session& session, Dialogue& dialogue, Env& env)
      : options_(options), session_(session), dialogue_(dialogue), env_(env) {}

  ExitCode run() {
    collect();
    if (row_.empty()) return fill_indicators(options_, session_, dialogue_, env_);
    dialogue_.show(dialogue_.say(
        {"每题随答随存。h 帮助，q 退出。", "Every answer is saved at once. h help, q leave."}));
    show_progress(dialogue_, session_);
    place_ = next_open(row_.size() - 1);
    while (!is_over_) step();
    say(diagnostics_, options_.common, env_);
    if (failed_) return ExitCode::cannot;
    return refused_ > 0 ? ExitCode::no : ExitCode::yes;
  }

 private:
  // The questions of the level that is open, and those of later levels that stand in the file: a
  // rehearsal.
  void collect() {
    const Flow& flow = session_.flow();
    if (!flow.level) return;
    const int open = session_.diagnosis().card.levels[*flow.level].level;
    for (const SheetQuestion& entry : session_.diagnosis().sheet->questions) {
      const int level = session_.bank().question(entry.question).level;
      const bool is_there = session_.diagnosis().responses[entry.question.index].answer != nullptr;
      if (level == open || (level > open && is_there)) row_.push_back(entry.question);
    }
    std::stable_sort(row_.begin(), row_.end(), [&](QuestionId a, QuestionId b) {
      return session_.bank().question(a).level < session_.bank().question(b).level;
    });
  }

  bool is_open(std::size_t place) const {
    return session_.diagnosis().responses[row_[place].index].state == Response::State::unanswered;
  }

  // The next open question behind `place`, around the end; the one behind it when none is open.
  std::size_t next_open(std::size_t place) const {
    for (std::size_t i = 1; i <= row_.size(); ++i) {
      const std::size_t at = (place + i) % row_.size();
      if (is_open(at)) return at;
    }
    return (place + 1) % row_.size();
  }

  bool any_open() const {
    for (std::size_t i = 0; i < row_.size(); ++i) {
      if (is_open(i)) return true;
    }
    return false;
  }

  const Question& question() const { return session_.bank().question(row_[place_]); }

  void step() {
    // Not again after what leaves it on the screen: an explanation, a refusal.
    if (shown_ != place_) show_question(dialogue_, session_, row_[place_], place_, row_.size());
    shown_ = place_;
    const auto line = dialogue_.ask(prompt());
    ++line_number_;
    if (!line) {
      dialogue_.show("");
      is_over_ = true;
      return;
    }
    take(*line);
  }

  std::string prompt() const {
    const Question& asked = question();
    const std::string keys = asked.options.front().key.value + "–" + asked.options.back().key.value;
    return dialogue_.language() == Language::zh ? "作答（" + keys + "，? 说明，h 帮助）："
                                                : "Answer (" + keys + ", ? explain, h help): ";
  }

  // An option of this question as people type it.
  std::optional<std::size_t> option_in(const Question& asked, const std::string& word) const {
    for (std::size_t i = 0; i < asked.options.size(); ++i) {
      if (asked.options[i].key.value == word) return i;
    }
    for (std::size_t i = 0; i < asked.options.size(); ++i) {
      if (lower_ascii(asked.options[i].key.value) == lower_ascii(word)) return i;
    }
    return std::nullopt;
  }

  void take(const std::string& line) {
    if (line.empty() && dialogue_.is_shown()) {
      if (!any_open()) return leave_when_done();
      place_ = next_open(place_);
      return;
    }
    if (line.empty() || (!dialogue_.is_shown() && line.front() == '#')) return;
    auto [word, rest] = split(line);
    word = half_width(word);
    // `L1-1.1.1 C`: a question by its id, and what is to be done with it.
    if (jump_to(word)) {
      if (rest.empty()) return;
      std::tie(word, rest) = split(rest);
      word = half_width(word);
    }
    if (const auto option = option_in(question(), word)) return answer_with(*option, rest);
    const auto verb = verb_in(word);
    if (!verb) {
      refuse(dialogue_.say({"不认识 `", "`"}) + line +
             dialogue_.say({"`；h 显示帮助", "` is not known; h shows help"}));
      return;
    }
    act(*verb, rest);
  }

  static std::optional<Verb> verb_in(const std::string& word) {
    const auto row = std::find_if(verb_names.begin(), verb_names.end(), [&](const VerbName& known) {
      return known.name == lower_ascii(word);
    });
    return row == verb_names.end() ? std::nullopt : std::optional(row->verb);
  }

  void act(Verb verb, const std::string& rest) {
    switch (verb) {
      case Verb::next:
        break;
      case Verb::explain:
        show_explanation(dialogue_, session_, row_[place_]);
        break;
      case Verb::not_applicable:
        mark_not_applicable();
        break;
      case Verb::note:
        set_note(rest);
        break;
      case Verb::evidence:
        set_evidence(rest);
        break;
      case Verb::back:
        place_ = (place_ + row_.size() - 1) % row_.size();
        break;
      case Verb::on:
        place_ = (place_ + 1) % row_.size();
        break;
      case Verb::go:
        if (!jump_to(half_width(rest)) && !jump_to_section(half_width(rest))) {
          refuse(dialogue_.say({"没有这道题或这一章：", "no such question or section: "}) + rest);
        }
        break;
      case Verb::progress:
        show_progress(dialogue_, session_);
        break;
      case Verb::score:
        show_score(dialogue_, session_);
        break;
      case Verb::help:
        show_help(dialogue_);
        break;
      case Verb::quit:
        is_over_ = true;
        break;
    }
  }

  bool jump_to(const std::string& word) {
    for (std::size_t i = 0; i < row_.size(); ++i) {
      if (lower_ascii(session_.bank().question(row_[i]).id.value) != lower_ascii(word)) continue;
      place_ = i;
      return true;
    }
    return false;
  }

  bool jump_to_section(const std::string& word) {
    for (std::size_t i = 0; i < row_.size(); ++i) {
      const auto section = session_.bank().section_of(session_.bank().question(row_[i]).area);
      if (!section) continue;
      const Area& area = session_.bank().area(*section);
      if (std::to_string(area.section->value) != word && area.title.zh != word &&
          lower_ascii(area.title.en) != lower_ascii(word)) {
        continue;
      }
      place_ = i;
      return true;
    }
    return false;
  }

  Answer current() const {
    const Answer* answer = session_.diagnosis().responses[row_[place_].index].answer;
    if (answer != nullptr) return *answer;
    return Answer{.question = {question().id.value, {}}, .option = {}, .note = {}, .evidence = {}};
  }

  // Saved before anything else happens. False ends the dialogue.
  bool save(const Answer& answer) {
    if (!session_.file().set_answer(session_.bank(), answer)) {
      diagnostics_.report(rules::form_cannot_edit, std::nullopt, answer.question.value);
      failed_ = true;
    } else if (!session_.save(diagnostics_)) {
      failed_ = true;
    }
    is_over_ = is_over_ || failed_;
    if (failed_) return false;
    session_.refresh();
    const std::string word = answer.option ? answer.option->value : "–";
    shown_.reset();
    if (dialogue_.is_shown()) {
      const std::string what = answer.option ? " = " + word : std::string();
      dialogue_.show(answer.question.value + what + dialogue_.say({"，已保存", ", saved"}));
    } else if (options_.common.quiet == 0) {
      dialogue_.tell(answer.question.value + " " + word);
    }
    return true;
  }

  // What is typed behind the option is its note.
  void answer_with(std::size_t option, const std::string& note) {
    Answer answer = current();
    if (!note.empty()) answer.note = note;
    answer.option = Located<std::string>{question().options[option].key.value, {}};
    const Question& asked = question();
    if (!save(answer)) return;
    if (answer.evidence.empty() && asks_for_evidence(asked, option) && dialogue_.is_shown()) {
      ask_for_evidence();
      if (is_over_) return;
    }
    if (any_open()) {
      place_ = next_open(place_);
    } else {
      leave_when_done();
    }
  }

  // Asked for, not insisted upon: it can be given later. Who types ahead for the next question must
  // not find a file named `d` afterwards.
  void ask_for_evidence() {
    while (true) {
      const auto line =
          dialogue_.ask(dialogue_.say({"证据（多个用分号隔开，回车为以后再补）：",
                                       "Evidence (`;` between several, Enter for later): "}));
      if (!line || line->empty() || *line == "-") return;
      const std::string word = half_width(*line);
      if (!option_in(question(), word) && !verb_in(word)) return set_evidence(*line);
      dialogue_.show(dialogue_.say({"`", "`"}) + *line +
                     dialogue_.say({"` 不像文件名；没有证据请直接回车",
                                    "` is no file name; Enter if there is no evidence yet"}));
    }
  }

  void mark_not_applicable() {
    const Question& asked = question();
    if (session_.bank().scoring.not_applicable != NotApplicable::any) {
      const bool may_be_tailored = session_.bank().area(asked.area).is_tailorable &&
                                   session_.diagnosis().answers.seals.empty();
      const std::string area = session_.bank().area(asked.area).id.value;
      refuse(may_be_tailored
                 ? dialogue_.say({"所属能力项没有裁剪，不能答“不涉及”；企业没有这项业务时，"
                                  "在答卷的 tailored 中写 ",
                                  "its area is not tailored out; if the enterprise has no such "
                                  "business, put into `tailored` of the file: "}) +
                       area
                 : dialogue_.say({"所属能力项没有裁剪，不能答“不涉及”，请选一个选项",
                                  "its area is not tailored out: choose an option"}));
      return;
    }
    Answer answer = current();
    answer.option = Located<std::string>{"n/a", {}};
    if (save(answer) && any_open()) place_ = next_open(place_);
  }

  void set_note(std::string text) {
    if (text.empty()) {
      const auto line = dialogue_.ask(dialogue_.say({"备注：", "Note: "}));
      if (!line) return;
      text = *line;
    }
    Answer answer = current();
    answer.note = text == "-" ? "" : text;
    save(answer);
  }

  void set_evidence(std::string text) {
    if (text.empty()) {
      const auto line = dialogue_.ask(
          dialogue_.say({"证据（多个用分号隔开）：", "Evidence (`;` between several): "}));
      if (!line) return;
      text = *line;
    }
    Answer answer = current();
    answer.evidence.clear();
    for (std::size_t at = 0; at < text.size() && text != "-";) {
      std::size_t end = std::min(text.find(';', at), text.find("；", at));
      const std::size_t next = end == std::string::npos ? text.size()
                               : text[end] == ';'       ? end + 1
                                                        : end + std::string_view("；").size();
      end = std::min(end, text.size());
      const std::size_t begin = text.find_first_not_of(' ', at);
      if (begin < end) answer.evidence.push_back({text.substr(begin, end - begin), {}});
      at = next;
    }
    save(answer);
  }

  void leave_when_done() {
    show_score(dialogue_, session_);
    dialogue_.show(dialogue_.language() == Language::zh
                       ? "全部答完。提交：assess submit " + options_.file
                       : "All is answered. To submit it: assess submit " + options_.file);
    // A script goes on to its end.
    is_over_ = dialogue_.is_shown();
  }

  // What a line asks for cannot be done; the person is told and asked again.
  void refuse(const std::string& why) {
    ++refused_;
    if (dialogue_.is_shown()) {
      dialogue_.show(why);
      refused_ = 0;
    } else {
      dialogue_.tell(fmt::format("{}:{}: {}", options_.script, line_number_, why));
    }
  }

  const FillOptions& options_;
  Session& session_;
  Dialogue& dialogue_;
  Env& env_;
  Diagnostics diagnostics_;
  std::vector<QuestionId> row_;
  std::size_t place_ = 0;
  std::optional<std::size_t> shown_;  // the question on the screen
  std::size_t line_number_ = 0;
  int refused_ = 0;
  bool is_over_ = false;
  bool failed_ = false;
};

}  // namespace

ExitCode run(const FillOptions& options, Env& env) {
  Diagnostics diagnostics;
  StringInput script;
  const bool is_script = !options.script.empty();
  if (is_script && options.script != "-") {
    auto text = env.files.read(options.script, diagnostics);
    if (text) script.text = *std::move(text);
  } else if (!is_script && !(env.in_is_terminal && env.err_is_terminal)) {
    diagnostics.report(
        rules::cli_no_terminal, std::nullopt,
        Text{"`fill` 要在终端里用；脚本用 `--from 文件` 或 `--from -`，也可以直接编辑文件",
             "`fill` needs a terminal; scripts use `--from FILE` or `--from -`, and the file may "
             "be edited by hand"});
  }
  if (diagnostics.has_errors()) {
    say(diagnostics, options.common, env);
    return ExitCode::cannot;
  }
  const auto session = Session::open(options.file, options.banks, options.common, env);
  if (!session) return ExitCode::cannot;
  Input& lines = is_script && options.script != "-" ? script : env.in;
  Dialogue dialogue(lines, env.err, options.common.spoken, env.width, !is_script);
  return Filling(options, *session, dialogue, env).run();
}

}  // namespace assess::cmd
