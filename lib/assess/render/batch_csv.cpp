// A batch as CSV: the rows of `score`.
#include <assess/render/batch.hpp>
#include <assess/render/score_rows.hpp>

#include <utility>

namespace assess::render {
namespace {

// The columns are those of the first bank that is met; rows before it wait.
class CsvWriter : public BatchWriter {
 public:
  explicit CsvWriter(const BatchContext& context) : bom_(context.bom ? "\xEF\xBB\xBF" : "") {}

  std::string begin(std::optional<std::size_t>) override { return {}; }

  std::string prepare(const RunFile&, const std::vector<Finding>&) const override { return {}; }

  std::string record(const RunFile& file, std::string) override {
    if (!has_head_ && !file.diagnosis) {
      waiting_.push_back({.path = file.path, .outcome = file.outcome});
      return {};
    }
    std::string out;
    if (!has_head_) {
      add_columns(*file.diagnosis->bank, columns_);
      out = head();
    }
    return out + score_row(file, columns_);
  }

  std::string end(const BatchSummary&) override { return has_head_ ? std::string() : head(); }

 private:
  std::string head() {
    has_head_ = true;
    std::string out = bom_ + score_head(columns_);
    for (const RunFile& file : std::exchange(waiting_, {})) out += score_row(file, columns_);
    return out;
  }

  std::string bom_;
  ScoreColumns columns_;
  std::vector<RunFile> waiting_;
  bool has_head_ = false;
};

}  // namespace

std::unique_ptr<BatchWriter> batch_csv(const BatchContext& context) {
  return std::make_unique<CsvWriter>(context);
}

}  // namespace assess::render
