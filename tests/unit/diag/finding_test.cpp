#include <assess/diag/finding.hpp>
#include <assess/diag/rules.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace assess {
namespace {

// A rule of this test alone: the words of the catalogue are looked after elsewhere.
constexpr Rule<Text, int> sample{
    {"test/sample", Severity::warning, {"样例", "a sample"}, {"照做", "do so"}},
    "{}有 {} 处",
    "{0} has {1}, {1} in all"};

// `path:line:column rule` of each finding.
std::vector<std::string> shown(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& finding : findings) {
    std::string line;
    if (finding.place) {
      const Position& at = finding.place->begin;
      line = finding.place->path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    }
    out.push_back(line + " " + finding.rule);
  }
  return out;
}

Span span(SourceId source, std::uint32_t begin, std::uint32_t end) {
  return {source, begin, end};
}

TEST_CASE("findings come by path, place and rule, those without a place first") {
  SourceMap sources;
  const SourceId b = sources.add("b.yaml", "one\ntwo\n");
  const SourceId a = sources.add("a.yaml", "one\ntwo\n");
  Diagnostics diagnostics;
  diagnostics.report(rules::not_utf8, span(b, 4, 5));
  diagnostics.report(rules::empty_file, span(b, 0, 1));
  diagnostics.report(rules::empty_file, span(a, 5, 6));
  diagnostics.report(rules::alias, span(a, 5, 6));
  diagnostics.report(rules::cannot_read, std::nullopt, std::string("x"), Text{"无", "none"});
  CHECK(shown(resolve(sources, diagnostics)) ==
        std::vector<std::string>{" io/cannot-read", "a.yaml:2:2 yaml/alias",
                                 "a.yaml:2:2 yaml/empty", "b.yaml:1:1 yaml/empty",
                                 "b.yaml:2:1 yaml/not-utf8"});
}

TEST_CASE("the order of reports does not change the findings") {
  SourceMap sources;
  const SourceId id = sources.add("f", "智能 a b c\nd e f");
  std::vector<std::uint32_t> places{0, 3, 7, 9, 12, 14};
  std::vector<std::string> first;
  do {
    Diagnostics diagnostics;
    for (const std::uint32_t at : places) diagnostics.report(rules::alias, span(id, at, at + 1));
    const auto lines = shown(resolve(sources, diagnostics));
    if (first.empty()) first = lines;
    CHECK(lines == first);
  } while (std::next_permutation(places.begin(), places.end()));
  CHECK(first.size() == 6);
}

TEST_CASE("equal findings are told once, different ones at one place all") {
  SourceMap sources;
  const SourceId id = sources.add("f", "text");
  Diagnostics diagnostics;
  for (int i = 0; i < 3; ++i) diagnostics.report(rules::alias, span(id, 1, 2));
  for (const int number : {2, 1, 2}) {
    diagnostics.report(sample, span(id, 1, 2), Text{"它", "it"}, number);
  }
  const auto findings = resolve(sources, diagnostics);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].message.en == "it has 1, 1 in all");
  CHECK(findings[1].message.en == "it has 2, 2 in all");
  CHECK(findings[2].rule == "yaml/alias");
}

TEST_CASE("a finding carries its message and help in both languages, and its further places") {
  SourceMap sources;
  const SourceId id = sources.add("f", "a: 1\na: 2\n");
  Diagnostics diagnostics;
  auto& fault = diagnostics.report(sample, span(id, 5, 6), Text{"它", "it"}, 3);
  fault.labels.push_back({span(id, 0, 1), {"这里", "here"}});
  const auto findings = resolve(sources, diagnostics);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "test/sample");
  CHECK(findings[0].severity == Severity::warning);
  CHECK(findings[0].message == Text{"它有 3 处", "it has 3, 3 in all"});
  CHECK(findings[0].help == Text{"照做", "do so"});
  CHECK(findings[0].place->path == "f");
  CHECK(findings[0].place->begin == Position{2, 1});
  CHECK(findings[0].place->end == Position{2, 2});
  CHECK(findings[0].place->excerpt == "a: 2");
  REQUIRE(findings[0].notes.size() == 1);
  CHECK(findings[0].notes[0].text == Text{"这里", "here"});
  CHECK(findings[0].notes[0].place.begin == Position{1, 1});
  CHECK(findings[0].notes[0].place.excerpt == "a: 1");
}

TEST_CASE("a report may say something nearer than the help of its rule") {
  Diagnostics diagnostics;
  auto& fault = diagnostics.report(sample, std::nullopt, Text{"它", "it"}, 1);
  CHECK(fault.help.en == "do so");
  fault.help = {"另说", "something else"};
  CHECK(resolve(SourceMap{}, diagnostics).front().help.en == "something else");
}

TEST_CASE("a long line is cut to a window around the place") {
  const std::string before(1000, 'x');
  SourceMap sources;
  const SourceId ascii = sources.add("ascii", before + "HERE" + before);
  std::string wide;
  for (int i = 0; i < 400; ++i) wide += "智";
  const SourceId chinese = sources.add("chinese", wide);
  const SourceId at_start = sources.add("start", before);
  Diagnostics diagnostics;
  diagnostics.report(rules::alias, span(ascii, 1000, 1004));
  diagnostics.report(rules::alias, span(chinese, 900, 903));
  diagnostics.report(rules::alias, span(at_start, 2, 3));
  const auto findings = resolve(sources, diagnostics);
  REQUIRE(findings.size() == 3);

  const Place& place = *findings[0].place;
  CHECK(place.begin == Position{1, 1001});
  CHECK(place.excerpt.size() == 400);
  CHECK(place.excerpt_column == 941);
  CHECK(place.excerpt.substr(60, 4) == "HERE");

  const Place& in_chinese = *findings[1].place;
  CHECK(in_chinese.begin == Position{1, 301});
  CHECK(in_chinese.excerpt_column == 241);
  CHECK(in_chinese.excerpt.starts_with("智"));
  CHECK(in_chinese.excerpt.size() % 3 == 0);

  CHECK(findings[2].place->excerpt_column == 1);
  CHECK(findings[2].place->excerpt.size() == 400);
}

TEST_CASE("a line that is not too long is shown whole, without its byte order mark") {
  SourceMap sources;
  const SourceId id = sources.add("f", "\xEF\xBB\xBF" + std::string(400, 'y'));
  Diagnostics diagnostics;
  diagnostics.report(rules::alias, span(id, 0, 3));
  const auto findings = resolve(sources, diagnostics);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].place->begin == Position{1, 1});
  CHECK(findings[0].place->excerpt == std::string(400, 'y'));
}

TEST_CASE("the place in a long line behind a byte order mark is that of the text") {
  SourceMap sources;
  const SourceId id = sources.add("f", "\xEF\xBB\xBF" + std::string(1000, 'y'));
  Diagnostics diagnostics;
  diagnostics.report(rules::alias, span(id, 0, 1));
  diagnostics.report(rules::tag, span(id, 503, 504), std::string("!t"));
  const auto findings = resolve(sources, diagnostics);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].place->excerpt_column == 1);
  CHECK(findings[0].place->excerpt.size() == 400);
  CHECK(findings[1].place->begin == Position{1, 501});
  CHECK(findings[1].place->excerpt_column == 441);
}

TEST_CASE("a span that ends before it begins is shown at its begin") {
  SourceMap sources;
  const SourceId id = sources.add("f", "abcdef");
  Diagnostics diagnostics;
  diagnostics.report(rules::alias, span(id, 4, 2));
  const auto findings = resolve(sources, diagnostics);
  CHECK(findings[0].place->begin == findings[0].place->end);
}

TEST_CASE("reports beyond the cap are counted, not kept") {
  SourceMap sources;
  const SourceId id = sources.add("f", std::string(20'000, 'x'));
  Diagnostics diagnostics;
  const auto cap = static_cast<std::uint32_t>(Diagnostics::max_kept);
  for (std::uint32_t i = 0; i < cap; ++i) {
    diagnostics.report(rules::ambiguous_text, span(id, i, i + 1), std::string("k"),
                       std::string("v"));
  }
  CHECK(diagnostics.dropped() == 0);
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(resolve(sources, diagnostics).size() == cap);

  auto& dropped = diagnostics.report(rules::alias, span(id, 1, 2));
  dropped.help = {"随意", "whatever"};
  diagnostics.report(rules::alias, span(id, 2, 3));
  CHECK(diagnostics.has_errors());
  CHECK(diagnostics.all().size() == cap);
  CHECK(diagnostics.dropped() == 2);
  const auto findings = resolve(sources, diagnostics);
  REQUIRE(findings.size() == cap + 1);
  CHECK(findings.back().rule == "run/too-many-faults");
  CHECK(findings.back().severity == Severity::info);
  CHECK(findings.back().message.en.find("10000") != std::string::npos);
  CHECK(findings.back().message.en.find(" 2 ") != std::string::npos);
}

TEST_CASE("suggestions stop being worth their time after some hundred faults") {
  Diagnostics diagnostics;
  CHECK(diagnostics.wants_suggestions());
  for (int i = 0; i < 501; ++i) diagnostics.report(rules::empty_file, std::nullopt);
  CHECK_FALSE(diagnostics.wants_suggestions());
}

TEST_CASE("findings are counted by severity") {
  SourceMap sources;
  Diagnostics diagnostics;
  diagnostics.report(rules::empty_file, std::nullopt);
  diagnostics.report(rules::alias, std::nullopt);
  diagnostics.report(rules::ambiguous_text, std::nullopt, std::string("k"), std::string("v"));
  diagnostics.report(rules::bank_empty_level, std::nullopt, 3);
  diagnostics.report(rules::bank_empty_level, std::nullopt, 4);
  diagnostics.report(rules::bank_empty_level, std::nullopt, 5);
  const FindingCount counts = count(resolve(sources, diagnostics));
  CHECK(counts.errors == 2);
  CHECK(counts.warnings == 1);
  CHECK(counts.infos == 3);
}

TEST_CASE("the names of severities read as those severities again") {
  for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
    CHECK(parse_severity(severity_name(severity)) == severity);
  }
  CHECK(parse_severity("note") == std::nullopt);
  CHECK(parse_severity("") == std::nullopt);
  CHECK(parse_severity("Error") == std::nullopt);
}

}  // namespace
}  // namespace assess
