// Runs every case of tests/golden and compares all that comes out of it with what the case holds.
//
// A case is a folder with `cmd`, a command line (see support/command_line.hpp), and input files; it
// is run in a copy of that folder, with the files of `golden/common` beside them. `stdout`,
// `stderr` and `exit` are what is expected; `after/` holds the files that the command writes. Where
// a command line says `{root}`, the link `root` leads to the project, so that shipped banks and
// examples have a name that is the same on every machine. An input file `NAME.bytes` stands for
// NAME, with C escapes. ASSESS_UPDATE_GOLDEN=1 rewrites what is expected.
#include "support/command_line.hpp"
#include "support/diff.hpp"
#include "support/run.hpp"
#include "support/working_folder.hpp"
#include <assess/render/batch.hpp>
#include <assess/render/render.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace assess::test {
namespace {

namespace fs = std::filesystem;

const fs::path golden_folder = ASSESS_ROOT "/tests/golden";

// All that is expected of a case, or came out of it: `stdout`, `stderr`, `exit`, `after/NAME`.
using Result = std::map<std::string, std::string>;

std::vector<fs::path> cases() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(golden_folder)) {
    if (fs::exists(entry.path() / "cmd")) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_expectation(const fs::path& relative) {
  const std::string first = relative.begin()->string();
  return first == "cmd" || first == "stdout" || first == "stderr" || first == "exit" ||
         first == "after";
}

// Files below a folder by their relative path; what a link leads to is left out.
std::map<std::string, std::string> files_below(const fs::path& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_symlink() || !entry.is_regular_file()) continue;
    out[fs::relative(entry.path(), folder).string()] = read_bytes(entry.path());
  }
  return out;
}

void copy_inputs(const fs::path& from) {
  constexpr std::string_view escaped = ".bytes";
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    const fs::path relative = fs::relative(entry.path(), from);
    if (is_expectation(relative)) continue;
    if (entry.is_symlink()) {
      fs::copy_symlink(entry.path(), relative);
    } else if (entry.is_directory()) {
      fs::create_directories(relative);
    } else if (relative.extension() == escaped) {
      write_bytes(fs::path(relative).replace_extension(), unescape(read_bytes(entry.path())));
    } else {
      write_bytes(relative, read_bytes(entry.path()));
    }
  }
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string command_of(const fs::path& folder) {
  std::string text = read_bytes(folder / "cmd");
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

Result run_case(const fs::path& folder) {
  const WorkingFolder working_folder;
  copy_inputs(golden_folder / "common");
  copy_inputs(folder);
  const std::string command = command_of(folder);
  if (command.find("{root}") != std::string::npos)
    fs::create_directory_symlink(ASSESS_ROOT, "root");
  const auto before = files_below(working_folder.path());
  const Outcome outcome = run(replaced(command, "{root}", "root"));
  Result result{{"stdout", outcome.out},
                {"stderr", outcome.err},
                {"exit", std::to_string(outcome.exit) + "\n"}};
  for (const auto& [name, bytes] : files_below(working_folder.path())) {
    const auto known = before.find(name);
    if (known == before.end() || known->second != bytes) result["after/" + name] = bytes;
  }
  return result;
}

Result expected_of(const fs::path& folder) {
  Result result;
  for (const auto& [name, bytes] : files_below(folder)) {
    if (is_expectation(name) && name != "cmd") result[name] = bytes;
  }
  return result;
}

void update(const fs::path& folder, const Result& result) {
  fs::remove_all(folder / "after");
  for (const auto& [name, bytes] : result) write_bytes(folder / name, bytes);
}

std::string differences(const Result& expected, const Result& actual) {
  std::string out;
  Result names = expected;
  names.insert(actual.begin(), actual.end());
  for (const auto& [name, ignored] : names) {
    const auto wanted = expected.find(name);
    const auto got = actual.find(name);
    if (wanted == expected.end()) {
      out += name + " was not expected:\n" + diff("", got->second);
    } else if (got == actual.end()) {
      out += name + " is missing\n";
    } else if (wanted->second != got->second) {
      out += name + ":\n" + diff(wanted->second, got->second);
    }
  }
  return out;
}

// Whether a case runs this command with this format.
bool has_case(std::string_view command, std::string_view format) {
  const auto all = cases();
  return std::any_of(all.begin(), all.end(), [&](const fs::path& folder) {
    const auto read = read_command_line(command_of(folder));
    const auto* line = std::get_if<CommandLine>(&read);
    if (line == nullptr || line->arguments.empty() || line->arguments.front() != command) {
      return false;
    }
    const auto& words = line->arguments;
    const auto option = std::find(words.begin(), words.end(), "-f");
    return option != words.end() && std::next(option) != words.end() &&
           *std::next(option) == format;
  });
}

}  // namespace

TEST_SUITE_BEGIN("golden");

TEST_CASE("every golden case gives what it gave before") {
  const bool is_update = std::getenv("ASSESS_UPDATE_GOLDEN") != nullptr;
  const auto all = cases();
  CHECK(all.size() > 50);
  for (const fs::path& folder : all) {
    std::string difference;
    try {
      const Result actual = run_case(folder);
      if (is_update) update(folder, actual);
      difference = differences(expected_of(folder), actual);
    } catch (const std::exception& fault) {
      difference = fault.what();
    }
    CHECK_MESSAGE(difference.empty(), folder.filename().string()
                                          << ": " << command_of(folder) << "\n"
                                          << difference);
  }
}

TEST_CASE("every format of score, validate, history and batch has a golden case") {
  for (const render::Format& format : render::score_formats()) {
    CAPTURE(format.name);
    CHECK(has_case("score", format.name));
  }
  for (const render::Format& format : render::validate_formats()) {
    CAPTURE(format.name);
    CHECK(has_case("validate", format.name));
  }
  for (const render::Format& format : render::history_formats()) {
    CAPTURE(format.name);
    CHECK(has_case("history", format.name));
  }
  for (const render::BatchFormat& format : render::batch_formats()) {
    CAPTURE(format.name);
    CHECK(has_case("batch", format.name));
  }
}

TEST_SUITE_END();

}  // namespace assess::test
