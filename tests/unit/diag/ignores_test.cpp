// What comments ask for, and what is told of them. A text of lines; each `!rule` in it is a fault
// of that rule at that place.
#include <assess/diag/finding.hpp>
#include <assess/diag/ignores.hpp>
#include <assess/diag/rules.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess {
namespace {

// The lines of a text as comments that act on their own line.
std::vector<IgnoreComment> comments_of(const SourceMap& sources, SourceId source) {
  std::vector<IgnoreComment> out;
  const std::string_view text = sources.text(source);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::size_t sign = text.find('#', at);
    if (sign < end) {
      out.push_back(
          {{source, static_cast<std::uint32_t>(sign), static_cast<std::uint32_t>(end)},
           {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)}});
    }
    at = end + 1;
  }
  return out;
}

struct Told {
  std::string suppressed;  // `LINE RULE REASON`, with `; ` between them
  std::string faults;      // the others
};

Told told(const std::string& text, Checked checked = Checked::wholly) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("a", text);
  for (std::size_t at = text.find('!'); at != std::string::npos; at = text.find('!', at + 1)) {
    const std::string id = text.substr(at + 1, text.find_first_of(" \n", at) - at - 1);
    const auto place = static_cast<std::uint32_t>(at);
    const Span span{source, place, place + 1};
    if (id == "weight") diagnostics.report(rules::bank_weight, span, std::string("0"));
    if (id == "bad-id")
      diagnostics.report(rules::bank_duplicate_id, span, Text{}, std::string("a"));
  }
  apply_ignores(comments_of(sources, source), sources, checked, diagnostics);
  Told out;
  for (const Finding& finding : resolve(sources, diagnostics)) {
    const std::string line = std::to_string(finding.place->begin.line);
    if (finding.suppressed) {
      out.suppressed += line + " " + finding.rule + " " + *finding.suppressed + "; ";
    } else {
      out.faults +=
          line + ":" + std::to_string(finding.place->begin.column) + " " + finding.rule + "; ";
    }
  }
  return out;
}

TEST_CASE("an ignore takes out the findings of its rule on its line") {
  const Told result = told(
      "!weight # assess: ignore[bank/weight] -- on purpose\n"
      "!weight\n"
      "!bad-id !weight #assess:ignore [ BANK/Weight ]  --   two  words  \n");
  CHECK(result.suppressed == "1 bank/weight on purpose; 3 bank/weight two  words; ");
  CHECK(result.faults == "2:1 bank/weight; 3:1 bank/duplicate-id; ");
}

TEST_CASE("an ignore may name several rules, and one of a file acts on all of it") {
  const Told result = told(
      "!weight\n"
      "# assess: ignore-file[bank/weight, bank/duplicate-id] -- an old bank\n"
      "!bad-id\n"
      "!weight # assess: ignore[bank/weight] -- the nearest reason\n");
  CHECK(result.suppressed ==
        "1 bank/weight an old bank; 3 bank/duplicate-id an old bank; "
        "4 bank/weight the nearest reason; ");
  CHECK(result.faults.empty());
}

TEST_CASE("a reason is wanted, and its lack does not undo the ignore") {
  const Told result = told(
      "!weight # assess: ignore[bank/weight]\n"
      "!weight # assess: ignore[bank/weight] --\n"
      "!weight # assess: ignore[bank/weight] —— 有意\n");
  CHECK(result.suppressed == "1 bank/weight ; 2 bank/weight ; 3 bank/weight 有意; ");
  CHECK(result.faults == "1:9 ignore/no-reason; 2:9 ignore/no-reason; ");
}

TEST_CASE("an ignore that meets nothing is told, once everything was looked at") {
  const std::string text =
      "!weight # assess: ignore[bank/weight, bank/duplicate-id] -- r\n"
      "# assess: ignore-file[bank/threshold] -- r\n"
      "# assess: ignore-file[bank/weight] -- r\n";
  CHECK(told(text).faults == "1:39 ignore/unused; 2:23 ignore/unused; 3:23 ignore/unused; ");
  CHECK(told(text, Checked::partly).faults.empty());
}

TEST_CASE("of two ignores for the same only one is of use") {
  const Told result = told(
      "# assess: ignore-file[bank/weight] -- one\n"
      "# assess: ignore-file[bank/weight] -- two\n"
      "!weight\n");
  CHECK(result.suppressed == "3 bank/weight one; ");
  CHECK(result.faults == "2:23 ignore/unused; ");
}

TEST_CASE("a rule that does not exist is told with the one that was meant") {
  const Told result = told("!weight # assess: ignore[bank/wieght, bank/weight] -- r\n");
  CHECK(result.suppressed == "1 bank/weight r; ");
  CHECK(result.faults == "1:26 ignore/unknown-rule; ");
}

TEST_CASE("a comment that cannot be read is told and does nothing") {
  for (const char* comment :
       {"# assess: ignore bank/weight", "# assess: ignore[]", "# assess: ignore[bank/weight",
        "# assess: ignore[bank/weight,] -- r", "# assess: ignroe[bank/weight] -- r",
        "# assess: ignore[bank/weight] because", "# assess:", "# assess: ignore(bank/weight) -- r",
        "# assess: ignore-line[bank/weight] -- r"}) {
    CAPTURE(comment);
    const Told result = told("!weight " + std::string(comment) + "\n");
    CHECK(result.suppressed.empty());
    CHECK(result.faults == "1:1 bank/weight; 1:9 ignore/malformed; ");
  }
}

TEST_CASE("what is told of comments cannot be ignored by one") {
  const Told result = told("# assess: ignore[ignore/no-reason]\n");
  CHECK(result.suppressed.empty());
  CHECK(result.faults == "1:1 ignore/no-reason; 1:18 ignore/unused; ");
}

TEST_CASE("what a comment ignores is counted apart") {
  std::vector<Finding> findings(3);
  findings[0].severity = Severity::error;
  findings[0].suppressed = "";
  findings[1].severity = Severity::warning;
  findings[2].severity = Severity::info;
  findings[2].suppressed = "r";
  const FindingCount counts = count(findings);
  CHECK(counts.errors == 0);
  CHECK(counts.warnings == 1);
  CHECK(counts.infos == 0);
  CHECK(counts.suppressed == 2);
  CHECK_FALSE(has_errors(findings));
  findings[0].suppressed.reset();
  CHECK(has_errors(findings));
}

}  // namespace
}  // namespace assess
