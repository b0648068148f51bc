// Benchmarks compare what reads these texts: they must say the same, and what was meant.
#include "support/answer_text.hpp"

#include "support/generated.hpp"
#include "support/samples.hpp"
#include <assess/answers/check.hpp>
#include <assess/answers/read.hpp>
#include <assess/form/written.hpp>
#include <assess/yaml/json.hpp>

#include <doctest/doctest.h>

namespace assess::test {
namespace {

struct ReadBack {
  std::string said;  // all that the text says
  std::string faults;
};

template <typename Parse>
ReadBack read_back(const std::string& text, Parse parse) {
  SourceMap sources;
  const SourceId source = sources.add("answers", text);
  Diagnostics diagnostics;
  const auto tree = parse(sources, source, diagnostics);
  REQUIRE(tree);
  const Answers answers = read_answers(tree->root(), diagnostics);
  check_answers(shipped_bank().bank, answers, diagnostics);
  REQUIRE(!diagnostics.has_errors());
  return {form::as_written(answers), faults(sources, diagnostics)};
}

ReadBack from_yaml(const Answers& answers) {
  return read_back(as_yaml(answers), yaml::parse);
}

ReadBack from_json(const Answers& answers) {
  yaml::JsonReader reader;
  return read_back(as_json(answers), [&](const auto& sources, SourceId id, auto& diagnostics) {
    return reader.parse(sources, id, diagnostics);
  });
}

}  // namespace

TEST_CASE("generated answers are read back alike from YAML and from JSON") {
  const Bank& bank = shipped_bank().bank;
  for (std::uint32_t number = 0; number < 24; ++number) {
    CAPTURE(number);
    for (const Answers& answers :
         {generated_answers(bank, number), careful_answers(bank, number, 1),
          careful_answers(bank, number, static_cast<int>(bank.levels.size()))}) {
      const std::string meant = form::as_written(answers);
      CHECK(from_yaml(answers).said == meant);
      CHECK(from_json(answers).said == meant);
    }
  }
}

TEST_CASE("careful answers have no faults and open every level, each number others") {
  const auto bank = std::make_shared<const Bank>(shipped_bank().bank);
  for (std::uint32_t number = 0; number < 24; ++number) {
    CAPTURE(number);
    const Diagnosis diagnosis = diagnosed(bank, careful_answers(*bank, number, 5));
    CHECK(from_yaml(diagnosis.answers).faults == "");
    CHECK(diagnosis.card.levels.back().is_open);
    CHECK(diagnosis.card.levels.back().is_complete());
    CHECK(as_yaml(diagnosis.answers) != as_yaml(careful_answers(*bank, number + 1, 5)));
  }
}

}  // namespace assess::test
