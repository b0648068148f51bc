// `assess batch`: any number of answer files, one record each, in the order of their paths. Only as
// many are held at a time as are being worked on.
#include "batch_cohort.hpp"
#include "batch_outputs.hpp"
#include "batch_reports.hpp"
#include "diagnose.hpp"
#include "output.hpp"
#include "progress.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assess::cmd {
namespace {

constexpr std::size_t chunk_for_each_job = 64;

// What one file came to.
struct Record {
  bool is_skipped = false;  // met in a folder, and no answer file
  Diagnosed diagnosed;
  BatchOutputs::Prepared prepared;  // made where it was worked on: it is what takes time
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

class Batch {
 public:
  Batch(const BatchOptions& options, Env& env)
      : options_(options), env_(env), cohort_(options.cohort) {}

  ExitCode run() {
    BankShelf shelf(env_);
    const std::string bank_path = shelf.resolve_option(options_.input.banks, diagnostics_);
    if (diagnostics_.has_errors()) return finish(ExitCode::cannot);
    auto inputs = find_inputs(options_.input, Wanted::unread, env_, diagnostics_);
    if (!inputs) return finish(ExitCode::cannot);
    take_shard(inputs->files);
    BatchOutputs outputs(options_, env_, diagnostics_);
    if (!outputs.are_all_good()) return finish(ExitCode::cannot);
    if (!options_.reports.empty()) {
      reports_ = BatchReports::open(options_, env_, diagnostics_);
      if (!reports_) return finish(ExitCode::cannot);
    }
    outputs.begin(inputs->files.size());
    work_through(inputs->files, bank_path, shelf, outputs);
    return end(outputs);
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

  // Whether anything of what is still to be done would be kept.
  bool is_worth_going_on(const BatchOutputs& outputs) const {
    return outputs.is_any_good() || reports_ || !options_.cohort.empty();
  }

  void work_through(const std::vector<InputFile>& files, const std::string& bank_path,
                    BankShelf& shelf, BatchOutputs& outputs) {
    const std::size_t chunk = chunk_for_each_job * static_cast<std::size_t>(options_.input.jobs);
    Progress progress(files.size(), options_.common, env_);
    for (std::size_t begin = 0; begin < files.size() && is_worth_going_on(outputs);
         begin += chunk) {
      const std::size_t count = std::min(chunk, files.size() - begin);
      std::vector<Record> records(count);
      for_each_index(count, options_.input.jobs, [&](std::size_t i) {
        Record& record = records[i];
        record = work_on(files[begin + i], options_, bank_path, shelf, env_);
        if (reports_) reports_->write(record.diagnosed);
        if (!record.is_skipped) record.prepared = outputs.prepare(record.diagnosed);
        progress.step();
      });
      // Standard output may be the same terminal.
      if (env_.out_is_terminal) progress.clear();
      for (Record& record : records) take(record, outputs);
    }
  }

  void take(Record& record, BatchOutputs& outputs) {
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
    cohort_.join(diagnosed.file, diagnostics_);
    outputs.record(diagnosed, std::move(record.prepared));
  }

  // The faults of a bank are told once, and do not stand in every record that asks for it.
  void tell_bank_faults(const Diagnosed& diagnosed) {
    const LoadedBank* bank = diagnosed.bank.get();
    if (bank == nullptr || !bank->has_errors()) return;
    if (std::find(told_.begin(), told_.end(), diagnosed.bank) != told_.end()) return;
    told_.push_back(diagnosed.bank);
    say(bank->findings, options_.common, env_);
  }

  ExitCode code() const {
    if (summary_.unreadable > 0) return ExitCode::cannot;
    const bool fails = summary_.failed > options_.max_below;
    return fails ? ExitCode::no : ExitCode::yes;
  }

  ExitCode end(BatchOutputs& outputs) {
    cohort_.write(env_, diagnostics_);
    summary_.has_gates = !options_.gates.is_empty();
    const bool is_whole = outputs.are_all_good() && !diagnostics_.has_errors();
    summary_.exit_code = is_whole ? code() : ExitCode::cannot;
    summary_.faults = resolve(SourceMap(), diagnostics_);
    outputs.end(summary_);
    if (!outputs.are_all_good()) summary_.exit_code = ExitCode::cannot;
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
  Diagnostics diagnostics_;
  std::vector<std::shared_ptr<const LoadedBank>> told_;
  std::optional<BatchReports> reports_;
  BatchCohort cohort_;
  render::BatchSummary summary_;
};

}  // namespace

ExitCode run(const BatchOptions& options, Env& env) {
  return Batch(options, env).run();
}

}  // namespace assess::cmd
