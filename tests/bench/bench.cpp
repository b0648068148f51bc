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

#include <fmt/format.h>
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
}
