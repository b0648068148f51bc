// `assess batch`: any number of answer files, one record each, in the order of their paths. Only as
// many are held at a time as are being worked on.
#include "batch_reports.hpp"
#include "cohorts.hpp"
#include "diagnose.hpp"
#include "output.hpp"
#include "progress.hpp"
#include <assess/answers/read.hpp>
#include <assess/cohort/builder.hpp>
#include <assess/diag/rules.hpp>
#include <assess/render/batch.hpp>
#include <assess/render/cohort.hpp>
#include <assess/render/score_rows.hpp>
#include <assess/report/member.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::cmd {
namespace {

constexpr std::size_t chunk_for_each_job = 64;

// What one file came to.
struct Record {
  bool is_skipped = false;  // met in a folder, and no answer file
  Diagnosed diagnosed;
  std::string line;  // of NDJSON; made where it was worked on, which is what takes time
};

Record work_on(InputFile input, const BatchOptions& options, const std::string& bank_path,
               BankShelf& shelf, Env& env) {
  Record record;
  if (!input.is_stdin) {
    Diagnostics unread;
    auto text = env.files.read(input.path, unread);
    if (text) {
      // Read once: what it says it is decides whether it is one of ours.
      if (!input.is_named && !names_schema(*text, "assess/answers/")) {
        record.is_skipped = true;
        return record;
      }
      input.text = *std::move(text);
      input.is_read = true;
    }
  }
  record.diagnosed = diagnose(input, bank_path, Depth::score, options.gates, shelf, env);
  return record;
}

// One output: standard output or a file.
class Output {
 public:
  Output(const OutputTarget& target, Env& env, Diagnostics& diagnostics)
      : is_csv_(target.format == "csv"), env_(env) {
    if (target.path != "-") {
      sink_ = env.files.open_sink(target.path, diagnostics);
      is_good_ = sink_ != nullptr;
    }
  }

  bool is_csv() const { return is_csv_; }
  bool is_good() const { return is_good_; }
  void write(std::string_view bytes) {
    if (!is_good_) return;
    if (sink_) {
      is_good_ = sink_->write(bytes);
    } else {
      env_.out.write(bytes);
      is_good_ = env_.out.is_good();
    }
  }
  void close() {
    if (is_good_ && sink_) is_good_ = sink_->close();
  }

 private:
  bool is_csv_;
  Env& env_;
  std::unique_ptr<Sink> sink_;
  bool is_good_ = true;
};

class Batch {
 public:
  Batch(const BatchOptions& options, Env& env)
      : options_(options), env_(env), language_(options.common.language.value_or(Language::en)) {}

  ExitCode run() {
    BankShelf shelf(env_);
    const std::string bank_path = shelf.resolve_option(options_.input.banks, diagnostics_);
    if (diagnostics_.has_errors()) return finish(ExitCode::cannot);
    auto inputs = find_inputs(options_.input, Wanted::unread, env_, diagnostics_);
    if (!inputs) return finish(ExitCode::cannot);
    take_shard(inputs->files);
    for (const OutputTarget& target : options_.outputs) {
      outputs_.push_back(std::make_unique<Output>(target, env_, diagnostics_));
    }
    if (!all_good()) return finish(ExitCode::cannot);
    if (!options_.reports.empty()) {
      reports_ = BatchReports::open(options_, env_, diagnostics_);
      if (!reports_) return finish(ExitCode::cannot);
    }
    write_all(false, render::batch_begin(inputs->files.size(), options_.shard));
    work_through(inputs->files, bank_path, shelf);
    return end();
  }

 private:
  // The files of this shard: every one is in exactly one shard, and shards differ by one at most.
  void take_shard(std::vector<InputFile>& files) const {
    const auto [index, count] = options_.shard;
    const std::size_t begin = files.size() * (index - 1) / count;
    const std::size_t end = files.size() * index / count;
    files = {std::make_move_iterator(files.begin() + static_cast<std::ptrdiff_t>(begin)),
             std::make_move_iterator(files.begin() + static_cast<std::ptrdiff_t>(end))};
  }

  bool all_good() const {
    return std::all_of(outputs_.begin(), outputs_.end(),
                       [](const auto& output) { return output->is_good(); });
  }

  void write_all(bool csv, std::string_view bytes) {
    for (const auto& output : outputs_) {
      if (output->is_csv() == csv) output->write(bytes);
    }
  }

  void work_through(const std::vector<InputFile>& files, const std::string& bank_path,
                    BankShelf& shelf) {
    const std::size_t chunk = chunk_for_each_job * static_cast<std::size_t>(options_.input.jobs);
    Progress progress(files.size(), options_.common, env_);
    for (std::size_t begin = 0; begin < files.size() && all_good(); begin += chunk) {
      const std::size_t count = std::min(chunk, files.size() - begin);
      std::vector<Record> records(count);
      for_each_index(count, options_.input.jobs, [&](std::size_t i) {
        records[i] = work_on(files[begin + i], options_, bank_path, shelf, env_);
        if (reports_) reports_->write(records[i].diagnosed);
        const Diagnosed& diagnosed = records[i].diagnosed;
        if (!records[i].is_skipped) {
          records[i].line = render::batch_record(diagnosed.file, diagnosed.findings,
                                                 options_.min_severity, language_);
        }
        progress.step();
      });
      for (const Record& record : records) take(record);
    }
  }

  void take(const Record& record) {
    if (record.is_skipped) {
      ++summary_.skipped;
      return;
    }
    const Diagnosed& diagnosed = record.diagnosed;
    tell_bank_faults(diagnosed);
    const FindingCount counts = count(diagnosed.findings);
    ++summary_.files;
    summary_.errors += static_cast<std::size_t>(counts.errors);
    summary_.warnings += static_cast<std::size_t>(counts.warnings);
    if (diagnosed.file.outcome != Outcome::unreadable) {
      ++summary_.scored;
      ++summary_.levels[diagnosed.file.diagnosis->card.attained];
      if (diagnosed.file.outcome == Outcome::failed) ++summary_.failed;
    } else {
      ++summary_.unreadable;
    }
    join_cohort(diagnosed);
    write_all(false, record.line);
    add_row(diagnosed.file);
  }

  // A cohort is of one bank: that of its first member.
  void join_cohort(const Diagnosed& diagnosed) {
    if (options_.cohort.empty() || diagnosed.file.outcome == Outcome::unreadable) return;
    const Diagnosis& diagnosis = *diagnosed.file.diagnosis;
    if (!cohort_) {
      cohort_bank_ = cohort_bank(*diagnosis.bank);
      cohort_path_ = diagnosed.file.path;
      cohort_.emplace(*cohort_bank_);
    }
    const std::string& path = diagnosed.file.path;
    if (has_other_bank_) return;
    if (diagnosis.bank != last_bank_) {
      has_other_bank_ = !is_of_bank(cohort_bank(*diagnosis.bank), path, *cohort_bank_, cohort_path_,
                                    diagnostics_);
      last_bank_ = diagnosis.bank;
    }
    if (!has_other_bank_) cohort_->add(member_of(diagnosis));
  }

  // False after a report. Members of several banks make no cohort, nor does nobody.
  bool write_cohort() {
    if (options_.cohort.empty() || has_other_bank_ || !cohort_) return true;
    return env_.files.write(options_.cohort, render::cohort_json(cohort_->take()), diagnostics_);
  }

  // The faults of a bank are told once, and do not stand in every record that asks for it.
  void tell_bank_faults(const Diagnosed& diagnosed) {
    const LoadedBank* bank = diagnosed.bank.get();
    if (bank == nullptr || !bank->has_errors()) return;
    if (std::find(told_.begin(), told_.end(), diagnosed.bank) != told_.end()) return;
    told_.push_back(diagnosed.bank);
    say(bank->findings, options_.common, env_);
  }

  // The columns are those of the first bank that is met; rows before it wait.
  void add_row(const RunFile& file) {
    const bool wanted = std::any_of(outputs_.begin(), outputs_.end(),
                                    [](const auto& output) { return output->is_csv(); });
    if (!wanted) return;
    if (!has_head_ && file.diagnosis) {
      render::add_columns(*file.diagnosis->bank, columns_);
      write_head();
    }
    if (has_head_) {
      write_all(true, render::score_row(file, columns_));
    } else {
      waiting_.push_back(
          {.path = file.path, .schema = {}, .outcome = file.outcome, .diagnosis = {}});
    }
  }

  void write_head() {
    has_head_ = true;
    if (options_.bom) write_all(true, "\xEF\xBB\xBF");
    write_all(true, render::score_head(columns_));
    for (const RunFile& file : waiting_) write_all(true, render::score_row(file, columns_));
    waiting_.clear();
  }

  ExitCode code() const {
    if (summary_.unreadable > 0) return ExitCode::cannot;
    const bool fails = summary_.failed > options_.max_below;
    return fails ? ExitCode::no : ExitCode::yes;
  }

  ExitCode end() {
    if (!has_head_) write_head();
    summary_.exit_code = code();
    write_cohort();
    if (diagnostics_.has_errors()) summary_.exit_code = ExitCode::cannot;
    write_all(false, render::batch_end(summary_));
    for (const auto& output : outputs_) output->close();
    if (!all_good()) summary_.exit_code = ExitCode::cannot;
    tell_summary();
    return finish(summary_.exit_code);
  }

  void tell_summary() {
    if (options_.common.quiet > 0) return;
    const bool is_zh = options_.common.spoken == Language::zh;
    env_.err.write(
        is_zh ? fmt::format("{} 个文件：已评分 {}，未过门槛 {}，无法评分 {}，跳过 {}\n",
                            summary_.files, summary_.scored, summary_.failed, summary_.unreadable,
                            summary_.skipped)
              : fmt::format("files: {}; {} scored, {} missed a gate, {} could not be scored, {} "
                            "skipped\n",
                            summary_.files, summary_.scored, summary_.failed, summary_.unreadable,
                            summary_.skipped));
  }

  ExitCode finish(ExitCode code) {
    say(diagnostics_, options_.common, env_);
    return code;
  }

  const BatchOptions& options_;
  Env& env_;
  Language language_;
  Diagnostics diagnostics_;
  std::vector<std::unique_ptr<Output>> outputs_;
  std::vector<std::shared_ptr<const LoadedBank>> told_;
  std::optional<BatchReports> reports_;
  std::optional<CohortBuilder> cohort_;
  std::optional<CohortBank> cohort_bank_;
  std::string cohort_path_;                // of the member that decided on the bank
  std::shared_ptr<const Bank> last_bank_;  // looked at last
  bool has_other_bank_ = false;
  render::BatchSummary summary_;
  render::ScoreColumns columns_;
  std::vector<RunFile> waiting_;
  bool has_head_ = false;
};

}  // namespace

ExitCode run(const BatchOptions& options, Env& env) {
  return Batch(options, env).run();
}

}  // namespace assess::cmd
