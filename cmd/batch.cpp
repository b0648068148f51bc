// `assess batch`: any number of answer files, one record each, in the order of their paths. Of a
// file nothing is kept beyond its turn but counts, and until then only what the outputs need.
#include "batch_cohort.hpp"
#include "batch_items.hpp"
#include "batch_outputs.hpp"
#include "batch_reports.hpp"
#include "batch_resume.hpp"
#include "diagnose.hpp"
#include "gate_areas.hpp"
#include "in_order.hpp"
#include "output.hpp"
#include "progress.hpp"
#include <assess/diag/rules.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace assess::cmd {
namespace {

// What is kept of a file until its turn. All else of it goes where it was made, while it is still
// at hand: a hundred diagnoses that wait would push each other out of the processor's caches.
struct Record {
  bool is_skipped = false;  // met in a folder, and no answer file
  Outcome outcome = Outcome::unreadable;
  int attained = 0;
  FindingCount findings;
  std::shared_ptr<const LoadedBank> bank;  // null when none was found
  BatchOutputs::Prepared prepared;
  BatchCohort::Candidate candidate;
};

// Reads a file once: what it says it is decides whether it is one of ours. False if it is not. What
// cannot be read is left to whoever says why.
bool read_if_ours(InputFile& input, Env& env) {
  if (input.is_stdin || input.is_read) return true;
  Diagnostics unread;
  auto text = env.files.read(input.path, unread);
  if (!text) return true;
  if (!input.is_named && !names_schema(*text, "assess/answers/")) return false;
  input.text = *std::move(text);
  input.is_read = true;
  return true;
}

class Batch {
 public:
  Batch(const BatchOptions& options, Env& env) : options_(options), env_(env), cohort_(options) {}

  ExitCode run() {
    BankShelf shelf(env_);
    const std::string bank_path = shelf.resolve_option(options_.input.banks, diagnostics_);
    if (!bank_path.empty()) check_gates(shelf.load(bank_path));
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
      const auto next = items.next();
      if (!next) {
        return fail({"输入中没有最后一条记录 `" + begun.last + "`",
                     "the inputs do not hold its last record, `" + begun.last + "`"});
      }
      ++passed;
      if (next->name() == begun.last) break;
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

  Record work_on(InputFile input, const std::string& bank_path, BankShelf& shelf,
                 yaml::JsonReader& json, const BatchOutputs& outputs) const {
    Record record;
    record.is_skipped = !read_if_ours(input, env_);
    if (record.is_skipped) return record;
    const Depth depth = reports_ ? Depth::report : Depth::score;
    Diagnosed diagnosed =
        diagnose(std::move(input), bank_path, depth, options_.gates, shelf, env_, &json);
    if (reports_) reports_->write(diagnosed);
    record.outcome = diagnosed.file.outcome;
    if (record.outcome != Outcome::unreadable) {
      record.attained = diagnosed.file.diagnosis->card.attained;
    }
    record.findings = count(diagnosed.findings);
    record.bank = diagnosed.bank;
    record.prepared = outputs.prepare(diagnosed);
    record.candidate = cohort_.candidate(diagnosed);
    return record;
  }

  void work_through(BatchItems& items, const std::string& bank_path, BankShelf& shelf,
                    BatchOutputs& outputs) {
    const int jobs = options_.input.jobs;
    std::vector<yaml::JsonReader> readers(static_cast<std::size_t>(std::max(jobs, 1)));
    Progress progress(items.total(), options_.common, env_);
    InOrder batch([&] { return items.next(); },
                  [&](InputFile input, std::size_t worker) {
                    return work_on(std::move(input), bank_path, shelf, readers[worker], outputs);
                  },
                  [&](Record record) {
                    // Something else may be said on the same terminal.
                    if (env_.out_is_terminal || is_new(record.bank)) progress.clear();
                    take(std::move(record), outputs);
                    progress.step();
                    return is_worth_going_on(outputs);
                  });
    batch.run(jobs);
  }

  void take(Record record, BatchOutputs& outputs) {
    if (record.is_skipped) {
      ++summary_.skipped;
      return;
    }
    if (is_new(record.bank)) meet(record.bank);
    ++summary_.files;
    summary_.errors += static_cast<std::size_t>(record.findings.errors);
    summary_.warnings += static_cast<std::size_t>(record.findings.warnings);
    if (record.outcome != Outcome::unreadable) {
      ++summary_.scored;
      ++summary_.levels[record.attained];
      if (record.outcome == Outcome::failed) ++summary_.failed;
    } else {
      ++summary_.unreadable;
    }
    cohort_.join(std::move(record.candidate), diagnostics_);
    outputs.record(record.outcome, std::move(record.prepared));
  }

  bool is_new(const std::shared_ptr<const LoadedBank>& bank) const {
    return bank && std::find(met_.begin(), met_.end(), bank) == met_.end();
  }

  // The faults of a bank are told once, and do not stand in every record that asks for it.
  void meet(const std::shared_ptr<const LoadedBank>& bank) {
    met_.push_back(bank);
    if (bank->has_errors()) say(bank->findings, options_.common, env_);
  }

  // Where a bank is named, before a hundred thousand files have been judged by a gate that is none.
  void check_gates(const std::shared_ptr<const LoadedBank>& named) {
    if (!named->bank || named->has_errors()) return;
    check_gate_areas(options_.gates, {named->bank.get()}, diagnostics_);
  }

  // The same for banks that the files have asked for.
  void check_gates() {
    std::vector<const Bank*> banks;
    for (const auto& bank : met_) {
      if (bank->bank && !bank->has_errors()) banks.push_back(bank->bank.get());
    }
    check_gate_areas(options_.gates, banks, diagnostics_);
  }

  ExitCode code() const {
    if (summary_.unreadable > 0) return ExitCode::cannot;
    const bool fails = summary_.failed > options_.max_below;
    return fails ? ExitCode::no : ExitCode::yes;
  }

  ExitCode end(BatchOutputs& outputs) {
    cohort_.write(env_, diagnostics_);
    check_gates();
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
  std::vector<std::shared_ptr<const LoadedBank>> met_;
  std::optional<BatchReports> reports_;
  BatchCohort cohort_;
  render::BatchSummary summary_;
};

}  // namespace

ExitCode run(const BatchOptions& options, Env& env) {
  return Batch(options, env).run();
}

}  // namespace assess::cmd
