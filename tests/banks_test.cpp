// The engine holds for any model: the tiny banks of tests/banks, each at an edge of what a bank may
// say. Their answer files state the figures, computed by hand, in lines such as
//   #> level 1 saving: 1/4 * 1 + 3/4 * 1/2 => 5/8
// of which the program must come to what stands behind the arrow.
#include "support/run.hpp"
#include "support/working_folder.hpp"
#include <assess/base/fraction.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace assess::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Figures = std::map<std::string, std::string>;

const fs::path folder = ASSESS_ROOT "/tests/banks";

bool is_answer_file(const fs::path& path) {
  return path.stem().string().find("-answers") != std::string::npos;
}

std::vector<fs::path> banks() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!is_answer_file(entry.path())) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<fs::path> answer_files(const fs::path& bank) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const bool is_of_bank = entry.path().stem().string().starts_with(bank.stem().string() + "-");
    if (is_answer_file(entry.path()) && is_of_bank) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> out;
  for (std::string line; std::getline(stream, line);) out.push_back(line);
  return out;
}

// What the lines of a file that begin with `#>` state: the figure behind the last arrow, by the
// name in front of the first colon.
Figures stated(const fs::path& path) {
  Figures out;
  for (const std::string& line : lines_of(read_bytes(path))) {
    if (!line.starts_with("#>")) continue;
    const auto colon = line.find(':');
    const auto arrow = line.rfind("=> ");
    CAPTURE(line);
    REQUIRE(colon != std::string::npos);
    REQUIRE(arrow != std::string::npos);
    CHECK(out.emplace(line.substr(3, colon - 3), line.substr(arrow + 3)).second);
  }
  return out;
}

Json scored(const std::string& bank, const std::string& paths) {
  const Outcome outcome = run("assess score -f json --bank " + bank + " " + paths);
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.out << outcome.err);
  return Json::parse(outcome.out)["files"];
}

Json shown(const fs::path& bank) {
  const Outcome outcome = run("assess bank show -f json " + bank.string());
  REQUIRE_MESSAGE(outcome.exit == 0, outcome.err);
  return Json::parse(outcome.out);
}

std::string exact(const Json& figure) {
  return figure.is_null() ? "null" : figure["exact"].get<std::string>();
}

// The figures of a result under the names that the answer files use. An area that is in the bank
// but not in the result is `out`.
Figures figures_of(const Json& file, const Json& bank) {
  Figures out;
  for (const Json& area : bank["areas"]) out[area["id"]] = "out";
  for (const Json& area : file["areas"]) out[area["id"]] = area["level"].dump();
  for (const Json& level : file["levels"]) {
    const std::string name = "level " + level["level"].dump();
    out[name] = exact(level["score"]);
    out[name + " satisfied"] = level["satisfied"].get<bool>() ? "yes" : "no";
    for (const Json& area : level["areas"]) {
      const std::string id = area["id"];
      out[name + " " + id] = exact(area["score"]);
      out["weight " + id] = exact(area["weight"]);
    }
  }
  out["attained"] = file["level"].dump();
  out["total"] = exact(file["total"]);
  return out;
}

// Without these an answer file proves too little.
std::set<std::string> names_needed(const Json& bank) {
  std::set<std::string> out{"attained", "total"};
  for (const Json& level : bank["levels"]) out.insert("level " + level["level"].dump());
  for (const Json& area : bank["areas"]) out.insert(area["id"]);
  return out;
}

// By question, the key of an option or nothing.
using Choices = std::map<std::string, std::string>;

// An answer file of the bank as its parts: all up to `answers:`, and what is answered.
struct Sheet {
  std::string head;
  Choices choices;
};

Sheet read_sheet(const fs::path& path) {
  Sheet out;
  bool is_answer = false;
  for (const std::string& line : lines_of(read_bytes(path))) {
    if (is_answer) {
      const auto colon = line.find(": ");
      REQUIRE(colon != std::string::npos);
      out.choices[line.substr(2, colon - 2)] = line.substr(colon + 2);
    } else {
      out.head += line + "\n";
    }
    is_answer = is_answer || line == "answers:";
  }
  REQUIRE(is_answer);
  return out;
}

// Many sheets of one bank, scored in one run in a folder that is gone afterwards.
class Trials {
 public:
  explicit Trials(std::string bank) : bank_(std::move(bank)) {}

  void add(const std::string& head, const Choices& choices) {
    std::string text = head;
    for (const auto& [question, key] : choices) {
      if (!key.empty()) text += "  " + question + ": " + key + "\n";
    }
    texts_.push_back(text);
  }

  // In the order in which they were added.
  std::vector<Json> score() const {
    const WorkingFolder here;
    std::string paths;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      const std::string path = std::to_string(i) + ".yaml";
      write_bytes(path, texts_[i]);
      paths += " " + path;
    }
    std::map<std::string, Json> by_path;
    for (const Json& file : scored(bank_, paths)) by_path[file["path"]] = file;
    std::vector<Json> out;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      out.push_back(by_path.at(std::to_string(i) + ".yaml"));
    }
    return out;
  }

 private:
  std::string bank_;
  std::vector<std::string> texts_;
};

Fraction total_of(const Json& file) {
  const auto total = Fraction::parse(file["total"]["exact"].get<std::string>());
  REQUIRE(total);
  return *total;
}

// The keys of the options of a question in rising order, behind no answer at all.
std::vector<std::string> ladder_of(const Json& question) {
  std::vector<std::string> out{""};
  for (const Json& option : question["options"]) out.push_back(option["key"]);
  return out;
}

Choices chosen(const Json& bank, const std::function<std::string(const Json&)>& choice) {
  Choices out;
  for (const Json& question : bank["questions"]) out[question["id"]] = choice(question);
  return out;
}

std::string lowest(const Json& question) {
  return question["options"].front()["key"];
}

std::string best(const Json& question) {
  return question["options"].back()["key"];
}

bool is_asked(const Json& file, const Json& question) {
  const Json& areas = file["areas"];
  return std::any_of(areas.begin(), areas.end(),
                     [&](const Json& area) { return area["id"] == question["area"]; });
}

// Whether its answer can make a difference: an area that weighs 0 has to be answered, and that is
// all.
bool is_weightless(const Json& file, const Json& question) {
  for (const Json& area : file["levels"][0]["areas"]) {
    if (area["id"] == question["area"]) return area["weight"]["exact"] == "0";
  }
  return false;
}

TEST_SUITE("golden") {
  TEST_CASE("the tiny banks have nothing to find") {
    CHECK(banks().size() == 13);
    for (const fs::path& bank : banks()) {
      CAPTURE(bank.filename().string());
      const Outcome outcome = run("assess validate --strict -f json " + bank.string());
      CHECK(outcome.exit == 0);
      const Json result = Json::parse(outcome.out);
      CHECK(result["diagnostics"].size() == result["summary"]["suppressed"]);
    }
  }

  TEST_CASE("each answer file of a tiny bank comes to the figures computed by hand") {
    for (const fs::path& path : banks()) {
      const Json bank = shown(path);
      CHECK(answer_files(path).size() >= 2);
      for (const fs::path& answers : answer_files(path)) {
        CAPTURE(answers.filename().string());
        const Figures got = figures_of(scored(path.string(), answers.string())[0], bank);
        const Figures wanted = stated(answers);
        std::set<std::string> missing = names_needed(bank);
        for (const auto& [name, figure] : wanted) {
          CAPTURE(name);
          REQUIRE(got.contains(name));
          CHECK(got.at(name) == figure);
          missing.erase(name);
        }
        CHECK(missing.empty());
      }
    }
  }

  TEST_CASE("the bank is found by its name beside the answers, to the same figures") {
    for (const fs::path& path : banks()) {
      const fs::path answers = answer_files(path).front();
      CAPTURE(answers.filename().string());
      const Outcome outcome = run("assess score -f json " + answers.string());
      CHECK(outcome.exit == 0);
      CHECK(Json::parse(outcome.out)["files"] == scored(path.string(), answers.string()));
    }
  }

  TEST_CASE("of the tiny banks a batch and an explanation tell the same figures") {
    for (const fs::path& path : banks()) {
      for (const fs::path& answers : answer_files(path)) {
        CAPTURE(answers.filename().string());
        const Json file = scored(path.string(), answers.string())[0];
        const Outcome batch = run("assess batch " + answers.string());
        REQUIRE(batch.exit == 0);  // a line of its own, the record, the summary
        const Json record = Json::parse(lines_of(batch.out).at(1));
        CHECK(record["level"] == file["level"]);
        CHECK(record["total"] == file["total"]);
        for (const auto& [name, figure] : stated(answers)) {
          std::istringstream words(name);
          std::string level, number, area;
          words >> level >> number >> area;
          if (level != "level" || area == "satisfied") continue;
          CAPTURE(name);
          const std::string what = area + "@" + number;
          const Outcome outcome = run("assess explain -f json " + answers.string() + " " + what);
          REQUIRE(outcome.exit == 0);
          CHECK(exact(Json::parse(outcome.out)["score"]) == figure);
        }
      }
    }
  }

  TEST_CASE("on the tiny banks the best options give every level, the lowest nothing") {
    for (const fs::path& path : banks()) {
      const Json bank = shown(path);
      const int levels = static_cast<int>(bank["levels"].size());
      const Figures of_bank = stated(path);  // `lowest`, where areas with nothing to ask are met
      const auto bottom = of_bank.contains("lowest") ? of_bank.at("lowest") : "0";
      Trials trials(path.string());
      for (const fs::path& answers : answer_files(path)) {
        const Sheet sheet = read_sheet(answers);
        trials.add(sheet.head, chosen(bank, best));
        trials.add(sheet.head, chosen(bank, lowest));
      }
      const std::vector<Json> files = trials.score();
      CAPTURE(path.filename().string());
      for (std::size_t i = 0; i < files.size(); i += 2) {
        CHECK(files[i]["level"] == levels);
        CHECK(exact(files[i]["total"]) == std::to_string(levels));
        for (const Json& area : files[i]["areas"]) CHECK(area["level"] == levels);
        CHECK(files[i + 1]["level"] == 0);
        CHECK(exact(files[i + 1]["total"]) == bottom);
      }
    }
  }

  TEST_CASE("on the tiny banks raising one answer of a file never lowers the total") {
    for (const fs::path& path : banks()) {
      const Json bank = shown(path);
      int raised = 0;
      for (const fs::path& answers : answer_files(path)) {
        const Sheet sheet = read_sheet(answers);
        Trials trials(path.string());
        trials.add(sheet.head, sheet.choices);
        std::vector<std::string> ids;
        for (const Json& question : bank["questions"]) {
          const std::string id = question["id"];
          const std::vector<std::string> ladder = ladder_of(question);
          const auto given = sheet.choices.find(id);
          const std::string key = given == sheet.choices.end() ? "" : given->second;
          const auto at = std::find(ladder.begin(), ladder.end(), key);
          if (at == ladder.end() || at + 1 == ladder.end()) continue;  // n/a, or the best
          Choices better = sheet.choices;
          better[id] = *(at + 1);
          trials.add(sheet.head, better);
          ids.push_back(id);
        }
        const std::vector<Json> files = trials.score();
        for (std::size_t i = 0; i < ids.size(); ++i) {
          CAPTURE(answers.filename().string());
          CAPTURE(ids[i]);
          CHECK(total_of(files[i + 1]) >= total_of(files[0]));
          CHECK(files[i + 1]["level"] >= files[0]["level"]);
          ++raised;
        }
      }
      CAPTURE(path.filename().string());
      CHECK(raised > 3);
    }
  }

  // From an open level at which all is at its lowest, so that each step counts.
  TEST_CASE("on the tiny banks each question gains, climbed from no answer to its best option") {
    for (const fs::path& path : banks()) {
      const Json bank = shown(path);
      for (const fs::path& answers : answer_files(path)) {
        const std::string head = read_sheet(answers).head;
        for (const Json& question : bank["questions"]) {
          Choices base = chosen(bank, [&](const Json& other) {
            return other["level"] < question["level"] ? best(other) : lowest(other);
          });
          Trials trials(path.string());
          for (const std::string& key : ladder_of(question)) {
            base[question["id"]] = key;
            trials.add(head, base);
          }
          const std::vector<Json> files = trials.score();
          CAPTURE(answers.filename().string());
          CAPTURE(question["id"].get<std::string>());
          for (std::size_t i = 1; i < files.size(); ++i) {
            CHECK(total_of(files[i]) >= total_of(files[i - 1]));
            CHECK(files[i]["level"] >= files[i - 1]["level"]);
          }
          const bool gains = is_asked(files[0], question) && !is_weightless(files[0], question);
          CHECK((total_of(files.back()) > total_of(files.front())) == gains);
        }
      }
    }
  }
}

}  // namespace
}  // namespace assess::test
