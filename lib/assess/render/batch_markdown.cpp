// A batch as Markdown, for the summary of a CI job: counts, attained levels, and the first of the
// records that missed a gate or could not be scored.
#include <assess/render/batch.hpp>
#include <assess/render/batch_words.hpp>
#include <assess/render/markdown_page.hpp>
#include <assess/render/markdown_table.hpp>
#include <assess/render/markdown_text.hpp>
#include <assess/render/render.hpp>
#include <assess/report/figures.hpp>

#include <fmt/format.h>

#include <cstdint>
#include <utility>

namespace assess::render {
namespace {

using report::Table;

constexpr std::size_t most_records = 50;

class MarkdownWriter : public BatchWriter {
 public:
  explicit MarkdownWriter(const BatchContext& context) : context_(context) {}

  std::string begin(std::optional<std::size_t>) override { return {}; }

  BatchPiece prepare(const RunFile& file, const std::vector<Finding>& findings) const override {
    if (file.outcome == Outcome::scored) return {};
    return {.text = markdown_row({.cells = {file.path, why(file, findings)}}, 2)};
  }

  std::string record(Outcome outcome, BatchPiece piece) override {
    if (outcome == Outcome::scored) return {};
    if (rows_.size() < most_records) rows_.push_back(std::move(piece.text));
    ++unfit_;
    return {};
  }

  // Counts come first, so nothing is written before they are known.
  std::string end(const BatchSummary& summary) override {
    page_.add(fmt::format("# {}\n", in_language({"批量评分", "Batch"})));
    add_counts(summary);
    add_levels(summary);
    add_records();
    add_faults(summary);
    return page_.take(context_.language);
  }

 private:
  std::string in_language(Words words) const { return std::string(words.in(context_.language)); }

  std::string why(const RunFile& file, const std::vector<Finding>& findings) const {
    if (file.outcome == Outcome::failed) return missed_gates(*file.diagnosis, context_.language);
    const Finding* fault = why_unfit(file, findings);
    return fault == nullptr ? std::string() : finding_line(*fault, context_.language);
  }

  void add_table(const Table& table) { page_.add("\n" + markdown_table(table)); }

  void add_counts(const BatchSummary& summary) {
    Table table;
    table.columns = {{in_language({"统计", "count"})},
                     {in_language({"数量", "number"}), Table::Align::right}};
    const auto add = [&](Words name, std::size_t number) {
      table.rows.push_back({.cells = {in_language(name), std::to_string(number)}});
    };
    add({"记录", "records"}, summary.files);
    add({"已评分", "scored"}, summary.scored);
    if (summary.has_gates) add({"未过门槛", "missed a gate"}, summary.failed);
    add({"无法评分", "could not be scored"}, summary.unreadable);
    add({"跳过的其他文件", "other files, skipped"}, summary.skipped);
    add({"错误", "errors"}, summary.errors);
    add({"警告", "warnings"}, summary.warnings);
    if (context_.shard.count > 1) {
      table.rows.push_back(
          {.cells = {in_language({"分片", "shard"}),
                     fmt::format("{}/{}", context_.shard.index, context_.shard.count)}});
    }
    add_table(table);
  }

  void add_levels(const BatchSummary& summary) {
    if (summary.levels.empty()) return;
    Table table;
    table.columns = {{in_language({"达到等级", "attained level"}), Table::Align::right},
                     {in_language({"数量", "number"}), Table::Align::right},
                     {in_language({"占比", "share"}), Table::Align::right}};
    for (const auto& [level, number] : summary.levels) {
      const Fraction share(static_cast<std::int64_t>(number),
                           static_cast<std::int64_t>(summary.scored));
      table.rows.push_back(
          {.cells = {std::to_string(level), std::to_string(number), report::shown_share(share)}});
    }
    page_.add("\n## " + in_language({"达到的等级", "Attained levels"}) + "\n");
    add_table(table);
  }

  void add_records() {
    if (rows_.empty()) return;
    page_.add("\n## " +
              in_language({"未过门槛或无法评分的记录",
                           "Records that missed a gate or could not be scored"}) +
              "\n\n");
    page_.add(markdown_head({{in_language({"文件", "file"})}, {in_language({"原因", "why"})}}));
    for (const std::string& row : rows_) page_.add(row);
    const std::size_t more = unfit_ - rows_.size();
    if (more == 0) return;
    page_.add(context_.language == Language::zh ? fmt::format("\n另有 {} 条。\n", more)
                                                : fmt::format("\nAnd {} more.\n", more));
  }

  void add_faults(const BatchSummary& summary) {
    if (summary.faults.empty()) return;
    page_.add("\n## " + in_language({"问题", "Faults"}) + "\n\n");
    for (const Finding& fault : summary.faults) {
      const std::string line = finding_line(fault, context_.language);
      page_.add("- " + markdown_text(line, MarkdownPlace::block, "  ") + "\n");
    }
  }

  BatchContext context_;
  MarkdownPage page_;
  std::vector<std::string> rows_;  // the first of them
  std::size_t unfit_ = 0;
};

}  // namespace

std::unique_ptr<BatchWriter> batch_markdown(const BatchContext& context) {
  return std::make_unique<MarkdownWriter>(context);
}

}  // namespace assess::render
