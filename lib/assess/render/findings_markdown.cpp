// The result of `validate` as Markdown, for the summary of a CI job: a table of the files with
// their counts, then the findings of each file with their lines.
#include <assess/base/utf8.hpp>
#include <assess/render/fingerprint.hpp>
#include <assess/render/markdown_page.hpp>
#include <assess/render/markdown_table.hpp>
#include <assess/render/markdown_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace assess::render {
namespace {

using report::Table;
using Align = Table::Align;

Words severity_words(Severity severity) {
  switch (severity) {
    case Severity::info:
      return {"提示", "info"};
    case Severity::warning:
      return {"警告", "warning"};
    case Severity::error:
      return {"错误", "error"};
  }
  return {};
}

// A line of a file between fences that are longer than any run of backticks in it, indented so
// that it belongs to an entry of a list.
std::string code_block(const Place& place) {
  const std::string line = safe_to_show(place.excerpt);
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : line) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(std::max(std::size_t{3}, longest + 1), '`');
  return fmt::format("\n  {0}yaml\n  {1}\n  {0}\n", fence, line);
}

class FindingsPage {
 public:
  FindingsPage(const Run& run, const Context& context)
      : run_(run), context_(context), files_(owners(run)) {}

  std::string write() {
    page_.add(fmt::format("# {}\n\n", in_language({"检查结果", "Validation"})));
    page_.add(escaped(findings_summary(run_, context_.language)) + "\n");
    add_files();
    add_findings(nullptr);
    for (const RunFile& file : run_.files) add_findings(&file);
    return page_.take(context_.language);
  }

 private:
  std::string in_language(Words words) const { return std::string(words.in(context_.language)); }

  static std::string escaped(std::string_view text) {
    return markdown_text(text, MarkdownPlace::inside);
  }

  void add_files() {
    if (run_.files.empty()) return;
    const std::vector<Table::Column> columns{{in_language({"文件", "file"})},
                                             {in_language({"错误", "errors"}), Align::right},
                                             {in_language({"警告", "warnings"}), Align::right},
                                             {in_language({"提示", "infos"}), Align::right}};
    page_.add("\n" + markdown_head(columns));
    for (const RunFile& file : run_.files) page_.add(markdown_row(row_of(file), columns.size()));
  }

  // All of its findings, whatever of them is shown below.
  Table::Row row_of(const RunFile& file) const {
    const auto& [begin, end] = file.findings;
    const auto findings = std::span(run_.findings).subspan(begin, end - begin);
    const FindingCount counts = count(findings);
    const bool fails = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return counts_against(finding, run_);
    });
    const auto tone = fails ? report::Tone::warning : report::Tone::good;
    return {.cells = {file.path, std::to_string(counts.errors), std::to_string(counts.warnings),
                      std::to_string(counts.infos)},
            .tone = tone};
  }

  // Of the file, or of what belongs to none.
  void add_findings(const RunFile* file) {
    bool has_title = false;
    const auto from = file == nullptr ? std::size_t{0} : file->findings.begin;
    const auto to = file == nullptr ? run_.findings.size() : file->findings.end;
    for (std::size_t i = from; i < to; ++i) {
      const Finding& finding = run_.findings[i];
      const bool is_shown = finding.severity >= context_.min_severity &&
                            (!finding.suppressed || context_.show_suppressed);
      if (files_[i] != file || !is_shown) continue;
      if (!has_title) page_.add("\n## " + title_of(file) + "\n");
      has_title = true;
      page_.add("\n" + entry(finding));
    }
  }

  std::string title_of(const RunFile* file) const {
    return file == nullptr ? in_language({"运行", "Run"}) : escaped(safe_to_show(file->path));
  }

  std::string entry(const Finding& finding) const {
    const Language language = context_.language;
    std::string out = fmt::format("- **{}** ", severity_words(finding.severity).in(language));
    if (finding.place) out += where(*finding.place);
    out += escaped(safe_to_show(finding.message.in(language)));
    out += fmt::format(" `{}`\n", finding.rule);
    if (finding.place && !finding.place->excerpt.empty()) out += code_block(*finding.place);
    for (const Finding::Note& note : finding.notes) {
      out += "\n  " + where(note.place) + escaped(safe_to_show(note.text.in(language))) + "\n";
      if (!note.place.excerpt.empty()) out += code_block(note.place);
    }
    const std::string& help = finding.help.in(language);
    if (!help.empty()) {
      out +=
          fmt::format("\n  {}{}\n", in_language({"帮助：", "help: "}), escaped(safe_to_show(help)));
    }
    if (finding.suppressed) {
      out += "\n  " + escaped(ignored_because(*finding.suppressed, language)) + "\n";
    }
    return out;
  }

  static std::string where(const Place& place) {
    return escaped(fmt::format("{}:{}:{}: ", safe_to_show(place.path), place.begin.line,
                               place.begin.column)) +
           " ";
  }

  const Run& run_;
  const Context& context_;
  std::vector<const RunFile*> files_;
  MarkdownPage page_;
};

}  // namespace

std::string findings_markdown(const Run& run, const Context& context) {
  return FindingsPage(run, context).write();
}

}  // namespace assess::render
