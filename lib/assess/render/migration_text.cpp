// `migrate` for people: what became of each entry of an answer file.
#include <assess/base/utf8.hpp>
#include <assess/render/authoring.hpp>
#include <assess/render/text_table.hpp>

#include <fmt/format.h>

namespace assess::render {
namespace {

using authoring::AnswerPart;
using authoring::Carried;
using authoring::Fate;
using authoring::Why;

Words words_of(Why why) {
  switch (why) {
    case Why::as_before:
      return {"不变", "as before"};
    case Why::replaced:
      return {"题号改了", "the question has another id"};
    case Why::not_in_file:
      return {"答卷中还没有", "not in the file yet"};
    case Why::question_gone:
      return {"题目已取消", "the question is gone"};
    case Why::already_answered:
      return {"新题号下已有作答", "it is answered under the new id already"};
    case Why::option_gone:
      return {"选项已取消", "the option is gone"};
    case Why::not_applicable:
      return {"此处不再接受 n/a", "n/a is no longer taken here"};
    case Why::variant_gone:
      return {"企业类型已取消，请另选", "the variant is gone; choose another one"};
    case Why::no_variants:
      return {"题库不再区分企业类型", "the bank no longer has variants"};
    case Why::area_gone:
      return {"能力项已取消", "the area is gone"};
    case Why::not_tailorable:
      return {"能力项不再可裁剪", "the area may no longer be tailored out"};
    case Why::indicator_gone:
      return {"成效类指标已取消", "the indicator is gone"};
  }
  return {};
}

Words heading_of(Fate fate) {
  switch (fate) {
    case Fate::kept:
      return {"保留", "kept"};
    case Fate::renamed:
      return {"换题号", "renamed"};
    case Fate::cleared:
      return {"清空，须重答", "cleared, to be answered again"};
    case Fate::dropped:
      return {"移出，原文留作注释", "dropped, kept as comments"};
    case Fate::added:
      return {"答卷中还没有，须作答", "not in the file yet, to be answered"};
  }
  return {};
}

Words name_of(AnswerPart part) {
  switch (part) {
    case AnswerPart::variant:
      return {"企业类型", "variant"};
    case AnswerPart::tailored:
      return {"裁剪", "tailored"};
    case AnswerPart::answer:
      return {"作答", "answer"};
    case AnswerPart::indicator:
      return {"成效类指标", "indicator"};
  }
  return {};
}

class MigrationText {
 public:
  MigrationText(const MigratedFile& file, const Context& context)
      : file_(file), context_(context) {}

  std::string run() {
    const authoring::Migration& migration = file_.migration;
    out_ = styled(safe_to_show(file_.path), Style::bold, context_.colour) + "  " +
           safe_to_show(migration.bank_before) + " → " + safe_to_show(migration.bank_after) +
           "  (" + safe_to_show(file_.bank->id.value + "@" + file_.bank->version) + ")\n";
    for (const Fate fate : {Fate::renamed, Fate::cleared, Fate::dropped, Fate::added}) add(fate);
    if (!context_.summary) return out_;
    const auto count = [&](Fate fate) { return migration.count(fate); };
    out_ += "\n" + fmt::format(
                       fmt::runtime(say({"保留 {} 项，换题号 {} 项，清空 {} 项，移出 {} 项，"
                                         "还须作答的新题 {} 道\n",
                                         "kept {}, renamed {}, cleared {}, dropped {}, new {}\n"})),
                       count(Fate::kept), count(Fate::renamed), count(Fate::cleared),
                       count(Fate::dropped), count(Fate::added));
    return out_;
  }

 private:
  std::string say(Words words) const { return std::string(words.in(context_.language)); }

  void add(Fate fate) {
    const std::size_t count = file_.migration.count(fate);
    if (count == 0) return;
    out_ += "\n" +
            styled(say(heading_of(fate)) + say({"：", ": "}) + std::to_string(count), Style::bold,
                   context_.colour) +
            "\n";
    TextTable table({Align::left, Align::left, Align::left, Align::left, Align::left});
    for (const Carried& entry : file_.migration.entries) {
      if (entry.fate != fate) continue;
      std::string id = safe_to_show(entry.id);
      if (!entry.new_id.empty()) id += " → " + safe_to_show(entry.new_id);
      const bool is_plain = fate == Fate::renamed || fate == Fate::added;
      table.row({say(name_of(entry.part)), std::move(id),
                 entry.value == entry.id ? std::string() : safe_to_show(entry.value),
                 is_plain ? std::string() : shown_reason(entry, context_.language),
                 safe_to_show(entry.title.in(context_.language))});
    }
    out_ += table.text(2, context_.colour);
  }

  const MigratedFile& file_;
  const Context& context_;
  std::string out_;
};

}  // namespace

std::string shown_reason(const Carried& entry, Language language) {
  return std::string(words_of(entry.why).in(language));
}

std::string migration_text(const MigratedFile& file, const Context& context) {
  return MigrationText(file, context).run();
}

}  // namespace assess::render
