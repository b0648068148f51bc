// The result of `score` as Markdown, for the summary of a CI job: a table of the files, then the
// gates that were missed and the faults.
#include <assess/diag/rules.hpp>
#include <assess/render/markdown_page.hpp>
#include <assess/render/markdown_table.hpp>
#include <assess/render/markdown_text.hpp>
#include <assess/render/render.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::render {
namespace {

using report::Table;

class ScorePage {
 public:
  ScorePage(const Run& run, const Context& context) : run_(run), context_(context) {}

  std::string write() {
    page_.add(fmt::format("# {}\n\n", in_language({"评分结果", "Scores"})));
    page_.add(markdown_text(score_summary(run_, context_.language), MarkdownPlace::inside) + "\n");
    add_files();
    add_findings({"未过的门槛", "Missed gates"},
                 [](const Finding& finding) { return finding.rule == rules::gate_missed.id; });
    add_findings({"问题", "Faults"},
                 [](const Finding& finding) { return finding.rule != rules::gate_missed.id; });
    return page_.take(context_.language);
  }

 private:
  std::string in_language(Words words) const { return std::string(words.in(context_.language)); }

  // Without a gate there is nothing to pass.
  void add_files() {
    if (run_.files.empty()) return;
    std::vector<Table::Column> columns{{in_language({"文件", "file"})},
                                       {in_language({"企业", "enterprise"})},
                                       {in_language({"达到等级", "attained level"})},
                                       {in_language({"总分", "total"}), Table::Align::right}};
    if (run_.has_gates) {
      columns.push_back({in_language({"通过的门槛", "gates met"}), Table::Align::right});
    }
    page_.add("\n" + markdown_head(columns));
    for (const RunFile& file : run_.files) page_.add(markdown_row(row_of(file), columns.size()));
  }

  Table::Row row_of(const RunFile& file) const {
    if (!file.diagnosis) {
      return {.cells = {file.path, {}, in_language({"无法评分", "cannot be scored"})},
              .tone = report::Tone::warning};
    }
    const Diagnosis& diagnosis = *file.diagnosis;
    Table::Row row{.cells = {file.path, diagnosis.answers.enterprise.name,
                             report::shown_attained(diagnosis, context_.language),
                             fmt::format("{} / {}", report::shown_total(diagnosis),
                                         diagnosis.card.levels.size())}};
    if (run_.has_gates) {
      const auto& gates = diagnosis.verdict.gates;
      const auto met = std::count_if(gates.begin(), gates.end(),
                                     [](const GateResult& gate) { return gate.passed; });
      row.tone = diagnosis.verdict.passed ? report::Tone::good : report::Tone::warning;
      row.cells.push_back(fmt::format("{} / {}", met, gates.size()));
    }
    return row;
  }

  template <typename Wanted>
  void add_findings(Words title, Wanted is_wanted) {
    bool has_title = false;
    for (const Finding& finding : run_.findings) {
      if (finding.severity < context_.min_severity || !is_wanted(finding)) continue;
      if (!has_title) page_.add("\n## " + in_language(title) + "\n\n");
      has_title = true;
      const std::string line = finding_line(finding, context_.language);
      page_.add("- " + markdown_text(line, MarkdownPlace::block, "  ") + "\n");
    }
  }

  const Run& run_;
  const Context& context_;
  MarkdownPage page_;
};

}  // namespace

std::string score_markdown(const Run& run, const Context& context) {
  return ScorePage(run, context).write();
}

}  // namespace assess::render
