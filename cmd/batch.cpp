// `assess batch`: any number of answer files, one record each, in the order of their paths. Only as
// many are held at a time as are being worked on.
#include "batch_cohort.hpp"
#include "batch_items.hpp"
#include "batch_outputs.hpp"
#include "batch_reports.hpp"
#include "batch_resume.hpp"
#include "diagnose.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "workers.hpp"
#include <assess/diag/rules.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <memory>
#include <utility>

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
               BankShelf& shelf, Env& env, yaml::JsonReader& json) {
  Record record;
  if (!input.is_stdin && !input.is_read) {
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
  record.diagnosed = diagnose(input, bank_path, Depth::score, options.gates, shelf, env, &json);
  return record;
}

class Batch {
 public:
  Batch(const BatchOptions& options, Env& env) : options_(options), env_(env), cohort_(options) {}

  ExitCode run() {
    BankShelf shelf(env_);
    const std::string bank_path = shelf.resolve_option(options_.input.banks, diagnostics_);
    if (diagnostics_.has_errors()) return finish(ExitCode::cannot);
    auto inputs = find_inputs(options_.input, Wanted::unread, env_, diagnostics_);
    if (!inputs) return finish(ExitCode::cannot);
    BatchItems items(std::move(inputs->files), options_.shard, env_, unread_);
    if (!items.can_be_shared_out()) return finish(ExitCode::cannot);
    std::optional<BegunBatch> begun = BegunBatch{};
    if (!options_.resume.empty()) {
      begun = read_begun_batch(options_.resume, env_, diagnostics_);
      if (!begun || !pass_over(*begun, items)) return finish(ExitCode::cannot);
    }
    BatchOutputs outputs(options_, env_, diagnostics_, begun->keep);
    if (!outputs.are_all_good()) return finish(ExitCode::cannot);
    if (begun->end) return finish(outputs.close() ? *begun->end : ExitCode::cannot);
    if (!options_.reports.empty()) {
      reports_ = BatchReports::open(options_, env_, diagnostics_);
      if (!reports_) return finish(ExitCode::cannot);
    }
    if (begun->keep == 0) outputs.begin(items.total());
    work_through(items, bank_path, shelf, outputs);
    return end(outputs);
  }

 private:
  // Takes over what a run that was cut short has done, and goes on behind its last record. False
  // after a report: it was a run of other inputs.
  bool pass_over(const BegunBatch& begun, BatchItems& items) {
    const auto fail = [&](const Text& why) {
      diagnostics_.report(rules::cannot_resume, std::nullopt, options_.resume, why);
      return false;
    };
    if (begun.keep == 0 || begun.end) return true;
    const auto writer = render::batch_ndjson({.shard = options_.shard});
    if (begun.begin != writer->begin(items.total())) {
      return fail({"第一行与这次运行不符：版本、分片或输入的数量不同",
                   "its first line is not that of this run: another version, shard or number of "
                   "inputs"});
    }
    summary_ = begun.summary;
    if (begun.last.empty()) return true;
    std::size_t passed = 0;
    while (true) {
      const std::vector<InputFile> next = items.next(1);
      if (next.empty()) {
        return fail({"输入中没有最后一条记录 `" + begun.last + "`",
                     "the inputs do not hold its last record, `" + begun.last + "`"});
      }
      ++passed;
      if (next.front().name() == begun.last) break;
    }
    if (passed < summary_.files) {
      return fail({"记录多于这次的输入", "it holds more records than there are inputs"});
    }
    summary_.skipped = passed - summary_.files;
    return true;
  }

  // Whether anything of what is still to be done would be kept.
  bool is_worth_going_on(const BatchOutputs& outputs) const {
    return outputs.is_any_good() || reports_ || !options_.cohort.empty();
  }

  using Records = std::vector<Record>;

  // One chunk is worked on while the one before it is written.
  void work_through(BatchItems& items, const std::string& bank_path, BankShelf& shelf,
                    BatchOutputs& outputs) {
    const int jobs = options_.input.jobs;
    Workers workers(jobs);
    const std::size_t chunk = chunk_for_each_job * workers.count();
    std::vector<yaml::JsonReader> readers(workers.count());
    Progress progress(items.total(), options_.common, env_);
    std::future<void> written;
    std::shared_ptr<Records> in_writing;
    std::shared_ptr<Records> done;  // released by the workers: it is they who took the memory
    while (true) {
      const std::vector<InputFile> inputs = items.next(chunk);
      if (inputs.empty()) break;
      auto records = std::make_shared<Records>(inputs.size());
      workers.run(inputs.size(), [&](std::size_t i, std::size_t worker) {
        if (done && i < done->size()) (*done)[i] = Record();
        Record& record = (*records)[i];
        record = work_on(inputs[i], options_, bank_path, shelf, env_, readers[worker]);
        if (reports_) reports_->write(record.diagnosed);
        if (!record.is_skipped) record.prepared = outputs.prepare(record.diagnosed);
        progress.step();
      });
      if (written.valid()) written.get();
      done = std::exchange(in_writing, records);
      if (!is_worth_going_on(outputs)) return;
      // Standard output may be the same terminal.
      if (env_.out_is_terminal) progress.clear();
      tell_bank_faults(*records);
      const auto write = [this, records, &outputs] {
        for (Record& record : *records) take(record, outputs);
      };
      // On a terminal nothing else may be shown meanwhile.
      const bool may_overlap = jobs > 1 && !env_.out_is_terminal;
      written = std::async(may_overlap ? std::launch::async : std::launch::deferred, write);
      if (!may_overlap) written.get();
    }
    if (written.valid()) written.get();
  }

  void take(Record& record, BatchOutputs& outputs) {
    if (record.is_skipped) {
      ++summary_.skipped;
      return;
    }
    const Diagnosed& diagnosed = record.diagnosed;
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
    cohort_.join(diagnosed, diagnostics_);
    outputs.record(diagnosed, std::move(record.prepared));
  }

  // The faults of a bank are told once, and do not stand in every record that asks for it.
  void tell_bank_faults(const Records& records) {
    for (const Record& record : records) {
      const auto& bank = record.diagnosed.bank;
      if (!bank || !bank->has_errors()) continue;
      if (std::find(told_.begin(), told_.end(), bank) != told_.end()) continue;
      told_.push_back(bank);
      say(bank->findings, options_.common, env_);
    }
  }

  ExitCode code() const {
    if (summary_.unreadable > 0) return ExitCode::cannot;
    const bool fails = summary_.failed > options_.max_below;
    return fails ? ExitCode::no : ExitCode::yes;
  }

  ExitCode end(BatchOutputs& outputs) {
    cohort_.write(env_, diagnostics_);
    summary_.has_gates = !options_.gates.is_empty();
    const bool is_whole =
        outputs.are_all_good() && !diagnostics_.has_errors() && !unread_.has_errors();
    summary_.exit_code = is_whole ? code() : ExitCode::cannot;
    summary_.faults = resolve(SourceMap(), unread_);
    for (Finding& fault : resolve(SourceMap(), diagnostics_)) {
      summary_.faults.push_back(std::move(fault));
    }
    outputs.end(summary_);
    if (!outputs.are_all_good()) summary_.exit_code = ExitCode::cannot;
    tell_summary();
    return finish(summary_.exit_code);
  }

  void tell_summary() {
    if (options_.common.quiet > 0) return;
    const bool is_zh = options_.common.spoken == Language::zh;
    env_.err.write(
        (is_zh ? fmt::format("{} 份答卷：已评分 {}，未过门槛 {}，无法评分 {}，跳过 {}",
                             summary_.files, summary_.scored, summary_.failed, summary_.unreadable,
                             summary_.skipped)
               : fmt::format("records: {}; {} scored, {} missed a gate, {} could not be scored, {} "
                             "skipped",
                             summary_.files, summary_.scored, summary_.failed, summary_.unreadable,
                             summary_.skipped)) +
        cohort_.summary(options_.common.spoken) + "\n");
  }

  ExitCode finish(ExitCode code) {
    say(unread_, options_.common, env_);
    say(diagnostics_, options_.common, env_);
    return code;
  }

  const BatchOptions& options_;
  Env& env_;
  Diagnostics diagnostics_;
  Diagnostics unread_;  // of the items, which are read while others are written
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
