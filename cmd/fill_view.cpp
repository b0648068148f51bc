#include "fill_view.hpp"

#include <assess/base/utf8.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

namespace assess::cmd {
namespace {

std::string area_path(const Bank& bank, AreaId area, Language language) {
  std::string out;
  if (const auto section = bank.section_of(area); section && *section != area) {
    const Area& node = bank.area(*section);
    out = std::to_string(node.section->value) + " " + node.title.in(language) + " › ";
  }
  const std::string number = bank.area_number(area);
  return out + (number.empty() ? "" : number + " ") + bank.area(area).title.in(language);
}

}  // namespace

void show_question(Dialogue& dialogue, const Session& session, QuestionId id, std::size_t place,
                   std::size_t count) {
  if (!dialogue.is_shown()) return;
  const Bank& bank = session.bank();
  const Question& question = bank.question(id);
  const Response& response = session.diagnosis().responses[id.index];
  dialogue.show("");
  dialogue.show(fmt::format("[{}/{}]  {}  {}", place + 1, count, question.id.value,
                            area_path(bank, question.area, dialogue.language())));
  dialogue.show(question.text.in(dialogue.language()));
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const Option& option = question.options[i];
    const bool is_chosen = response.state == Response::State::answered && response.option == i;
    dialogue.show(std::string(is_chosen ? "> " : "  ") + option.key.value + "  ",
                  option.text.in(dialogue.language()));
  }
  if (response.state == Response::State::not_applicable) {
    dialogue.show(dialogue.say({"> 不涉及", "> not applicable"}));
  }
  if (response.answer == nullptr) return;
  if (!response.answer->note.empty()) {
    dialogue.show(dialogue.say({"备注：", "Note: "}), response.answer->note);
  }
  for (const auto& evidence : response.answer->evidence) {
    dialogue.show(dialogue.say({"证据：", "Evidence: "}), evidence.value);
  }
}

void show_explanation(Dialogue& dialogue, const Session& session, QuestionId id) {
  const Question& question = session.bank().question(id);
  const Text& help = question.help;
  dialogue.show(help.empty()
                    ? dialogue.say({"这道题没有说明。", "This question has no explanation."})
                    : help.in(dialogue.language()));
  if (!question.advice.empty()) {
    dialogue.show(dialogue.say({"怎样得满分：", "What full takes: "}),
                  question.advice.in(dialogue.language()));
  }
}

void show_progress(Dialogue& dialogue, const Session& session) {
  const auto& level = session.flow().level;
  if (!level) return;
  const Diagnosis& diagnosis = session.diagnosis();
  for (const SectionProgress& section :
       section_progress(*diagnosis.sheet, diagnosis.card, *level)) {
    const Area& area = session.bank().area(section.area);
    const std::string title = pad_right(
        std::to_string(area.section->value) + " " + area.title.in(dialogue.language()), 14);
    const int answered = section.tally.answered + section.tally.not_applicable;
    const int all = section.tally.questions + section.tailored;
    const auto state = report::shown_section_state(section.state, dialogue.language());
    const std::string progress = report::shown_tally(section.tally);
    dialogue.show(
        dialogue.language() == Language::zh
            ? fmt::format("  {} 共{:>2}题  已答{:>2}  裁切{:>2}  进度 {:>5}  {}", title, all,
                          answered, section.tailored, progress, state)
            : fmt::format("  {} {:>2} questions  {:>2} answered  {:>2} tailored  {:>5}  {}", title,
                          all, answered, section.tailored, progress, state));
  }
}

void show_score(Dialogue& dialogue, const Session& session) {
  const auto& index = session.flow().level;
  if (!index) return;
  const LevelScore& level = session.diagnosis().card.levels[*index];
  const std::string name = report::shown_level(session.bank().levels[*index], dialogue.language());
  const std::string score = report::shown_score(level.score, level.threshold);
  const std::string threshold = report::shown_number(level.threshold);
  const std::string tally = report::shown_tally(level.tally);
  const Words so_far = level.is_complete()
                           ? Words{}
                           : Words{"（未答的按 0 计）", " so far (open questions count 0)"};
  dialogue.show(dialogue.language() == Language::zh
                    ? fmt::format("{}目前得分 {}{}，达标线 {}，已答 {}。", name, score, so_far.zh,
                                  threshold, tally)
                    : fmt::format("Level {} scores {}{} against {}; {} answered.", name, score,
                                  so_far.en, threshold, tally));
}

void show_help(Dialogue& dialogue) {
  constexpr Words lines[]{
      {"A B C …      选一个选项并保存，转到下一道未答的题",
       "A B C …      choose an option, save it, and go to the next open question"},
      {"C 备注文字   选项后面可以直接写备注", "C TEXT       an option, and a note to it"},
      {"回车         跳过，转到下一道未答的题", "Enter        go on to the next open question"},
      {"?            这道题的说明", "?            the explanation of this question"},
      {"n            不涉及（只限已裁剪的能力项）",
       "n            not involved (where the bank allows it)"},
      {"note 文字    备注（别名 备注）；只写 note - 为删除",
       "note TEXT    a note; `note -` removes it"},
      {"ev 文件;文件 证据（别名 证据）；只写 ev - 为删除",
       "ev FILE;FILE evidence; `ev -` removes it"},
      {"<  >         上一题、下一题（别名 上一题、下一题）",
       "<  >         the question before, the one behind"},
      {"go 题号|章   跳转（别名 跳转）", "go ID|SECTION  jump to a question or a section"},
      {"p  s         各章进度、目前得分（别名 进度、得分）",
       "p  s         progress by section, the score so far"},
      {"q            退出（别名 退出）；每题已随答随存",
       "q            leave; every answer is saved already"},
  };
  for (const Words& line : lines) dialogue.show("  ", line.in(dialogue.language()));
}

}  // namespace assess::cmd
