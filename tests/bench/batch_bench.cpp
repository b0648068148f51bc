// A batch end to end, from bytes on disk to NDJSON records in /dev/null, against the same with
// other readers of YAML, with two threads, and from NDJSON; how much memory it takes; and where the
// time of one file goes. Ratios of candidates that take turns, so that noise meets all alike.
// Asserts nothing. docs/performance.md tells how to read it.
#include "banks.hpp"
#include "cli.hpp"
#include "corpus.hpp"
#include "pipeline.hpp"
#include "timing.hpp"
#include <assess/yaml/json.hpp>

#include <fmt/format.h>

#include <cstdlib>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>

namespace assess::bench {
namespace {

const std::string program = ASSESS_PROGRAM;
const std::string bank_folder = std::string(ASSESS_ROOT) + "/questionbanks/cmmm";

struct Sizes {
  std::size_t files = 1000;
  std::size_t slow_files = 100;     // for readers that would take all day
  std::size_t shared_files = 6000;  // of two threads: so many that to begin and to end is little
  int rounds = 15;
  std::size_t most_files = 100'000;  // of which the memory is taken
  std::size_t most_records = 100'000;
};

// /dev/null, without the way into the kernel.
class Nowhere : public cmd::Stream {
 public:
  void write(std::string_view) override {}
};

cmd::Env environment() {
  static RealFiles files;
  static cmd::StringInput in;
  static Nowhere out;
  return {.files = files, .in = in, .out = out, .err = out};
}

std::vector<std::string> batch_line(const std::string& path, int jobs) {
  return {"batch", path, "--bank", bank_folder, "-j", std::to_string(jobs), "-qq"};
}

std::vector<std::string> batch_process(const std::string& path, int jobs) {
  std::vector<std::string> line = batch_line(path, jobs);
  line.insert(line.begin(), program);
  return line;
}

// A batch in this process: false when it could not score everything.
bool run_batch(const std::string& path, int jobs) {
  cmd::Env env = environment();
  return cmd::run(batch_line(path, jobs), env) == ExitCode::yes;
}

// Two batches side by side with one thread each, which share nothing: what the machine has to give
// for such work.
Timing run_twice(const std::string& folder) {
  return measure([&] {
    std::thread other([&] { run_batch(folder, 1); });
    run_batch(folder, 1);
    other.join();
  });
}

// Two threads that only count against one: what the machine gives at this moment.
Timing count_on(int threads) {
  const auto count = [] {
    for (volatile std::uint32_t i = 0; i < 40'000'000;) i = i + 1;
  };
  return measure([&] {
           std::vector<std::thread> all;
           for (int i = 0; i < threads; ++i) all.emplace_back(count);
           for (std::thread& one : all) one.join();
         }) /
         threads;
}

void print_ratio(const char* what, const Ratio& ratio) {
  fmt::print("{:<58} {:6.2f}   (half of the rounds: {:.2f} to {:.2f})\n", what, ratio.middle,
             ratio.low, ratio.high);
}

void check_agreement(Pipeline& pipeline, const Corpus& corpus, const Reader& rival) {
  for (std::size_t i = 0; i < corpus.paths.size(); i += 50) {
    const std::string ours = pipeline.record(corpus.paths[i], our_reader());
    if (ours.empty() || pipeline.record(corpus.paths[i], rival) != ours) {
      throw std::runtime_error(
          fmt::format("{} reads {} in another way", rival.name, corpus.paths[i]));
    }
  }
}

class Comparison {
 public:
  Comparison(const Corpus& corpus, const std::filesystem::path& place, const Sizes& sizes)
      : corpus_(corpus), place_(place), sizes_(sizes) {}

  void run() {
    cmd::Env env = environment();
    Pipeline pipeline(bank_folder, env);
    const std::vector<std::string> few(
        corpus_.paths.begin(),
        corpus_.paths.begin() + static_cast<std::ptrdiff_t>(sizes_.slow_files));
    const auto add_reader = [&](const std::vector<std::string>& paths, const Reader& reader) {
      check_agreement(pipeline, corpus_, reader);
      add(std::string(reader.name),
          [&pipeline, &paths, reader] { return pipeline.time(paths, reader); });
      add(alone(reader),
          [&pipeline, &paths, reader] { return pipeline.time_reading(paths, reader); });
    };
    const auto each = static_cast<double>(corpus_.paths.size());
    const auto add_batch = [&](const std::string& name, const std::string& path, int jobs) {
      add(name, [=] { return measure([&] { run_batch(path, jobs); }) / each; });
    };
    add_batch("batch -j1", corpus_.folder, 1);
    add("process -j1", [&, each] {
      return run_process(batch_process(corpus_.folder, 1)).value_or(Process{}).timing / each;
    });
    add_many();
    add("one thread that counts", [] { return count_on(1); });
    add("two threads that count", [] { return count_on(2); });
    has_records_ = run_batch(corpus_.records, 1);
    if (has_records_) {
      add_batch("records -j1", corpus_.records, 1);
      add_batch("records -j2", corpus_.records, 2);
    }
    add_reader(corpus_.paths, our_reader());
    add_reader(few, node_reader());
    if (const auto reader = libyaml_reader()) add_reader(few, *reader);
    take_turns(candidates_, sizes_.rounds);
    tell();
  }

 private:
  void add(std::string name, std::function<Timing()> time) {
    candidates_.push_back({std::move(name), std::move(time), {}});
  }

  void add_many() {
    const std::size_t half = sizes_.shared_files / 2;
    const std::string many = link_files(corpus_, place_ / "shared", half * 2);
    const std::string few_of_many = link_files(corpus_, place_ / "half", half);
    const auto add_shared = [&](const std::string& name, int jobs) {
      add(name,
          [=] { return measure([&] { run_batch(many, jobs); }) / static_cast<double>(half * 2); });
    };
    add_shared("many -j1", 1);
    add_shared("many -j2", 2);
    add("many, two batches side by side",
        [=] { return run_twice(few_of_many) / static_cast<double>(half * 2); });
  }

  static std::string alone(const Reader& reader) { return std::string(reader.name) + ", alone"; }

  const Candidate* find(std::string_view name) const {
    for (const Candidate& candidate : candidates_) {
      if (candidate.name == name) return &candidate;
    }
    return nullptr;
  }

  void compare(const char* what, std::string_view one, std::string_view other,
               Measure by = &Timing::busy) const {
    print_ratio(what, ratio(*find(one), *find(other), by));
  }

  void tell() const {
    const auto files = static_cast<double>(corpus_.paths.size());
    fmt::print("\n{} files of {:.1f} kB, as NDJSON {:.1f} kB a record; {} rounds in turns\n",
               corpus_.paths.size(), static_cast<double>(corpus_.yaml_bytes) / files / 1000,
               static_cast<double>(corpus_.json_bytes) / files / 1000, sizes_.rounds);
    for (const Candidate& candidate : candidates_) {
      if (candidate.name.find("count") != std::string::npos) continue;
      fmt::print("  {:<56} {:8.1f} us a file, {:8.1f} on the clock\n", candidate.name,
                 median(candidate, &Timing::busy) * 1e6, median(candidate, &Timing::clock) * 1e6);
    }
    fmt::print("how many times as fast\n");
    compare("batch -j1 over YAML::Node in its place", node_reader().name, "batch -j1");
    compare("- the same, many files", node_reader().name, "many -j1");
    compare("- the readers alone", alone(node_reader()), alone(our_reader()));
    if (const auto reader = libyaml_reader()) {
      compare("batch -j1 over libyaml in its place", reader->name, "batch -j1");
      compare("- the same, many files", reader->name, "many -j1");
      compare("- the readers alone", alone(*reader), alone(our_reader()));
    } else {
      fmt::print("left out: libyaml (libyaml-dev was not there when this was built)\n");
    }
    compare("the whole process over YAML::Node in its place", node_reader().name, "process -j1");
    compare("batch -j2 over -j1, many files", "many -j1", "many -j2", &Timing::clock);
    compare("- two batches side by side over one after the other", "many -j1",
            "many, two batches side by side", &Timing::clock);
    compare("- the work of -j1 over that of -j2", "many -j1", "many -j2");
    compare("- two threads that only count over one", "one thread that counts",
            "two threads that count", &Timing::clock);
    if (has_records_) {
      compare("NDJSON over YAML, -j1", "batch -j1", "records -j1");
      compare("NDJSON -j2 over -j1", "records -j1", "records -j2", &Timing::clock);
    } else {
      fmt::print("left out: NDJSON (batch does not read {})\n", corpus_.records);
    }
  }

  const Corpus& corpus_;
  std::filesystem::path place_;
  const Sizes& sizes_;
  std::vector<Candidate> candidates_;
  bool has_records_ = false;
};

void tell_stages(const Corpus& corpus, int rounds) {
  cmd::Env env = environment();
  Pipeline pipeline(bank_folder, env);
  std::array<std::vector<double>, stage_names.size()> times;
  pipeline.time(corpus.paths, our_reader());  // warm
  for (int round = 0; round < rounds; ++round) {
    Stopwatch watch;
    pipeline.time(corpus.paths, our_reader(), &watch);
    for (std::size_t i = 0; i < times.size(); ++i) {
      times[i].push_back(watch.times()[i] / static_cast<double>(corpus.paths.size()));
    }
  }
  double all = 0;
  for (const auto& stage : times) all += median(stage);
  fmt::print("\nwhere the time of one file goes, by medians\n");
  for (std::size_t i = 0; i < times.size(); ++i) {
    const double time = median(times[i]);
    fmt::print("  {:<56} {:8.2f} us {:5.1f} %\n", stage_names[i], time * 1e6, time / all * 100);
  }
  fmt::print("  {:<56} {:8.2f} us\n", "together", all * 1e6);
}

// The same answers out of their line of NDJSON, with a reader that is kept.
void tell_json_parse(const Corpus& corpus, int rounds) {
  SourceMap sources;
  std::ifstream in(corpus.records, std::ios::binary);
  for (std::string line; std::getline(in, line);) sources.add("record", line);
  yaml::JsonReader reader;
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) {
    times.push_back(measure([&] {
                      Diagnostics diagnostics;
                      for (std::uint32_t i = 0; i < sources.size(); ++i) {
                        reader.parse(sources, SourceId{i}, diagnostics);
                      }
                    }).busy);
  }
  fmt::print("  {:<56} {:8.2f} us\n", "parse and release, from JSON",
             median(times) * 1e6 / static_cast<double>(sources.size()));
}

void tell_memory(const std::string& what, const std::string& path) {
  const auto process = run_process(batch_process(path, 1));
  if (!process || process->exit != 0) {
    fmt::print("  {:<56} left out: batch does not read it\n", what);
    return;
  }
  fmt::print("  {:<56} {:8.1f} MB  in {:.1f} s\n", what, process->megabytes, process->timing.clock);
}

// Before all else: a child begins with the memory of its parent on its account.
void tell_all_memory(const Corpus& corpus, const std::filesystem::path& place, const Sizes& sizes) {
  fmt::print("the most memory of a process with one thread (least that can be seen: {:.1f} MB)\n",
             own_megabytes());
  const std::size_t largest = std::max(sizes.most_files, sizes.most_records);
  for (std::size_t count = 1000; count <= largest; count *= 10) {
    if (count <= sizes.most_files) {
      const std::string folder = link_files(corpus, place / "links", count);
      tell_memory(fmt::format("{} files", count), folder);
      std::filesystem::remove_all(folder);
    }
    if (count <= sizes.most_records) {
      const std::string records = repeat_records(corpus, place / "many.ndjson", count);
      tell_memory(fmt::format("{} records of NDJSON", count), records);
      std::filesystem::remove(records);
    }
  }
}

void tell_single(int rounds) {
  cmd::Env env = environment();
  const std::string file = std::string(ASSESS_ROOT) + "/examples/08-hengyu.yaml";
  std::vector<Candidate> all{
      {"load the bank",
       [&] { return measure([&] { cmd::BankShelf(env).load(bank_folder); }); },
       {}},
      {"`score` of one file, a process",
       [&] {
         return run_process({program, "score", "--bank", bank_folder, file})
             .value_or(Process{})
             .timing;
       },
       {}}};
  take_turns(all, rounds * 3);
  fmt::print("\n");
  for (const Candidate& one : all) {
    fmt::print("{:<58} {:8.2f} ms\n", one.name, median(one, &Timing::busy) * 1e3);
  }
}

void run(const Sizes& sizes) {
  cmd::Env env = environment();
  const auto bank = cmd::BankShelf(env).load(bank_folder)->bank;
  if (!bank) throw std::runtime_error("no bank at " + bank_folder);
  const TemporaryFolder place;
  const int levels = static_cast<int>(bank->levels.size());
  const Corpus small = write_corpus(*bank, place.path() / "small", sizes.files, 1);
  const Corpus large = write_corpus(*bank, place.path() / "large", sizes.files, levels);
  tell_all_memory(small, place.path(), sizes);
  for (const Corpus* corpus : {&large, &small}) {
    const std::filesystem::path own = place.path() / (corpus == &large ? "large" : "small");
    Comparison(*corpus, own, sizes).run();
    tell_stages(*corpus, sizes.rounds);
    tell_json_parse(*corpus, sizes.rounds);
  }
  tell_single(sizes.rounds);
}

}  // namespace
}  // namespace assess::bench

// assess_batch_bench [ROUNDS [MOST_FILES [MOST_RECORDS]]]
int main(int argc, char** argv) {
  assess::bench::Sizes sizes;
  const auto number = [&](int place, std::size_t otherwise) {
    return argc > place ? std::strtoul(argv[place], nullptr, 10) : otherwise;
  };
  sizes.rounds = static_cast<int>(number(1, 15));
  sizes.most_files = number(2, sizes.most_files);
  sizes.most_records = number(3, sizes.most_records);
  try {
    assess::bench::run(sizes);
  } catch (const std::exception& fault) {
    fmt::print(stderr, "{}\n", fault.what());
    return 2;
  }
  return 0;
}
