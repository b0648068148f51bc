// The bank that is shipped, broken in one place at a time: each fault is found, at its line, and
// named. Which lines are broken is drawn with a fixed seed.
#include "support/run.hpp"
#include "support/samples.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace assess::test {
namespace {

namespace fs = std::filesystem;

constexpr unsigned seed = 39116;
constexpr std::size_t sites = 3;  // at most, of one kind

enum class In { bank, questions };

// One kind of fault. `line` is what is looked for in one line, `with` what stands there instead,
// possibly several lines; nothing deletes the line.
struct Kind {
  const char* what;
  In in;
  const char* line;
  std::optional<const char*> with;
  const char* rule;
  const char* names;  // what the message or its help says; $1 as in `with`
  int below = 0;      // where the fault is expected, in lines from the one that was changed
};

constexpr std::optional<const char*> deleted;

// clang-format off
const std::vector<Kind> kinds{
    // The form of the file.
    {"a quote that is not closed", In::bank, R"re(^(    title: \{zh: ".*", en: ".*)"\}$)re", "$1}", "yaml/unclosed-quote", ""},
    {"a tab as indentation", In::bank, R"(^    threshold: 0\.8$)", "\tthreshold: 0.8", "yaml/tab-indentation", ""},
    {"an anchor", In::bank, R"(^scoring:$)", "scoring: &here", "yaml/alias", "&"},
    {"an alias", In::bank, R"(^    threshold: 0\.8$)", "    threshold: *here", "yaml/alias", "*"},
    {"a tag", In::bank, R"(^    threshold: (0\.8)$)", "    threshold: !!float $1", "yaml/tag", "!!float"},
    {"a control character", In::questions, R"re(^(    zh: ".*)"$)re", "$1\x07\"", "yaml/control-character", "U+0007"},
    {"bytes that are not UTF-8", In::questions, R"re(^(    en: ".*)"$)re", "$1\xff\"", "yaml/not-utf8", ""},
    {"a byte order mark inside", In::questions, R"(^(  level: \d)$)", "$1\xef\xbb\xbf", "yaml/misplaced-bom", "byte order mark"},
    {"one blank too many", In::questions, R"(^  (level: \d)$)", "   $1", "yaml/syntax", ""},
    {"a lost dash", In::questions, R"(^- (id: L[2-5].*)$)", "  $1", "yaml/duplicate-key", "id"},
    {"a second document", In::bank, R"(^(levels:)$)", "---\n$1", "yaml/several-documents", "---", 1},
    // Keys and types.
    {"a misspelt key", In::questions, R"(^  requirement: (.*)$)", "  requirment: $1", "yaml/unknown-key", "requirement"},
    {"a key of another mapping", In::questions, R"(^(  level: \d)$)", "$1\n  threshold: 0.8", "yaml/unknown-key", "threshold", 1},
    {"a misspelt key in a flow mapping", In::questions, R"(^  evidence: \{from: C\}$)", "  evidence: {form: C}", "yaml/unknown-key", "from"},
    {"a misspelt key of an option", In::questions, R"(^    C: \{(.*)\}$)", "    C: {$1, scor: 0.8}", "yaml/unknown-key", "score"},
    {"a key too many for its singular", In::questions, R"(^  options:$)", "  option:", "yaml/unknown-key", "options"},
    {"a misspelt key of a level", In::bank, R"(^    threshold: 0\.8$)", "    treshold: 0.8", "yaml/unknown-key", "threshold"},
    {"a misspelt key of an indicator", In::bank, R"re(^    unit: "%"$)re", "    units: \"%\"", "yaml/unknown-key", "unit"},
    {"no area", In::questions, R"(^  area: .*$)", deleted, "yaml/missing-key", "area", -1},
    {"no level", In::questions, R"(^  level: .*$)", deleted, "yaml/missing-key", "level", -2},
    {"an id without a value", In::questions, R"(^- id: .*$)", "- id:", "yaml/missing-key", "id"},
    {"no threshold", In::bank, R"(^    threshold: 0\.8$)", deleted, "yaml/missing-key", "threshold", -2},
    {"a key twice", In::questions, R"(^(  evidence: \{from: C\})$)", "$1\n$1", "yaml/duplicate-key", "evidence", 1},
    {"a key twice in a flow mapping", In::bank, R"(^( +weights: \{discrete: \d+), process: (.*)$)", "$1, discrete: $2", "yaml/duplicate-key", "discrete"},
    {"an option twice", In::questions, R"(^    B: (.*)$)", "    A: $1", "yaml/duplicate-key", "A"},
    {"a word for a whole number", In::questions, R"(^  level: \d$)", "  level: one", "yaml/type", "one"},
    {"a leading zero", In::bank, R"(^  - level: (\d)$)", "  - level: 0$1", "yaml/type", "0"},
    {"a word for a number", In::bank, R"(^    threshold: 0\.8$)", "    threshold: high", "yaml/type", "high"},
    {"a number with a comma", In::bank, R"(^    threshold: 0\.8$)", "    threshold: \"0,8\"", "yaml/type", "0,8"},
    {"yes for true", In::bank, R"(^( +)tailorable: true$)", "$1tailorable: yes", "yaml/type", "yes"},
    {"a number for true", In::bank, R"(^    free: true$)", "    free: 1", "yaml/type", "free"},
    {"a list for a text", In::questions, R"(^  area: (.*)$)", "  area: [$1]", "yaml/type", "area"},
    {"a text for a mapping", In::questions, R"(^  evidence: \{from: C\}$)", "  evidence: C", "yaml/not-a-mapping", ""},
    {"a text in one language only", In::bank, R"re(^    title: \{zh: (".*"), en: .*\}$)re", "    title: $1", "yaml/not-a-mapping", ""},
    {"a section 0", In::bank, R"(^( +)section: \d$)", "$1section: 0", "yaml/type", "0"},
    {"another language", In::bank, R"(^languages: \[zh, en\]$)", "languages: [zh, fr]", "yaml/type", "fr"},
    {"a misspelt word", In::bank, R"(^  progression: sequential$)", "  progression: sequental", "yaml/type", "sequential"},
    {"a word for a confidence", In::bank, R"(^    confidence: \w+$)", "    confidence: sure", "yaml/type", "sure"},
    {"another schema", In::bank, R"(^schema: assess/bank/1$)", "schema: assess/bank/9", "yaml/schema", "assess/bank/9"},
    // References.
    {"an area that is not there", In::questions, R"(^  area: (.*)$)", "  area: $1s", "bank/unknown-area", "$1s"},
    {"an inner area", In::questions, R"(^  area: .*$)", "  area: production", "bank/not-a-leaf", "production"},
    {"a level that is not there", In::questions, R"(^  level: \d$)", "  level: 9", "bank/unknown-level", "9"},
    {"an option that is not there", In::questions, R"(^  evidence: \{from: C\}$)", "  evidence: {from: E}", "bank/unknown-option", "E"},
    {"a provenance of a question", In::questions, R"(^  provenance: .*$)", "  provenance: rumour", "bank/unknown-provenance", "rumour"},
    {"a provenance of a weight", In::bank, R"(^( +provenance: \{discrete: )\w+(.*)$)", "$1rumour$2", "bank/unknown-provenance", "rumour"},
    {"a variant of a weight", In::bank, R"(^( +weights: \{)discrete(.*)$)", "$1discret$2", "bank/unknown-variant", "discrete"},
    // Ids.
    {"the id of another question", In::questions, R"(^- id: L[2-5].*$)", "- id: L1-1.1.1", "bank/duplicate-id", "L1-1.1.1"},
    {"the id of another area", In::bank, R"(^( {10,})- id: .*$)", "$1- id: personnel", "bank/duplicate-id", "personnel"},
    {"the id of another indicator", In::bank, R"(^  - id: (inventory-turnover|other)$)", "  - id: defect-rate", "bank/duplicate-id", "defect-rate"},
    {"the id of another variant", In::bank, R"(^  - id: process$)", "  - id: discrete", "bank/duplicate-id", "discrete"},
    {"an id with a blank", In::bank, R"(^  - id: (inventory-turnover|defect-rate|other)$)", "  - id: \"$1 1\"", "bank/bad-id", "$1 1"},
    {"an id in Chinese", In::questions, R"(^- id: .*$)", "- id: 第一题", "bank/bad-id", "第一题"},
    {"the number of another section", In::bank, R"(^( +)section: [2-8]$)", "$1section: 1", "bank/section-number", "1"},
    {"an id of another place", In::questions, R"(^- id: L(\d)-.*$)", "- id: L$1-9.9.99", "bank/question-number", "L$1-9.9.99"},
    // Numbers.
    {"a negative weight", In::bank, R"(^( +weights: \{discrete: )(\d+)(.*)$)", "$1-$2$3", "bank/weight", "-$2"},
    {"a question that weighs nothing", In::questions, R"(^(  level: \d)$)", "$1\n  weight: 0", "bank/weight", "0", 1},
    {"a threshold above 1", In::bank, R"(^    threshold: 0\.8$)", "    threshold: 80", "bank/threshold", "80"},
    {"a threshold of 0", In::bank, R"(^    threshold: 0\.8$)", "    threshold: 0", "bank/threshold", "0"},
    {"a level out of order", In::bank, R"(^  - level: [1-4]$)", "  - level: 5", "bank/level-order", "5"},
    {"a score above 1", In::questions, R"(^    C: \{(.*)\}$)", "    C: {$1, score: 1.5}", "bank/score-range", "1.5"},
    {"a scale above 1", In::bank, R"(^scale: (.*)D: 1\}$)", "scale: $1D: 10}", "bank/score-range", "10"},
    {"a score that falls", In::questions, R"(^    D: \{(.*)\}$)", "    D: {$1, score: 0.7}", "bank/score-order", "D"},
    {"no full score", In::questions, R"(^    D: .*$)", deleted, "bank/no-full-score", "1", -1},
    {"an option without a score", In::questions, R"(^    D: (.*)$)", "    E: $1", "bank/missing-score", "E"},
    // Texts.
    {"no Chinese text", In::questions, R"re(^    zh: ".*"$)re", deleted, "bank/missing-translation", "zh"},
    {"no English text", In::questions, R"re(^    en: ".*"$)re", deleted, "bank/missing-translation", "en", -1},
    {"an option in one language", In::questions, R"re(^    (\w): \{zh: (".*"), en: .*\}$)re", "    $1: {zh: $2}", "bank/missing-translation", "en"},
    {"a blank at the end", In::questions, R"re(^(    zh: ".*)"$)re", "$1 \"", "bank/outer-space", "zh"},
    {"a full-width blank at the start", In::questions, R"re(^    zh: "(.*)"$)re", "    zh: \"\u3000$1\"", "bank/outer-space", "zh"},
    {"a sign that turns the text around", In::questions, R"re(^(    en: ".*)"$)re", "$1\u202e\"", "bank/bidi-control", "U+202E"},
    {"a blank of no width", In::questions, R"re(^(    zh: ".*)"$)re", "$1\u200b\"", "bank/invisible-character", "U+200B"},
    {"a half-width comma in Chinese", In::questions, R"re(^(    zh: ".*[^0-9A-Za-z])，([^0-9A-Za-z].*)$)re", "$1,$2", "bank/mixed-punctuation", ","},
    {"a full-width comma in English", In::questions, R"re(^(    en: ".*), (.*)$)re", "$1，$2", "bank/mixed-punctuation", "，"},
    {"Chinese in the place of English", In::questions, R"re(^    (\w): \{zh: (".*"), en: .*\}$)re", "    $1: {zh: $2, en: $2}", "bank/identical-translation", ""},
    {"English in the place of Chinese", In::questions, R"re(^    (\w): \{zh: ".*", en: (".* .* .* .*")\}$)re", "    $1: {zh: $2, en: $2}", "bank/identical-translation", ""},
    // Of authors.
    {"the id of a question that is still there", In::questions, R"(^(- id: L[2-5].*)$)", "$1\n  replaces: L1-1.1.1", "bank/replaces", "L1-1.1.1", 1},
    {"an ignore of no rule", In::questions, R"(^(  level: \d)$)", "$1 # assess: ignore[bank/duplicate-ids] -- why", "ignore/unknown-rule", "bank/duplicate-id"},
    {"an ignore that ignores nothing", In::questions, R"(^(  level: \d)$)", "$1 # assess: ignore[bank/duplicate-id] -- why", "ignore/unused", "bank/duplicate-id"},
};
// clang-format on

using Lines = std::vector<std::string>;

Lines lines_of(const fs::path& path) {
  Lines lines;
  std::istringstream in(read_bytes(path));
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

struct Site {
  std::string file;
  std::size_t line = 0;  // from 0
};

// A few of the lines that the kind can break, drawn at random.
std::vector<Site> draw(const Kind& kind, const std::map<std::string, Lines>& bank,
                       std::mt19937& random) {
  const std::regex pattern(kind.line);
  std::vector<Site> found;
  for (const auto& [file, lines] : bank) {
    if ((kind.in == In::bank) != (file == "bank.yaml")) continue;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (std::regex_match(lines[i], pattern)) found.push_back({file, i});
    }
  }
  // Not std::shuffle, which libraries may do in different ways.
  for (std::size_t i = found.size(); i > 1; --i) std::swap(found[i - 1], found[random() % i]);
  if (found.size() > sites) found.resize(sites);
  return found;
}

std::string joined(const Lines& lines, std::size_t at, const std::optional<std::string>& with) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i != at) {
      out += lines[i] + "\n";
    } else if (with) {
      out += *with + "\n";
    }
  }
  return out;
}

TEST_CASE("a bank broken in one place has a fault at that line that names it") {
  const WorkingFolder folder;
  fs::copy(repository() / "questionbanks/cmmm", "cmmm", fs::copy_options::recursive);
  std::map<std::string, Lines> bank{{"bank.yaml", lines_of("cmmm/bank.yaml")}};
  for (const auto& entry : fs::directory_iterator("cmmm/questions")) {
    bank["questions/" + entry.path().filename().string()] = lines_of(entry.path());
  }
  std::mt19937 random(seed);
  int broken = 0;
  for (const Kind& kind : kinds) {
    const std::string what = kind.what;
    CAPTURE(what);
    const auto drawn = draw(kind, bank, random);
    CHECK_FALSE(drawn.empty());
    for (const Site& site : drawn) {
      const std::string& line = bank[site.file][site.line];
      std::optional<std::string> with;
      const std::regex pattern(kind.line);
      if (kind.with) with = std::regex_replace(line, pattern, *kind.with);
      const std::string names = std::regex_replace(line, pattern, kind.names);
      const int expected = static_cast<int>(site.line) + 1 + kind.below;
      const std::string path = "cmmm/" + site.file;
      const std::string whole = read_bytes(path);
      write_bytes(path, joined(bank[site.file], site.line, with));
      const auto result = nlohmann::json::parse(run("assess validate cmmm -f json").out);
      write_bytes(path, whole);
      bool is_found = false;
      std::string said;
      for (const auto& fault : result["diagnostics"]) {
        said += fault.dump() + "\n";
        const std::string words = fault["message"].get<std::string>() + " " +
                                  (fault["help"].is_null() ? "" : fault["help"].get<std::string>());
        is_found =
            is_found || (fault["rule"] == kind.rule && fault["path"] == path &&
                         fault["line"] == expected && words.find(names) != std::string::npos);
      }
      const std::string wanted = path + ":" + std::to_string(expected) + " " + kind.rule +
                                 " naming " + names + "; changed to " + with.value_or("nothing");
      CAPTURE(wanted);
      CHECK_MESSAGE(is_found, said.substr(0, 2000));
      ++broken;
    }
  }
  CHECK(broken >= 100);
}

}  // namespace
}  // namespace assess::test
