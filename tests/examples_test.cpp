// What examples/README.md states is what comes out.
#include "support/run.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace assess::test {
namespace {

const std::string root = ASSESS_ROOT;

std::string readme() {
  return read_bytes(root + "/examples/README.md");
}

std::string on_examples(const std::string& command, const std::string& file) {
  return "ASSESS_BANK_PATH=" + root + "/questionbanks assess " + command + " " + root +
         "/examples/" + file;
}

TEST_SUITE("golden") {
  TEST_CASE("the scores stated in examples/README.md are those of the program") {
    const std::string text = readme();
    const std::regex row(
        R"(\| (\d\d-\w+\.yaml) \| (\S+) \| (\d) \| ([\d.]+) \| ([\d.]+) \| (\d+/\d+) \|)");
    int rows = 0;
    for (std::sregex_iterator at(text.begin(), text.end(), row), end; at != end; ++at, ++rows) {
      const std::smatch& cells = *at;
      CAPTURE(cells[1].str());
      const Outcome outcome = run(on_examples("score -f json", cells[1]));
      REQUIRE(outcome.exit == 0);
      const auto file = nlohmann::json::parse(outcome.out)["files"][0];
      CHECK((file["variant"].is_null() ? "–" : file["variant"]) == cells[2].str());
      CHECK(std::to_string(file["level"].get<int>()) == cells[3].str());
      const auto score = file["levels"][0]["score"];
      CHECK(score["value"].get<double>() == doctest::Approx(std::stod(cells[5])).epsilon(1e-9));
      CHECK(score["exact"] == cells[6].str());
      const Outcome people = run(on_examples("score", cells[1]));
      CHECK(people.out.find("total: " + cells[4].str() + " / " +
                            std::to_string(file["levels"].size())) != std::string::npos);
    }
    CHECK(rows == 9);
  }

  TEST_CASE("06-faults.yaml has the ten faults that examples/README.md lists, each once") {
    const std::string text = readme();
    const std::regex row(R"(\| (\d+) \| ([a-z]+/[a-z-]+) \| (error|warning) \|)");
    std::multiset<std::string> stated;
    for (std::sregex_iterator at(text.begin(), text.end(), row), end; at != end; ++at) {
      stated.insert((*at)[1].str() + " " + (*at)[2].str() + " " + (*at)[3].str());
    }
    CHECK(stated.size() == 10);
    const Outcome outcome = run(on_examples("validate -f json", "06-faults.yaml"));
    CHECK(outcome.exit == 1);
    std::multiset<std::string> found;
    std::set<std::string> rules;
    const auto document = nlohmann::json::parse(outcome.out);
    for (const auto& fault : document["diagnostics"]) {
      found.insert(std::to_string(fault["line"].get<int>()) + " " +
                   fault["rule"].get<std::string>() + " " + fault["severity"].get<std::string>());
      rules.insert(fault["rule"]);
    }
    CHECK(found == stated);
    CHECK(rules.size() == 10);
  }

  TEST_CASE("the examples that can be scored have nothing to find, but for the unfinished one") {
    for (const char* file :
         {"01-haichuan.yaml", "02-duochen.yaml", "03-yancheng.yaml", "04-dieli.yaml",
          "07-yunshuo.yaml", "08-hengyu.yaml", "09-lanxu.yaml", "10-fangyu.yaml"}) {
      CAPTURE(file);
      CHECK(run(on_examples("validate --strict -qq", file)).exit == 0);
    }
    CHECK(run(on_examples("validate --strict -qq", "05-jili.yaml")).exit == 1);
    CHECK(run(on_examples("score --require-complete -qq", "05-jili.yaml")).exit == 1);
  }

  TEST_CASE("the report of a bank that is not CMMM has none of CMMM's words") {
    for (const char* language : {"zh", "en"}) {
      CAPTURE(language);
      const std::string command = std::string("report -f markdown -o - --lang ") + language;
      const Outcome outcome = run(on_examples(command, "10-fangyu.yaml"));
      REQUIRE(outcome.exit == 0);
      for (const char* word :
           {"CMMM", "39116", "39117", "能力子域", "能力域", "能力要素", "ub-domain", "element"}) {
        CAPTURE(word);
        CHECK(outcome.out.find(word) == std::string::npos);
      }
    }
    // Those of the bank stand in their place.
    const Outcome outcome = run(on_examples("report -f markdown -o - --lang zh", "10-fangyu.yaml"));
    CHECK(outcome.out.find("各场景在每个等级的得分") != std::string::npos);
    CHECK(outcome.out.find("虚线为达标线：2/3、0.70、0.75、0.80") != std::string::npos);
  }
}

}  // namespace
}  // namespace assess::test
