#include <assess/base/version.hpp>
#include <assess/report/build.hpp>
#include <assess/report/chapter.hpp>

#include <fmt/format.h>

namespace assess::report {

Document build_document(const Diagnosis& diagnosis, const DocumentOptions& options) {
  const Bank& bank = *diagnosis.bank;
  const auto say = [&](Words words) { return std::string(words.in(options.language)); };
  Document document;
  document.language = options.language;
  document.title = bank.title.in(options.language) + say({"报告", ": report"});
  document.subtitle = diagnosis.answers.enterprise.name;
  document.author = fmt::format("assess {}", program_version);
  document.subject = fmt::format("{}@{}", bank.id.value, bank.version);
  document.footer = say({"企业自诊断，不是评估认证", "Self-diagnosis, not a certified assessment"});
  document.page_label = say({"第 {} 页，共 {} 页", "Page {} of {}"});
  document.date = options.date;
  write_summary(diagnosis, options, document);
  write_results(diagnosis, options, document);
  write_closing(diagnosis, options, document);
  return document;
}

}  // namespace assess::report
