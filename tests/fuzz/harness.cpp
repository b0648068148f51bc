#include "harness.hpp"

#include "cli.hpp"
#include "env.hpp"
#include <assess/base/utf8.hpp>
#include <assess/io/files.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

namespace assess::fuzz {
namespace {

std::string common_file(const std::string& name) {
  std::ostringstream bytes;
  bytes << std::ifstream(ASSESS_ROOT "/tests/golden/common/" + name, std::ios::binary).rdbuf();
  return bytes.str();
}

void require(bool holds, std::string_view promise, const std::vector<std::string>& arguments) {
  if (holds) return;
  std::cerr << "broken: " << promise << ":";
  for (const std::string& argument : arguments) std::cerr << " " << argument;
  std::cerr << "\n";
  std::abort();
}

bool is_clean(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c != U'\n' && is_unsafe_to_show(c)) return false;
  }
  return true;
}

void run_one(MemoryFiles& files, const std::vector<std::string>& arguments) {
  cmd::StringInput in;
  cmd::StringStream out;
  cmd::StringStream err;
  cmd::Env env{.files = files, .in = in, .out = out, .err = err};
  const ExitCode code = cmd::run(arguments, env);
  require(code != ExitCode::bug, "no internal error", arguments);
  require(!find_invalid_utf8(out.text + err.text), "output is UTF-8", arguments);
  require(is_clean(err.text), "nothing unsafe on standard error", arguments);
  const bool is_refused = code == ExitCode::cannot || code == ExitCode::no;
  const std::string all = out.text + err.text;
  require(!is_refused || all.find("error") != std::string::npos, "a refusal has a reason",
          arguments);
}

void run_all(MemoryFiles& files, const std::vector<std::vector<std::string>>& lines) {
  for (const auto& arguments : lines) run_one(files, arguments);
}

}  // namespace

void try_answers(std::string_view bytes) {
  static const std::string bank = common_file("tiny.yaml");
  MemoryFiles files;
  files.files = {{"tiny.yaml", bank}, {"x.yaml", std::string(bytes)}};
  run_all(files, {{"validate", "--all", "x.yaml"},
                  {"validate", "-f", "json", "--lang", "zh", "x.yaml"},
                  {"score", "--bank", "tiny.yaml", "x.yaml"},
                  {"score", "--bank", "tiny.yaml", "-f", "json", "x.yaml"},
                  {"score", "--bank", "tiny.yaml", "-f", "csv", "--min", "people=1", "x.yaml"}});
}

void try_bank(std::string_view bytes) {
  static const std::string answers = common_file("weak.yaml");
  MemoryFiles files;
  files.files = {{"x.yaml", std::string(bytes)}, {"answers.yaml", answers}};
  run_all(files, {{"validate", "--all", "x.yaml"},
                  {"validate", "-f", "oneline", "--lang", "zh", "x.yaml"},
                  {"score", "--bank", "x.yaml", "answers.yaml"},
                  {"score", "--bank", "x.yaml", "-f", "json", "answers.yaml"},
                  {"bank", "show", "x.yaml"},
                  {"bank", "show", "x.yaml", "-f", "json"},
                  {"explain", "--bank", "x.yaml", "L1-1.1.1"}});
}

}  // namespace assess::fuzz
