// What the options become. Faults of the command line are golden cases.
#include "cli.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace assess::cmd {
namespace {

struct World {
  MemoryFiles files;
  StringInput in;
  StringStream out;
  StringStream err;
  Env env{.files = files, .in = in, .out = out, .err = err};

  template <typename Options>
  Options parse(const std::vector<std::string>& arguments) {
    const Command command = parse_command_line(arguments, env);
    REQUIRE(std::holds_alternative<Options>(command));
    return std::get<Options>(command);
  }
};

TEST_CASE("without options score writes text to standard output and asks for nothing") {
  World world;
  const auto options = world.parse<ScoreOptions>({"score", "a.yaml", "b.yaml"});
  CHECK(options.input.paths == std::vector<std::string>{"a.yaml", "b.yaml"});
  REQUIRE(options.outputs.size() == 1);
  CHECK(options.outputs[0].format == "text");
  CHECK(options.outputs[0].path == "-");
  CHECK(options.gates.is_empty());
  CHECK_FALSE(options.exit_zero);
  CHECK(options.findings.fold);
  CHECK(options.input.jobs == 1);
  CHECK_FALSE(options.common.language);
  CHECK(options.common.spoken == Language::en);
}

TEST_CASE("every option of score arrives") {
  World world;
  const auto options = world.parse<ScoreOptions>({"score",
                                                  "-j2",
                                                  "-0",
                                                  "--files-from",
                                                  "list",
                                                  "--exclude",
                                                  "x*",
                                                  "--exclude=y",
                                                  "--bank",
                                                  "tiny",
                                                  "-fcsv",
                                                  "-o",
                                                  "out.json,min=error",
                                                  "--min-level=2",
                                                  "--min-total",
                                                  "150%",
                                                  "--min",
                                                  "a=1/2",
                                                  "--min",
                                                  "b=c=1",
                                                  "--require-complete",
                                                  "--exit-zero",
                                                  "--all",
                                                  "--allow-empty",
                                                  "--stdin-filename",
                                                  "in.yaml",
                                                  "--color=never",
                                                  "-qq",
                                                  "-v",
                                                  "--lang",
                                                  "zh"});
  CHECK(options.input.jobs == 2);
  CHECK(options.input.null_separated);
  CHECK(options.input.files_from == std::vector<std::string>{"list"});
  CHECK(options.input.exclude == std::vector<std::string>{"x*", "y"});
  CHECK(options.input.banks == std::vector<std::string>{"tiny"});
  CHECK(options.input.stdin_name == "in.yaml");
  CHECK(options.input.allow_empty);
  REQUIRE(options.outputs.size() == 2);
  CHECK(options.outputs[0].format == "csv");
  CHECK(options.outputs[1].path == "out.json");
  CHECK(options.outputs[1].min_severity == Severity::error);
  CHECK(options.gates.min_level == 2);
  CHECK(options.gates.min_total == Fraction(3, 2));
  REQUIRE(options.gates.min_areas.size() == 2);
  CHECK(options.gates.min_areas[0].minimum == Fraction(1, 2));
  CHECK(options.gates.min_areas[1].area == "b=c");
  CHECK(options.gates.require_complete);
  CHECK(options.exit_zero);
  CHECK_FALSE(options.findings.fold);
  CHECK(options.common.colour == false);
  CHECK(options.common.quiet == 2);
  CHECK(options.common.verbose == 1);
  CHECK(options.common.language == Language::zh);
}

TEST_CASE("the last of an option that can be given once counts") {
  World world;
  const auto options = world.parse<ScoreOptions>(
      {"score", "a", "-f", "csv", "-f", "json", "--min-level", "1", "--min-level", "3"});
  CHECK(options.outputs.front().format == "json");
  CHECK(options.gates.min_level == 3);
}

TEST_CASE("an output names its format, or has an ending that tells it") {
  World world;
  const auto options =
      world.parse<ValidateOptions>({"validate", "a", "-o", "json:report", "-o", "oneline:a:b", "-o",
                                    "./json:x.json", "-o", "faults.log", "-o", "all.txt"});
  std::vector<std::pair<std::string, std::string>> targets;
  for (const OutputTarget& target : options.outputs) {
    targets.emplace_back(target.format, target.path);
  }
  CHECK(targets == std::vector<std::pair<std::string, std::string>>{{"text", "-"},
                                                                    {"json", "report"},
                                                                    {"oneline", "a:b"},
                                                                    {"json", "./json:x.json"},
                                                                    {"oneline", "faults.log"},
                                                                    {"text", "all.txt"}});
}

TEST_CASE("the gravity from which validate fails can be set") {
  World world;
  const auto fail_level = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"validate", "a"});
    return world.parse<ValidateOptions>(more).findings.fail_level;
  };
  CHECK(fail_level({}) == Severity::error);
  CHECK(fail_level({"--strict"}) == Severity::warning);
  CHECK(fail_level({"--fail-level", "info"}) == Severity::info);
  CHECK(fail_level({"--fail-level", "never"}) == std::nullopt);
  CHECK(fail_level({"--strict", "--exit-zero"}) == std::nullopt);
}

TEST_CASE("people are spoken to in the language of their environment") {
  const auto spoken = [](std::map<std::string, std::string> variables) {
    World world;
    world.env.variables = std::move(variables);
    const auto options = world.parse<BankListOptions>({"bank", "list"});
    return std::string(language_tag(options.common.spoken)) +
           (options.common.language ? " for all formats" : "");
  };
  CHECK(spoken({}) == "en");
  CHECK(spoken({{"LANG", "zh_CN.UTF-8"}}) == "zh");
  CHECK(spoken({{"LANG", "zh_CN.UTF-8"}, {"LC_ALL", "C"}}) == "en");
  CHECK(spoken({{"LANG", "de_DE"}, {"LANGUAGE", "zh:en"}}) == "zh");
  CHECK(spoken({{"LANG", "zh_CN"}, {"ASSESS_LANG", "en"}}) == "en for all formats");
  CHECK(spoken({{"ASSESS_LANG", "zh"}}) == "zh for all formats");
}

TEST_CASE("the date of a report is that of the command line before that of the environment") {
  World world;
  CHECK_FALSE(world.parse<ReportOptions>({"report", "a"}).date);
  world.env.variables["SOURCE_DATE_EPOCH"] = "86400";
  CHECK(world.parse<ReportOptions>({"report", "a"}).date == 86400);
  CHECK(world.parse<ReportOptions>({"report", "a", "--date", "1970-01-03"}).date == 172800);
}

TEST_CASE("an exception is a defect that is said with the command line") {
  struct BrokenInput : Input {
    std::optional<std::string> line() override { return std::nullopt; }
    std::optional<std::string> read(Diagnostics&) override { throw std::runtime_error("torn"); }
    std::unique_ptr<Feed> feed(Diagnostics&) override { return nullptr; }
  };
  World world;
  BrokenInput in;
  Env env{.files = world.files, .in = in, .out = world.out, .err = world.err};
  CHECK(run(std::vector<std::string>{"score", "-"}, env) == ExitCode::bug);
  CHECK(world.err.text.find("internal error: torn") != std::string::npos);
  CHECK(world.err.text.find("called as: score -") != std::string::npos);
}

}  // namespace
}  // namespace assess::cmd
