// Where the time of `score` and `report` goes: whole processes, then the stages within one. Medians
// of many runs; on a noisy machine read the shares, not the milliseconds.
#include "banks.hpp"
#include "diagnose.hpp"
#include "fonts.hpp"
#include <assess/answers/check.hpp>
#include <assess/answers/read.hpp>
#include <assess/bank/check.hpp>
#include <assess/base/sha256.hpp>
#include <assess/render/pdf.hpp>
#include <assess/render/render.hpp>
#include <assess/report/build.hpp>
#include <assess/yaml/json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <spawn.h>
#include <string>
#include <vector>

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(const std::function<void()>& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void measure(const char* name, int runs, const std::function<void()>& work) {
  work();  // warm
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) times.push_back(milliseconds(work));
  std::sort(times.begin(), times.end());
  fmt::print("{:<44} median {:8.3f} ms   min {:8.3f}   max {:8.3f}\n", name,
             times[times.size() / 2], times.front(), times.back());
}

// Two ways to the same end, in turns, so that noise meets both: microseconds and their ratio.
void compare(const char* first, const std::function<void()>& one, const char* second,
             const std::function<void()>& other) {
  constexpr int rounds = 101;
  constexpr int repeats = 10;  // a round is short enough to be left alone by others
  std::vector<double> ones;
  std::vector<double> others;
  const auto round = [&](const std::function<void()>& work) {
    const double all = milliseconds([&] {
      for (int i = 0; i < repeats; ++i) work();
    });
    return all * 1000 / repeats;
  };
  for (int i = 0; i < rounds; ++i) {
    ones.push_back(round(one));
    others.push_back(round(other));
  }
  std::sort(ones.begin(), ones.end());
  std::sort(others.begin(), others.end());
  const double median = ones[ones.size() / 2];
  const double other_median = others[others.size() / 2];
  fmt::print("{:<44} median {:8.3f} us   min {:8.3f}\n", first, median, ones.front());
  fmt::print("{:<44} median {:8.3f} us   min {:8.3f}   ratio {:.2f}\n", second, other_median,
             others.front(), median / other_median);
}

nlohmann::ordered_json as_json(const assess::yaml::Node& node) {
  using Json = nlohmann::ordered_json;
  switch (node.kind()) {
    case assess::yaml::Kind::null:
      return nullptr;
    case assess::yaml::Kind::scalar:
      return std::string(node.text());
    case assess::yaml::Kind::sequence: {
      Json list = Json::array();
      for (const auto item : node.children()) list.push_back(as_json(item));
      return list;
    }
    case assess::yaml::Kind::mapping: {
      Json object = Json::object();
      for (const auto key : node.children()) object[std::string(key.text())] = as_json(key.value());
      return object;
    }
  }
  return nullptr;
}

// The same answers, as a file of YAML and as a record of JSON.
void compare_readers(const std::string& path, assess::Files& files) {
  using namespace assess;
  Diagnostics diagnostics;
  const auto bytes = files.read(path, diagnostics);
  if (!bytes) return;
  SourceMap sources;
  const SourceId file = sources.add(path, *bytes);
  const auto tree = yaml::parse(sources, file, diagnostics);
  if (!tree) return;
  const SourceId record = sources.add("record", as_json(tree->root()).dump());
  fmt::print("the same {} values in {} bytes of YAML and in {} bytes of JSON\n", tree->size(),
             bytes->size(), sources.text(record).size());
  yaml::JsonReader reader;
  compare(
      "parse YAML", [&] { yaml::parse(sources, file, diagnostics); }, "parse JSON",
      [&] { reader.parse(sources, record, diagnostics); });
}

void spawn(std::vector<std::string> arguments) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", 1, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", 1, 0);
  pid_t child = 0;
  if (posix_spawn(&child, pointers[0], &actions, nullptr, pointers.data(), environ) == 0) {
    waitpid(child, nullptr, 0);
  }
  posix_spawn_file_actions_destroy(&actions);
}

}  // namespace

int main() {
  using namespace assess;
  const std::string root = ASSESS_ROOT;
  const std::string program = ASSESS_PROGRAM;
  const std::string folder = root + "/questionbanks/cmmm";
  const std::string file = root + "/examples/01-haichuan.yaml";

  fmt::print("whole processes\n");
  measure("assess --version", 101, [&] { spawn({program, "--version"}); });
  measure("assess score, one file", 51, [&] { spawn({program, "score", "--bank", folder, file}); });
  measure("assess report, one file", 51, [&] {
    spawn({program, "report", "--bank", folder, file, "-o", "pdf:/dev/null"});
  });
  const std::string all_levels = root + "/examples/08-hengyu.yaml";
  measure("assess report, five levels, 277 questions", 51, [&] {
    spawn({program, "report", "--bank", folder, all_levels, "-o", "pdf:/dev/null"});
  });

  fmt::print("stages\n");
  RealFiles files;
  cmd::StringInput in;
  cmd::StringStream out;
  cmd::StringStream err;
  cmd::Env env{.files = files, .in = in, .out = out, .err = err};
  measure("load the bank: read, parse, check", 21, [&] { cmd::BankShelf(env).load(folder); });
  cmd::BankShelf shelf(env);
  shelf.load(folder);
  const cmd::InputFile input{.path = file, .schema = cmd::Schema::answers, .is_named = true};
  cmd::Diagnosed result;
  measure("read, check and score the answers", 51,
          [&] { result = cmd::diagnose(input, folder, cmd::Depth::score, {}, shelf, env); });
  const Diagnosis& diagnosis = *result.file.diagnosis;
  measure("tailor, respond and score alone", 201, [&] {
    const Sheet sheet = tailor(*diagnosis.bank, diagnosis.answers);
    score(sheet, respond(*diagnosis.bank, diagnosis.answers));
  });
  Diagnostics diagnostics;
  std::optional<render::FontStack> fonts;
  measure("read the fonts", 21, [&] { fonts = cmd::load_fonts({}, env, diagnostics); });
  measure("build the document", 51, [&] { report::build_document(diagnosis, {}); });
  const report::Document document = report::build_document(diagnosis, {});
  measure("lay out and write the PDF", 21,
          [&] { render::render_pdf(document, *fonts, diagnostics); });
  compare_readers(all_levels, files);
}
