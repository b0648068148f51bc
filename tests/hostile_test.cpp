// Whatever a file holds, the program says what is wrong with it and ends with 1 or 2: it never
// crashes, and nothing of the file reaches a terminal as an escape. How long the worst take is
// measured, not tested: time limits in tests fail on slow machines only.
#include "support/command_line.hpp"
#include "support/run.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace assess::test {
namespace {

using namespace std::string_literals;

constexpr std::size_t four_megabytes = 4 * 1024 * 1024;
const std::string common = ASSESS_ROOT "/tests/golden/common/";
const std::string head =
    "schema: assess/answers/1\nbank: tiny@1\nenterprise: {name: E}\nvariant: light\n";

std::string repeated(std::string_view piece, std::size_t count) {
  if (count == 0) return {};
  const std::size_t size = piece.size() * count;
  std::string out(piece);
  while (out.size() < size) out.append(out, 0, std::min(out.size(), size - out.size()));
  return out;
}

// As many pieces as fit into the largest file that is read.
std::string filled(const std::string& start, std::string_view piece, const std::string& end = "") {
  return start + repeated(piece, (four_megabytes - start.size() - end.size()) / piece.size()) + end;
}

std::string numbered(const std::string& start, std::size_t count,
                     const std::function<std::string(std::size_t)>& piece,
                     const std::string& end = "") {
  std::string out = start;
  for (std::size_t i = 0; i < count; ++i) out += piece(i);
  return out + end;
}

std::string indented(std::size_t depth, std::string_view line) {
  std::string out = head + "answers:\n";
  for (std::size_t i = 1; i <= depth; ++i) {
    out.append(i, ' ').append(line).append("\n");
  }
  return out;
}

std::string utf16(std::string_view text) {
  std::string out = "\xFF\xFE";
  for (const char c : text) {
    out += c;
    out += '\0';
  }
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string random_bytes(std::size_t size, std::string_view alphabet) {
  std::mt19937 random(2026);
  std::string out;
  for (std::size_t i = 0; i < size; ++i) {
    const auto number = static_cast<std::uint32_t>(random());
    out +=
        alphabet.empty() ? static_cast<char>(number & 0xFFU) : alphabet[number % alphabet.size()];
  }
  return out;
}

// What a terminal or a reader of the terminal could be misled by.
bool is_clean(std::string_view shown) {
  return std::none_of(shown.begin(), shown.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7F;
  });
}

struct HostileFile {
  std::string name;
  std::string bytes;
  std::string rule;  // one that must be reported
};

std::vector<HostileFile> brackets() {
  const std::string list = head + "answers: ";
  return {
      {"100,000 times [", list + repeated("[", 100'000), "yaml/too-deep"},
      {"100,000 times {", list + repeated("{", 100'000), "yaml/too-deep"},
      {"100,000 times {a: ", list + repeated("{a: ", 100'000), "yaml/too-deep"},
      {"100,000 times [a,", list + repeated("[a,", 100'000), "yaml/too-deep"},
      {"10,000 times [a,", list + repeated("[a,", 10'000), "yaml/"},
      {"closed again", list + repeated("[a,", 10'000) + repeated("]", 10'000), "yaml/too-deep"},
      {"4 MB of [", repeated("[", four_megabytes), "yaml/too-deep"},
      {"4 MB of ]", repeated("]", four_megabytes), "yaml/"},
      {"4 MB of [,", filled("", "[,"), "yaml/too-deep"},
      {"4 MB of [a", filled("", "[a"), "yaml/too-deep"},
      {"4 MB of []", filled("", "[]"), "yaml/too-many-values"},
      {"4 MB of [ and line breaks", filled("", "[\n"), "yaml/too-deep"},
      {"4 MB of `a,` in brackets", filled("[[[", "a,"), "yaml/too-many-values"},
  };
}

std::vector<HostileFile> depths() {
  return {
      {"100,000 times `- `", head + "answers:\n " + repeated("- ", 100'000), "yaml/too-deep"},
      {"100,000 times `? `", head + "answers:\n " + repeated("? ", 100'000), "yaml/"},
      {"mappings by indentation", indented(2'500, "a:"), "yaml/too-deep"},
      {"lists by indentation", indented(2'500, "-"), "yaml/too-deep"},
      {"cyclic anchor", head + "answers: &x {a: *x}\n", "yaml/alias"},
      {"alias bomb",
       numbered(head + "a0: &a0 [x,x,x,x,x,x,x,x,x]\n", 20,
                [](std::size_t i) {
                  const std::string alias = "*a" + std::to_string(i);
                  return "a" + std::to_string(i + 1) + ": &a" + std::to_string(i + 1) + " [" +
                         repeated(alias + ",", 8) + alias + "]\n";
                }),
       "yaml/alias"},
      {"4 MB of anchors", filled(head + "answers: [", "&a x,", "]\n"), "yaml/alias"},
  };
}

std::vector<HostileFile> masses() {
  const auto line = [](std::size_t i) { return "k" + std::to_string(i) + ": 1\n"; };
  const auto entry = [](std::size_t i) { return ", k" + std::to_string(i) + ": 1"; };
  return {
      {"a scalar of 50 MB", head + "x: " + repeated("y", 50'000'000) + "\n", "io/too-large"},
      {"a scalar of 4 MB", filled(head + "x: ", "y", "\n"), "yaml/unknown-key"},
      {"a key of 4 MB", filled(head, "y", ": 1\n"), "yaml/"},
      {"a block of 4 MB", filled(head + "x: |\n", "  y\n"), "yaml/unknown-key"},
      {"a quote of 4 MB that never ends", filled(head + "x: \"", "y\n "), "yaml/unclosed-quote"},
      {"a number of 4 MB",
       filled("schema: assess/answers/1\nbank: tiny\nenterprise: {name: E, revenue: ", "7", "}\n"),
       "yaml/type"},
      {"4 MB of small values in a list", filled(head + "answers: [", "a,", "]\n"),
       "yaml/too-many-values"},
      {"4 MB of small values in lines", filled(head + "tailored:\n", "- a\n"),
       "yaml/too-many-values"},
      {"200,000 unknown keys", numbered(head, 190'000, line), "yaml/unknown-key"},
      {"200,000 unknown keys on one line",
       numbered("{schema: assess/answers/1", 190'000, entry, "}\n"), "yaml/unknown-key"},
      {"100,000 equal keys", head + "answers:\n" + repeated("  L1-1.1.1: A\n", 100'000),
       "yaml/duplicate-key"},
      {"100,000 equal keys on one line",
       head + "answers: {" + repeated("L1-1.1.1: A, ", 100'000) + "}\n", "yaml/duplicate-key"},
      {"390,000 tailored areas", head + "tailored: [" + repeated("a,", 390'000) + "]\n",
       "answers/unknown-area"},
      {"4 MB of documents", filled(head, "---\n"), "yaml/"},
      {"4 MB of tags", filled(head + "answers: [", "!!x a,", "]\n"), "yaml/tag"},
  };
}

std::vector<HostileFile> encodings() {
  return {
      {"nothing", "", "yaml/empty"},
      {"4 MB of blanks", repeated(" ", four_megabytes), "yaml/empty"},
      {"4 MB of line breaks", repeated("\n", four_megabytes), "yaml/empty"},
      {"NUL", head + "answers: {\"a\0b\": A}\n"s, "yaml/control-character"},
      {"4 MB of NUL", std::string(four_megabytes, '\0'), "yaml/control-character"},
      {"escape", head + "x: \x1b[2J\n", "yaml/control-character"},
      {"UTF-16", utf16(head), "yaml/not-utf8"},
      {"GBK", replaced(head, "E}", "\xBA\xA3\xB4\xA8}"), "yaml/not-utf8"},
      {"random bytes", random_bytes(100'000, ""), "yaml/"},
      {"random YAML signs", head + random_bytes(100'000, "ab:{}[],-?&*!|>'\"%@` \n#"), "yaml/"},
      {"carriage returns only", replaced(head + "x: 1\n", "\n", "\r"), "yaml/"},
      {"full-width colons", replaced(head, ": ", "："), "yaml/"},
      {"a bidirectional override as key", head + "\xE2\x80\xAE: 1\n", "yaml/unknown-key"},
      {"escapes in quotes", head + R"("\e[31m\u202E\u0007": 1)", "yaml/unknown-key"},
  };
}

// Banks that keep to the form and would only be too much.
std::vector<HostileFile> banks() {
  const std::string start = "schema: assess/bank/1\nid: x\nversion: \"1\"\ntitle: {zh: a, en: a}\n";
  const auto number = [](std::size_t i) { return std::to_string(i); };
  const auto variant = [&](std::size_t i) {
    return "- {id: v" + number(i) + ", title: {zh: a, en: a}}\n";
  };
  const auto area = [&](std::size_t i) {
    return "- {id: a" + number(i) + ", title: {zh: a, en: a}}\n";
  };
  const auto level = [&](std::size_t i) {
    return "- {level: " + number(i + 1) + ", title: {zh: a, en: a}, threshold: 0.8}\n";
  };
  const auto weight = [&](std::size_t i) {
    return "- {id: a" + number(i) + ", title: {zh: a, en: a}, weight: 1/" + std::string(190, '7') +
           number(100 + i) + "}\n";
  };
  const std::string areas = numbered("areas:\n", 10'000, area);
  return {
      {"10,000 variants and areas", numbered(start + areas + "variants:\n", 10'000, variant),
       "bank/too-many"},
      {"10,000 levels and areas", numbered(start + areas + "levels:\n", 10'000, level),
       "bank/too-many"},
      {"200 areas with long weights", numbered(start + "areas:\n", 199, weight),
       "yaml/missing-key"},
      {"1,000 areas with long weights", numbered(start + "areas:\n", 1'000, weight),
       "bank/too-many"},
      {"a tree of 60 areas",
       start + "areas: " + repeated("[{id: a, areas: ", 60) + repeated("}]", 60), "yaml/too-deep"},
      {"a list", "- schema: assess/bank/1\n- a\n", "yaml/not-a-mapping"},
  };
}

void check_refused(const HostileFile& file) {
  CAPTURE(file.name);
  write_bytes("x.yaml", file.bytes);
  const Outcome checked = run("assess validate --all -f oneline x.yaml");
  CHECK((checked.exit == 1 || checked.exit == 2));
  CHECK(checked.out.find("[" + file.rule) != std::string::npos);
  CHECK(is_clean(checked.out));
  constexpr std::size_t small = 500'000;  // reading the large ones once is enough
  if (file.bytes.size() > small) return;
  const Outcome scored = run("assess score x.yaml");
  CHECK(scored.exit == 2);
  CHECK_FALSE(scored.err.empty());
  CHECK(is_clean(scored.out + scored.err));
}

void check_all(const std::vector<HostileFile>& files) {
  const WorkingFolder folder;
  write_bytes("tiny.yaml", read_bytes(common + "tiny.yaml"));
  for (const HostileFile& file : files) check_refused(file);
}

// Runs all commands on a damaged file, which may have become harmless: what counts is that nothing
// breaks, and that a refusal says why.
void check_survives(const std::string& bytes) {
  write_bytes("x.yaml", bytes);
  for (const char* line : {"assess validate x.yaml", "assess score -f json x.yaml",
                           "assess score --bank x.yaml good.yaml", "assess bank show x.yaml"}) {
    CAPTURE(line);
    CAPTURE(bytes);
    const Outcome outcome = run(line);
    REQUIRE((outcome.exit == 0 || outcome.exit == 1 || outcome.exit == 2));
    if (outcome.exit != 0) REQUIRE((outcome.out + outcome.err).find("error") != std::string::npos);
  }
}

void write_common() {
  for (const char* name : {"tiny.yaml", "good.yaml"}) write_bytes(name, read_bytes(common + name));
}

}  // namespace

TEST_CASE("brackets without end are refused") {
  check_all(brackets());
}

TEST_CASE("nesting and aliases without end are refused") {
  check_all(depths());
}

TEST_CASE("files that are too much are refused") {
  check_all(masses());
}

TEST_CASE("files that are no clean UTF-8 text are refused") {
  check_all(encodings());
}

TEST_CASE("banks that are too much are refused") {
  check_all(banks());
}

TEST_CASE("every beginning of a good file is survived") {
  const WorkingFolder folder;
  write_common();
  const std::string answers = read_bytes("good.yaml");
  for (std::size_t size = 0; size < answers.size(); size += 3) {
    check_survives(answers.substr(0, size));
  }
  const std::string bank = read_bytes("tiny.yaml");
  for (std::size_t size = 0; size < bank.size(); size += 23) check_survives(bank.substr(0, size));
}

TEST_CASE("files with bytes changed, lost, or doubled are survived") {
  const WorkingFolder folder;
  write_common();
  std::mt19937 random(11);
  for (const char* name : {"good.yaml", "tiny.yaml"}) {
    const std::string good = read_bytes(name);
    for (int round = 0; round < 150; ++round) {
      std::string bytes = good;
      for (int change = 0; change < 3; ++change) {
        const std::size_t at = random() % bytes.size();
        const std::size_t length = 1 + random() % 20;
        const auto kind = random() % 4;
        if (kind == 0) bytes[at] = "{}[]:,-\"'#&*!|>%\n 0zA"[random() % 21];
        if (kind == 1) bytes.erase(at, length);
        if (kind == 2) bytes.insert(at, bytes.substr(random() % bytes.size(), length));
        if (kind == 3) bytes.insert(at, 1, static_cast<char>(random() & 0xFFU));
        if (bytes.empty()) bytes = "a";
      }
      check_survives(bytes);
    }
  }
}

TEST_CASE("what is not a regular file is refused as input") {
  const WorkingFolder folder;
  write_common();
  REQUIRE(::mkfifo("pipe.yaml", 0600) == 0);
  for (const char* name : {"pipe.yaml", "/dev/zero"}) {
    CAPTURE(name);
    const Outcome outcome = run("assess score "s + name);
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.find("[io/not-a-file]") != std::string::npos);
  }
  CHECK(run("assess score good.yaml --bank pipe.yaml").exit == 2);
  CHECK(run("assess score --files-from pipe.yaml").exit == 2);
  CHECK(run("assess report good.yaml --font /dev/zero").exit == 2);
}

TEST_CASE("output that cannot be written is an error and leaves nothing behind") {
  const WorkingFolder folder;
  write_common();
  std::filesystem::create_directory("folder");
  for (const char* target : {"json:/dev/full", "json:folder", "json:good.yaml/x", "json:none/x"}) {
    CAPTURE(target);
    const Outcome outcome = run("assess score good.yaml -o "s + target);
    CHECK(outcome.exit == 2);
    CHECK(outcome.err.find("[io/cannot-write]") != std::string::npos);
  }
  CHECK(run("assess report good.yaml -o /dev/full").exit == 2);
  CHECK(run("assess report good.yaml -o folder").exit == 2);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(".")) {
    if (entry.is_regular_file()) ++files;
  }
  CHECK(files == 2);
}

TEST_CASE("the name of a file is shown without its escapes") {
  const WorkingFolder folder;
  write_common();
  const std::string name = "a\x1b[2J\n\xE2\x80\xAE\xFF.yaml";
  write_bytes(name, head);
  for (const char* command :
       {"score", "score -f csv", "validate", "validate -f oneline", "history", "history -f csv"}) {
    CAPTURE(command);
    const Outcome outcome = run("assess "s + command + " .");
    CHECK(outcome.out.find("\xE2\x80\xAE") == std::string::npos);
    CHECK((outcome.out + outcome.err).find('\x1b') == std::string::npos);
  }
  const Outcome json = run("assess score -f json .");
  CHECK(is_clean(json.out));
}

}  // namespace assess::test
