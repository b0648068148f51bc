// The result of `history` as people read it on a terminal.
#include <assess/base/date.hpp>
#include <assess/base/utf8.hpp>
#include <assess/render/render.hpp>
#include <assess/render/text_table.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

namespace assess::render {
namespace {

Words state_words(PastState state) {
  switch (state) {
    case PastState::broken:
      return {"封存不可信", "broken seal"};
    case PastState::unfinished:
      return {"未完成", "unfinished"};
    case PastState::future:
      return {"晚于查看日期", "after the day asked about"};
    case PastState::duplicate:
      return {"重复", "a copy"};
    case PastState::over_quota:
      return {"超出当月次数", "over the month's limit"};
    case PastState::valid:
      return {"有效", "valid"};
  }
  return {};
}

std::string state_cell(const JudgedDiagnosis& entry, bool counts, Language language) {
  std::string out(state_words(entry.state).in(language));
  if (counts) out += Words{"，以此为准", ", the one that counts"}.in(language);
  if (entry.state == PastState::unfinished && entry.diagnosis.submitted > 0) {
    out += language == Language::zh
               ? fmt::format("，已提交 {} 个等级", entry.diagnosis.submitted)
               : fmt::format(", levels submitted: {}", entry.diagnosis.submitted);
  }
  return out;
}

Style state_style(PastState state) {
  switch (state) {
    case PastState::broken:
      return Style::bad;
    case PastState::over_quota:
      return Style::warning;
    case PastState::unfinished:
    case PastState::future:
    case PastState::duplicate:
      return Style::faint;
    case PastState::valid:
      return Style::good;
  }
  return Style::faint;
}

std::string table_of(const EnterpriseHistory& enterprise, const Context& context) {
  const Language language = context.language;
  const auto say = [&](Words words) { return std::string(words.in(language)); };
  TextTable table({Align::left, Align::left, Align::right, Align::left, Align::left});
  table.head({say({"完成日期", "finished"}), say({"等级", "level"}), say({"总分", "total"}),
              say({"状态", "state"}), say({"文件", "file"})});
  for (std::size_t i = 0; i < enterprise.diagnoses.size(); ++i) {
    const JudgedDiagnosis& entry = enterprise.diagnoses[i];
    const PastDiagnosis& diagnosis = entry.diagnosis;
    const auto& result = diagnosis.result;
    const std::string none(report::dash);
    table.row({diagnosis.date.empty() ? none : diagnosis.date,
               result ? safe_to_show(report::shown_attained(*result, language)) : none,
               result ? report::shown_total(*result) : none,
               state_cell(entry, enterprise.counts == i, language), safe_to_show(diagnosis.path)});
    table.style(3, state_style(entry.state));
  }
  return table.text(2, context.colour);
}

std::string attempts_line(const EnterpriseHistory& enterprise, const History& history,
                          Language language) {
  const std::string_view month = month_of(history.as_of);
  return language == Language::zh ? fmt::format("  {} 还可完成 {} 次（每月最多 {} 次）\n", month,
                                                enterprise.attempts_left, attempts_a_month)
                                  : fmt::format("  attempts left in {}: {} of {}\n", month,
                                                enterprise.attempts_left, attempts_a_month);
}

std::string summary_line(const Run& run, Language language) {
  const auto& enterprises = run.history.enterprises;
  const bool is_zh = language == Language::zh;
  const auto files = run.files.size();
  std::string out =
      is_zh ? fmt::format("{} 个文件，{} 家企业", files, enterprises.size())
            : fmt::format("{} {}, {} {}", files, files == 1 ? "file" : "files", enterprises.size(),
                          enterprises.size() == 1 ? "enterprise" : "enterprises");
  std::string_view separator = is_zh ? "：" : ": ";
  const auto add = [&](Words name, int count) {
    if (count == 0) return;
    out += fmt::format("{}{} {}", separator, name.in(language), count);
    separator = is_zh ? "，" : ", ";
  };
  for (const PastState state : all_past_states) add(state_words(state), run.history.count(state));
  add({"无法读取", "not readable"}, static_cast<int>(files) - run.history.count());
  if (run.skipped > 0) {
    out += is_zh ? fmt::format("；跳过 {} 个其他文件", run.skipped)
                 : fmt::format("; skipped {} other {}", run.skipped,
                               run.skipped == 1 ? "file" : "files");
  }
  return out + "\n";
}

}  // namespace

std::string history_text(const Run& run, const Context& context) {
  std::string out;
  for (const EnterpriseHistory& enterprise : run.history.enterprises) {
    if (!out.empty()) out += "\n";
    out += styled(safe_to_show(enterprise.name), Style::bold, context.colour);
    if (!enterprise.uscc.empty()) out += "  " + safe_to_show(enterprise.uscc);
    out += "\n" + table_of(enterprise, context);
    out += attempts_line(enterprise, run.history, context.language);
  }
  if (context.summary && (run.files.size() != 1 || run.skipped > 0)) {
    if (!out.empty()) out += "\n";
    out += summary_line(run, context.language);
  }
  return out;
}

}  // namespace assess::render
