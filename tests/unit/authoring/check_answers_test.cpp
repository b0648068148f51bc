// What only `validate` says of an answer file: the enterprise, files of evidence, indicators.
#include "support/samples.hpp"
#include <assess/answers/check.hpp>
#include <assess/answers/read.hpp>
#include <assess/authoring/check_answers.hpp>
#include <assess/authoring/industry.hpp>
#include <assess/yaml/node.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess {
namespace {

using test::replaced;
using test::small_answers_text;

struct Read {
  SourceMap sources;
  Diagnostics diagnostics;
  Answers answers;

  explicit Read(const std::string& text) {
    const auto tree = yaml::parse(sources, sources.add("answers.yaml", text), diagnostics);
    REQUIRE(tree);
    answers = read_answers(tree->root(), diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
  }
};

// The faults of an enterprise block with these fields, and the help of the first.
std::string enterprise(const std::string& fields) {
  Read read(replaced(small_answers_text(), "uscc: 91350100M000100Y43", fields));
  check_enterprise(read.answers, read.diagnostics);
  return test::faults(read.sources, read.diagnostics);
}

std::string enterprise_help(const std::string& fields) {
  Read read(replaced(small_answers_text(), "uscc: 91350100M000100Y43", fields));
  check_enterprise(read.answers, read.diagnostics);
  REQUIRE(read.diagnostics.all().size() == 1);
  return read.diagnostics.all().front().help.en;
}

TEST_CASE("an industry code is the letter of its section and two to four digits") {
  for (const char* good : {"C34", "C348", "C3484", "c3484", "C1310", "C4390", "A0111", "B0610",
                           "D4411", "N7910", "T9700", " C3484 "}) {
    CAPTURE(good);
    CHECK(enterprise("industry: '" + std::string(good) + "'") == "");
  }
  for (const char* bad : {"3484", "C3", "C34841", "C", "机械", "C 3484", "Ｃ３４８４", "CC34",
                          "C34.8", "B3484", "C4411", "C1200", "C0000", "T9800", "U9700", "C98"}) {
    CAPTURE(bad);
    CHECK(enterprise("industry: '" + std::string(bad) + "'") == "3:34 answers/industry-code");
  }
  CHECK(enterprise("industry: ''") == "");
}

TEST_CASE("a code that is nearly right leads to the right one") {
  CHECK(enterprise_help("industry: '3484'") == "did you mean `C3484`?");
  CHECK(enterprise_help("industry: B3484") == "did you mean `C3484`?");
  CHECK(enterprise_help("industry: C4411") == "did you mean `D4411`?");
  CHECK(enterprise_help("industry: Ｃ３４８４") == "did you mean `C3484`?");
  CHECK(enterprise_help("industry: 'C 3484'") == "did you mean `C3484`?");
  CHECK(enterprise_help("industry: 机械").starts_with("a code is the letter of a section"));
  CHECK(enterprise_help("industry: C98").starts_with("a code is the letter of a section"));
}

TEST_CASE("each division belongs to one section") {
  const std::string sections =
      "AAAAABBBBBBBCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCDDDEEEEFFGGGGGGGGHHIIIJJJJKLL"
      "MMMNNNNOOOPQQRRRRRSSSSSST";
  REQUIRE(sections.size() == 97);
  for (int division = 1; division <= 97; ++division) {
    const std::string digits = (division < 10 ? "0" : "") + std::to_string(division);
    for (char letter = 'A'; letter <= 'T'; ++letter) {
      CAPTURE(letter + digits);
      const bool fits = sections[static_cast<std::size_t>(division) - 1] == letter;
      CHECK(authoring::industry_fault(letter + digits).has_value() != fits);
    }
  }
}

TEST_CASE("a size is one of the four classes") {
  for (const char* good : {"大型", "中型企业", "小", "微型", "large", "Medium", "small", "micro"}) {
    CAPTURE(good);
    CHECK(enterprise("size: " + std::string(good)) == "");
  }
  CHECK(enterprise("size: 规上") == "3:30 answers/unknown-size");
  CHECK(enterprise_help("size: meduim") == "did you mean `medium`?");
  CHECK(enterprise_help("size: 中等") == "did you mean `中型`?");
  CHECK(enterprise_help("size: 大企业") == "did you mean `大型`?");
  CHECK(enterprise_help("size: larg-ish").starts_with("choose from: `large`"));
  CHECK(enterprise_help("size: 规上").starts_with("choose from: `large`"));
}

TEST_CASE("a size that the revenue rules out is told, and only in industry") {
  const auto with = [](const std::string& size, const std::string& revenue,
                       const std::string& industry = "C3484") {
    return enterprise("industry: " + industry + ", size: " + size + ", revenue: " + revenue);
  };
  const std::string fault = "3:47 answers/size-revenue";
  CHECK(with("large", "39999.9") == fault);
  CHECK(with("large", "40000") == "");
  CHECK(with("medium", "1999") == fault);
  CHECK(with("medium", "2000") == "");
  CHECK(with("small", "299") == fault);
  CHECK(with("small", "300") == "");
  CHECK(with("micro", "1000000") == "");  // with fewer than 20 employees
  CHECK(with("small", "1000000") == "");
  CHECK(with("micro", "0") == "");
  CHECK(with("large", "1", "D4411") == fault);
  CHECK(with("large", "1", "B0610") == fault);
  CHECK(with("large", "1", "A0111") == "");
  CHECK(with("large", "1", "I6510") == "");
  CHECK(with("large", "1", "''") == "");
  CHECK(enterprise("size: large, revenue: 1") == "");
  CHECK(enterprise("industry: C3484, size: large") == "");
  CHECK(enterprise("industry: C3484, revenue: 1") == "");
}

std::string evidence(const std::string& entries, const std::vector<std::string>& there,
                     std::string* help = nullptr) {
  Read read(replaced(small_answers_text(), "[a.pdf]", "[" + entries + "]"));
  MemoryFiles files;
  for (const std::string& path : there) files.files[path] = "x";
  check_evidence(read.answers, "in", files, read.diagnostics);
  if (help != nullptr && !read.diagnostics.all().empty()) {
    *help = read.diagnostics.all().front().help.en;
  }
  return test::faults(read.sources, read.diagnostics);
}

TEST_CASE("titles of documents, links and paths of one machine are not looked for") {
  const std::vector<std::string> there{"in/plan.pdf", "in/OA/x.txt"};
  for (const char* entry :
       {"年度计划", "管理制度 第3版", "OA/ERP 系统截图", "见《管理制度.pdf》第3页",
        "https://a.cn/b.pdf", "www.a.cn/b.pdf", "/srv/b.pdf", "'C:\\b.pdf'", "~/b.pdf", "v2.0",
        ".pdf", "a/.pdf", "设备台账/点检表"}) {
    CAPTURE(entry);
    CHECK(evidence("plan.pdf, " + std::string(entry), there) == "");
  }
}

TEST_CASE("a file is missed only where the answer file keeps its evidence as files") {
  CHECK(evidence("plan.pdf, 2025/plan.pdf", {}) == "");
  CHECK(evidence("plan.pdf", {"in/plans.pdf"}) == "");
  CHECK(evidence("plan.pdf", {"plan.pdf"}) == "");
  CHECK(evidence("plan.pdf, other.PDF", {"in/plan.pdf"}) == "7:56 answers/evidence-not-found");
  CHECK(evidence("plan.pdf, x/other.pdf", {"in/plan.pdf"}) == "7:56 answers/evidence-not-found");
  CHECK(evidence("x/plan.pdf", {"in/x/other.pdf"}) == "7:46 answers/evidence-not-found");
  CHECK(evidence("x/plan", {"in/x/other.pdf"}) == "7:46 answers/evidence-not-found");
  CHECK(evidence("'x\\plan.pdf'", {"in/x/plan.pdf"}) == "");
  CHECK(evidence("'x\\plan.pdf'", {"in/x/plans.pdf"}) == "7:46 answers/evidence-not-found");
  CHECK(evidence("../x/plan.pdf, ./b.pdf", {"in/../x/plan.pdf", "in/./b.pdf"}) == "");
  CHECK(evidence("x", {"in/y"}) == "");
}

TEST_CASE("a file with a name that is nearly the same is suggested") {
  std::string help;
  evidence("x/plan.pdf", {"in/x/plan1.pdf", "in/x/other.pdf"}, &help);
  CHECK(help == "did you mean `x/plan1.pdf`?");
  evidence("x/plan.pdf", {"in/x/budget-of-2026.pdf"}, &help);
  CHECK(help == "a path is taken from the folder of the answer file");
}

TEST_CASE("indicators are missed once the levels are done") {
  const Bank bank = test::good_bank(test::small_bank_text());
  Read read(small_answers_text());
  Flow flow{.next = NextStep::answer, .missing_indicators = {{"yield"}, {"other"}}, .submitted = 1};
  check_indicators(bank, read.answers, flow, read.diagnostics);
  CHECK(test::faults(read.sources, read.diagnostics) == "");
  flow.next = NextStep::indicators;
  check_indicators(bank, read.answers, flow, read.diagnostics);
  CHECK(test::faults(read.sources, read.diagnostics) == "11:1 answers/missing-indicators");
  CHECK(read.diagnostics.all().front().message.en.ends_with(
      "indicators are not filled in, 2 of 2: `yield`, `other`"));
}

TEST_CASE("gaps in the enterprise block are told of a finished diagnosis only") {
  const std::string none = replaced(small_answers_text(), ", uscc: 91350100M000100Y43", "");
  Read open(none);
  check_enterprise(open.answers, open.diagnostics);
  CHECK(test::faults(open.sources, open.diagnostics) == "");
  Read done(none);
  done.answers.finish = Finish{};
  check_enterprise(done.answers, done.diagnostics);
  CHECK(test::faults(done.sources, done.diagnostics) == "3:20 answers/enterprise-gaps");
  CHECK(done.diagnostics.all().front().message.en.ends_with("`uscc`, `industry`, `size`"));
  Read full(replaced(small_answers_text(), "uscc: 91350100M000100Y43",
                     "uscc: 91350100M000100Y43, industry: C34, size: small"));
  full.answers.finish = Finish{};
  check_enterprise(full.answers, full.diagnostics);
  CHECK(test::faults(full.sources, full.diagnostics) == "");
}

}  // namespace
}  // namespace assess
