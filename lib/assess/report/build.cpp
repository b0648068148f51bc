#include <assess/base/date.hpp>
#include <assess/base/version.hpp>
#include <assess/report/build.hpp>
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

#include <array>

namespace assess::report {
namespace {

constexpr Words notice{
    "本报告是企业根据自己的答卷做出的自诊断，不是评估认证，也不代表任何机构的评估结论。",
    "This report is the enterprise's own diagnosis from its own answers. It is not a certified "
    "assessment, and states no finding of any assessment body."};

// The usual words of the register in the language of the report; others as they were written.
std::string shown_fact(const std::string& written, Language language) {
  constexpr std::array known{
      Words{"民营企业", "private"},
      Words{"国有企业", "state-owned"},
      Words{"国有控股企业", "state-held"},
      Words{"集体企业", "collective"},
      Words{"中外合资企业", "Sino-foreign joint venture"},
      Words{"外商独资企业", "foreign-owned"},
      Words{"外资企业", "foreign-owned"},
      Words{"大型", "large"},
      Words{"中型", "medium"},
      Words{"小型", "small"},
      Words{"微型", "micro"},
  };
  for (const Words& words : known) {
    if (written == words.zh || written == words.en) return std::string(words.in(language));
  }
  return written;
}

Cover make_cover(const Diagnosis& diagnosis, const DocumentOptions& options) {
  const auto say = [&](Words words) { return std::string(words.in(options.language)); };
  const Bank& bank = *diagnosis.bank;
  const Enterprise& enterprise = diagnosis.answers.enterprise;
  Cover cover;
  cover.logo = options.logo;
  cover.kind = say({"诊断报告", "Self-diagnosis report"});
  cover.notice = say(notice);
  cover.mark = options.mark;
  const auto add = [&](Words name, const std::string& value) {
    if (!value.empty()) cover.facts.rows.emplace_back(say(name), value);
  };
  std::string date = enterprise.date;
  if (date.empty() && options.date) date = iso_date(*options.date);
  add({"诊断日期", "Date of the diagnosis"}, date);
  const std::string created = options.date ? iso_date(*options.date) : std::string();
  if (created != date) add({"报告日期", "Date of the report"}, created);
  add({"统一社会信用代码", "Unified social credit code"}, enterprise.uscc.value);
  add({"单位性质", "Ownership"}, shown_fact(enterprise.type, options.language));
  add({"行业（GB/T 4754）", "Industry (GB/T 4754)"}, enterprise.industry.value);
  add({"企业规模", "Size"}, shown_fact(enterprise.size.value, options.language));
  add({"全年销售收入（万元）", "Annual revenue (10,000 CNY)"},
      shown_amount(enterprise.revenue.value));
  add({"企业类型", "Variant"}, shown_variant(diagnosis, options.language));
  add({"题库", "Question bank"}, fmt::format("{}@{}", bank.id.value, bank.version));
  cover.approvals = options.approvals;
  if (!cover.approvals.empty()) {
    cover.approval_heads = {say({"职责", "Role"}), say({"姓名", "Name"}),
                            say({"签字", "Signature"}), say({"日期", "Date"})};
  }
  return cover;
}

}  // namespace

Document build_document(const Diagnosis& diagnosis, const DocumentOptions& options) {
  const Bank& bank = *diagnosis.bank;
  const auto say = [&](Words words) { return std::string(words.in(options.language)); };
  Document document;
  document.language = options.language;
  document.title = bank.title.in(options.language);
  document.subtitle = diagnosis.answers.enterprise.name;
  document.author = fmt::format("assess {}", program_version);
  document.subject = fmt::format("{}@{}", bank.id.value, bank.version);
  document.footer = say({"企业自诊断，不是评估认证", "Self-diagnosis, not a certified assessment"});
  document.page_label = say({"第 {} 页，共 {} 页", "Page {} of {}"});
  document.date = options.date;
  document.cover = make_cover(diagnosis, options);
  document.blocks.push_back(Contents{say({"目录", "Contents"})});

  const Standing standing = find_standing(diagnosis);
  const Matter matter{diagnosis, standing, options};
  for (const auto write :
       {write_summary, write_profile, write_losses, write_gaps, write_history, write_among,
        write_scope, write_indicators, write_method, write_answers}) {
    write(matter, document);
  }
  return document;
}

}  // namespace assess::report
