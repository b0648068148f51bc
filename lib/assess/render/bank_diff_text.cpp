// `bank diff` for people.
#include <assess/base/utf8.hpp>
#include <assess/render/authoring.hpp>
#include <assess/render/text_table.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace assess::render {
namespace {

using authoring::Change;
using authoring::ChangeClass;
using authoring::ChangeKind;
using authoring::ImpactState;
using authoring::Step;
using authoring::Subject;

Words name_of(ChangeClass type) {
  switch (type) {
    case ChangeClass::structure:
      return {"结构", "structure"};
    case ChangeClass::scoring:
      return {"评分", "scoring"};
    case ChangeClass::text:
      return {"文字", "text"};
  }
  return {};
}

Words name_of(Subject subject) {
  constexpr std::array<Words, 10> names{{{"题库", "bank"},
                                         {"层级", "tier"},
                                         {"等级", "level"},
                                         {"企业类型", "variant"},
                                         {"评分规则", "scoring"},
                                         {"出处", "provenance"},
                                         {"能力项", "area"},
                                         {"题目", "question"},
                                         {"选项", "option"},
                                         {"成效类指标", "indicator"}}};
  return names[static_cast<std::size_t>(subject)];
}

// What stands in the bank under these keys; other keys are shown as they are.
constexpr std::array<std::pair<std::string_view, Words>, 17> parts{
    {{"title", {"名称", "title"}},
     {"description", {"说明", "description"}},
     {"instructions", {"填报说明", "instructions"}},
     {"text", {"题干", "text"}},
     {"help", {"释义", "help"}},
     {"advice", {"改进建议", "advice"}},
     {"weight", {"权重", "weight"}},
     {"threshold", {"达标线", "threshold"}},
     {"section", {"章号", "section"}},
     {"tailorable", {"可裁剪", "tailorable"}},
     {"level", {"等级", "level"}},
     {"area", {"能力项", "area"}},
     {"parent", {"上级", "parent"}},
     {"evidence", {"证据要求", "evidence from"}},
     {"provenance", {"出处", "provenance"}},
     {"languages", {"语言", "languages"}},
     {"unit", {"单位", "unit"}}}};

Words name_of(Step step) {
  switch (step) {
    case Step::none:
      return {"不必提高", "none"};
    case Step::patch:
      return {"第三位", "patch"};
    case Step::minor:
      return {"第二位", "minor"};
    case Step::major:
      return {"第一位", "major"};
  }
  return {};
}

Words name_of(ImpactState state) {
  switch (state) {
    case ImpactState::untouched:
      return {"不受影响", "untouched"};
    case ImpactState::loses:
      return {"有作答不再计分", "loses answers"};
    case ImpactState::breaks:
      return {"会出错", "breaks"};
    case ImpactState::other_bank:
      return {"不是旧版题库的答卷", "not for the old bank"};
    case ImpactState::unreadable:
      return {"无法读取", "unreadable"};
  }
  return {};
}

// Two numbers so that they look different.
std::pair<std::string, std::string> shown(const Fraction& before, const Fraction& after,
                                          bool is_share) {
  const Fraction factor(is_share ? 100 : 1);
  const char* sign = is_share ? "%" : "";
  std::string left = (before * factor).shortest(is_share ? 2 : 6) + sign;
  std::string right = (after * factor).shortest(is_share ? 2 : 6) + sign;
  if (left == right) return {before.exact(), after.exact()};
  return {std::move(left), std::move(right)};
}

class BankDiffText {
 public:
  BankDiffText(const BankComparison& comparison, const Context& context)
      : comparison_(comparison), diff_(comparison.diff), context_(context) {}

  std::string run() {
    const Bank& before = *comparison_.before;
    const Bank& after = *comparison_.after;
    const std::string old = safe_to_show(before.id.value + "@" + before.version);
    const std::string now = safe_to_show(after.id.value + "@" + after.version);
    out_ = styled(old + " → " + now, Style::bold, context_.colour) + "\n";
    for (const ChangeClass type :
         {ChangeClass::structure, ChangeClass::scoring, ChangeClass::text}) {
      add_changes(type);
    }
    if (comparison_.has_answers) add_answers();
    if (context_.summary) add_summary();
    return out_;
  }

 private:
  std::string say(Words words) const { return std::string(words.in(context_.language)); }

  std::string part_name(const std::string& part) const {
    const auto known = std::find_if(parts.begin(), parts.end(),
                                    [&](const auto& entry) { return entry.first == part; });
    return known == parts.end() ? safe_to_show(part) : say(known->second);
  }

  static std::string value(const std::string& text) {
    return text.empty() ? "–" : safe_to_show(text);
  }

  std::string arrow(const Change& change) const {
    if (change.before_number && change.after_number) {
      const auto [left, right] =
          shown(*change.before_number, *change.after_number, change.is_share());
      return left + " → " + right;
    }
    return value(change.before) + " → " + value(change.after);
  }

  std::string of_what(const Change& change) const {
    std::string out = part_name(change.part);
    if (change.subject == Subject::option)
      out = say({"选项 ", "option "}) + safe_to_show(change.part);
    const std::string which = change.language ? std::string(language_tag(*change.language))
                                              : safe_to_show(change.variant);
    return which.empty() ? out : out + " (" + which + ")";
  }

  std::string described(const Change& change) const {
    const std::string title = safe_to_show(change.title.in(context_.language));
    const std::string lead = change.part.empty() ? std::string() : of_what(change) + " ";
    switch (change.kind) {
      case ChangeKind::added:
        return lead + say({"新增", "added"}) + "  " + title;
      case ChangeKind::removed:
        return lead + say({"取消", "removed"}) + "  " + title;
      case ChangeKind::renamed:
        return say({"换题号 ", "renamed "}) + arrow(change);
      case ChangeKind::moved:
        return say({"移动：", "moved: "}) + lead + arrow(change);
      case ChangeKind::reworded:
        return lead + say({"改写", "reworded"});
      case ChangeKind::reweighted:
      case ChangeKind::rescored:
      case ChangeKind::changed:
        return lead + arrow(change);
    }
    return {};
  }

  void add_changes(ChangeClass type) {
    const std::size_t count = diff_.count(type);
    if (count == 0) return;
    out_ += "\n" +
            styled(say(name_of(type)) + say({"：", ": "}) + std::to_string(count), Style::bold,
                   context_.colour) +
            "\n";
    TextTable table({Align::left, Align::left, Align::left, Align::left});
    std::vector<const Change*> shown_changes;
    for (const Change& change : diff_.changes) {
      if (change.type != type) continue;
      table.row({change.costs_answers ? "!" : " ", say(name_of(change.subject)),
                 safe_to_show(change.id), described(change)});
      if (change.costs_answers) table.style(0, Style::bad);
      shown_changes.push_back(&change);
    }
    const auto lines = table.lines(2, context_.colour);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out_ += lines[i] + "\n";
      const Change& change = *shown_changes[i];
      if (change.kind != ChangeKind::reworded) continue;
      if (!change.before.empty()) add_wording("- ", change.before, Style::bad);
      if (!change.after.empty()) add_wording("+ ", change.after, Style::good);
    }
  }

  void add_wording(const char* sign, const std::string& text, Style style) {
    out_ += "      " + styled(sign + safe_to_show(text), style, context_.colour) + "\n";
  }

  void add_answers() {
    out_ += "\n" +
            styled(say({"答卷：", "answer files: "}) + std::to_string(comparison_.files.size()),
                   Style::bold, context_.colour) +
            "\n";
    for (const auto& file : comparison_.files) {
      const authoring::Impact& impact = file.impact;
      const bool is_bad = impact.state != ImpactState::untouched;
      out_ += "  " + safe_to_show(file.path) + "  " +
              styled(say(name_of(impact.state)), is_bad ? Style::warning : Style::good,
                     context_.colour) +
              "\n";
      for (const authoring::Carried& entry : impact.breaks) add_break(entry);
      add_ids({"不再计分：", "no longer counts: "}, impact.loses);
      add_ids({"新题待答：", "new to answer: "}, impact.added);
      if (impact.is_other_version) {
        out_ += "      " +
                say({"答卷写的是旧版本号，要用 assess migrate 改到新版",
                     "it names the old version; assess migrate carries it to the new one"}) +
                "\n";
      }
    }
  }

  void add_break(const authoring::Carried& entry) {
    std::string line = safe_to_show(entry.id);
    if (!entry.value.empty() && entry.value != entry.id) line += " = " + safe_to_show(entry.value);
    line += say({"：", ": "}) + shown_reason(entry, context_.language);
    if (!entry.new_id.empty()) {
      line += say({"，现为 ", ", now "}) + safe_to_show(entry.new_id);
    }
    out_ += "      " + line + "\n";
  }

  void add_ids(Words lead, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    std::string list;
    for (const std::string& id : ids) {
      list += (list.empty() ? "" : say({"、", ", "})) + safe_to_show(id);
    }
    out_ += "      " + say(lead) + list + "\n";
  }

  void add_summary() {
    out_ += "\n";
    if (diff_.changes.empty()) {
      out_ += comparison_.before->sha256 == comparison_.after->sha256
                  ? say({"两个题库完全相同\n", "the banks are the same\n"})
                  : say({"内容相同，只有排版、注释或顺序不同\n",
                         "the same content; only layout, comments or order differ\n"});
    } else {
      out_ += fmt::format(fmt::runtime(say({"{} 处变化：结构 {}，评分 {}，文字 {}",
                                            "changes: {}; structure {}, scoring {}, text {}"})),
                          diff_.changes.size(), diff_.count(ChangeClass::structure),
                          diff_.count(ChangeClass::scoring), diff_.count(ChangeClass::text));
      const bool any_cost = std::any_of(diff_.changes.begin(), diff_.changes.end(),
                                        [](const Change& change) { return change.costs_answers; });
      if (any_cost) out_ += say({"（! 会使已有作答失效）", " (! costs answers)"});
      out_ += "\n";
    }
    add_files_summary();
    add_step();
  }

  void add_files_summary() {
    if (!comparison_.has_answers) return;
    std::string list;
    for (const ImpactState state : {ImpactState::breaks, ImpactState::loses, ImpactState::untouched,
                                    ImpactState::other_bank, ImpactState::unreadable}) {
      const std::size_t count = comparison_.count(state);
      if (count == 0) continue;
      list += (list.empty() ? "" : say({"，", ", "})) + say(name_of(state)) + " " +
              std::to_string(count);
    }
    out_ += say({"答卷：", "answer files: "}) + list + "\n";
  }

  void add_step() {
    if (diff_.due == Step::none) return;
    const std::string next = authoring::next_version(comparison_.before->version, diff_.due);
    out_ += say({"版本应提高", "version step due: "}) + say(name_of(diff_.due));
    if (!next.empty()) out_ += say({"（", " ("}) + safe_to_show(next) + say({"）", ")"});
    out_ += say({"，新题库是 ", "; the new version is "}) +
            safe_to_show(comparison_.after->version) + "\n";
  }

  const BankComparison& comparison_;
  const authoring::BankDiff& diff_;
  const Context& context_;
  std::string out_;
};

}  // namespace

std::size_t BankComparison::count(ImpactState state) const {
  return static_cast<std::size_t>(std::count_if(
      files.begin(), files.end(), [&](const File& file) { return file.impact.state == state; }));
}

std::string bank_diff_text(const BankComparison& comparison, const Context& context) {
  return BankDiffText(comparison, context).run();
}

}  // namespace assess::render
