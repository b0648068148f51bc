// A batch as CSV: the rows of `score`.
#include <assess/render/batch.hpp>
#include <assess/render/csv.hpp>
#include <assess/render/score_rows.hpp>

#include <algorithm>
#include <utility>

namespace assess::render {
namespace {

ScoreColumns columns_of(const Bank& bank) {
  ScoreColumns columns;
  add_columns(bank, columns);
  return columns;
}

// A row of the columns of one bank in those of another: a cell goes where its column went.
std::vector<std::string> rearranged(std::vector<std::string> cells, const ScoreColumns& from,
                                    const ScoreColumns& to) {
  const auto first = cells.begin() + static_cast<std::ptrdiff_t>(score_columns.size());
  std::vector<std::string> out(cells.begin(), first);
  out.resize(to.count());
  std::copy_n(first, std::min(from.levels, to.levels), out.begin() + (first - cells.begin()));
  for (std::size_t i = 0; i < to.sections.size(); ++i) {
    const auto known = std::find(from.sections.begin(), from.sections.end(), to.sections[i]);
    if (known == from.sections.end()) continue;
    const auto place = static_cast<std::size_t>(known - from.sections.begin());
    out[score_columns.size() + to.levels + i] =
        std::move(cells[score_columns.size() + from.levels + place]);
  }
  return out;
}

// The columns are those of the first bank that is met; rows before it wait.
class CsvWriter : public BatchWriter {
 public:
  explicit CsvWriter(const BatchContext& context) : bom_(context.bom ? "\xEF\xBB\xBF" : "") {}

  std::string begin(std::optional<std::size_t>) override { return {}; }

  BatchPiece prepare(const RunFile& file, const std::vector<Finding>&) const override {
    if (!file.diagnosis) return {.cells = score_cells(file, {})};
    const auto& bank = file.diagnosis->bank;
    return {.cells = score_cells(file, columns_of(*bank)), .bank = bank};
  }

  std::string record(Outcome, BatchPiece piece) override {
    if (!has_head_ && !piece.bank) {
      waiting_.push_back(std::move(piece));
      return {};
    }
    std::string out;
    if (!has_head_) {
      bank_ = piece.bank;
      columns_ = columns_of(*bank_);
      out = head();
    }
    return out + row(std::move(piece));
  }

  std::string end(const BatchSummary&) override { return has_head_ ? std::string() : head(); }

 private:
  std::string head() {
    has_head_ = true;
    std::string out = bom_ + score_head(columns_);
    for (BatchPiece& piece : std::exchange(waiting_, {})) out += row(std::move(piece));
    return out;
  }

  std::string row(BatchPiece piece) const {
    if (piece.bank && piece.bank != bank_) {
      piece.cells = rearranged(std::move(piece.cells), columns_of(*piece.bank), columns_);
    }
    piece.cells.resize(columns_.count());
    return csv_row(piece.cells);
  }

  std::string bom_;
  std::shared_ptr<const Bank> bank_;
  ScoreColumns columns_;
  std::vector<BatchPiece> waiting_;
  bool has_head_ = false;
};

}  // namespace

std::unique_ptr<BatchWriter> batch_csv(const BatchContext& context) {
  return std::make_unique<CsvWriter>(context);
}

}  // namespace assess::render
