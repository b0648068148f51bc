// The result of `history` as a table for spreadsheets: one row a diagnosis.
#include <assess/render/csv.hpp>
#include <assess/render/render.hpp>

namespace assess::render {

std::string history_csv(const Run& run, const Context&) {
  std::string out =
      csv_row({"path", "bank", "enterprise", "uscc", "date", "level", "total", "state", "counts"});
  for (const EnterpriseHistory& enterprise : run.history.enterprises) {
    for (std::size_t i = 0; i < enterprise.diagnoses.size(); ++i) {
      const PastDiagnosis& diagnosis = enterprise.diagnoses[i].diagnosis;
      const auto& result = diagnosis.result;
      out += csv_row({diagnosis.path, diagnosis.bank, diagnosis.enterprise, diagnosis.uscc,
                      diagnosis.date, result ? std::to_string(result->level) : std::string(),
                      result ? result->total.shortest(6) : std::string(),
                      std::string(past_state_name(enterprise.diagnoses[i].state)),
                      enterprise.counts == i ? "yes" : "no"});
    }
  }
  return out;
}

}  // namespace assess::render
