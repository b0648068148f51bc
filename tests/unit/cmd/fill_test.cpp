// Dialogues of `new` and `fill`: what is taken, what is refused, and what then stands in the file.
#include "support/samples.hpp"
#include "support/screen.hpp"

#include <doctest/doctest.h>

namespace assess::test {
namespace {

const std::string bank = ASSESS_ROOT "/questionbanks/cmmm";

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// A diagnosis of the small bank whose levels are submitted.
void begin_indicators() {
  write_bytes("small.yaml", small_bank_text());
  const std::string answers = small_answers_text();
  write_bytes("a.yaml", answers.substr(0, answers.find("indicators:")));
  for (int i = 0; i < 2; ++i)
    screen_of("assess submit a.yaml --bank small.yaml --date 2026-11-23", "");
}

}  // namespace

TEST_CASE("variant and tailoring are chosen by number or by the beginning of their names") {
  const WorkingFolder folder;
  const std::string fields = "某厂\n\n\n\n\n\n";
  const std::string new_file = "assess new a.yaml --date 2026-11-23 --bank ";
  SUBCASE("names") {
    screen_of(new_file + bank, fields + "离散\n物流、产品设计\n");
    CHECK(has(read_bytes("a.yaml"), "variant: discrete"));
    CHECK(has(read_bytes("a.yaml"), "tailored: [logistics, product-design]"));
  }
  SUBCASE("English names with blanks, numbers between blanks") {
    screen_of(new_file + bank + " --lang en", fields + "Disc\nproduct design, 3 4\n");
    CHECK(has(read_bytes("a.yaml"), "tailored: [product-design, logistics, sales]"));
  }
  SUBCASE("what fits several, or none, is asked again") {
    const std::string screen = screen_of(new_file + bank, fields + "3\n型\n1\n产品\n9\n6\n");
    CHECK(has(screen, "请填 1 到 2 的序号，或上面的名称。"));
    CHECK(has(screen, "请填 1 到 6 的序号，或上面的名称。"));
    CHECK(has(read_bytes("a.yaml"), "tailored: [product-service]"));
  }
}

TEST_CASE("a note may stand behind an option, and a command is no evidence") {
  const WorkingFolder folder;
  screen_of("assess new a.yaml --name 某厂 --variant discrete --date 2026-11-23 --bank " + bank,
            "");
  const std::string screen = screen_of("assess fill a.yaml --bank " + bank,
                                       "d 董事会已批准\nc\np\n规划.pdf；批文.pdf\nq\n");
  CHECK(has(screen, "`c` 不像文件名；没有证据请直接回车"));
  CHECK(has(screen, "`p` 不像文件名；没有证据请直接回车"));
  CHECK(has(read_bytes("a.yaml"),
            R"(L1-1.1.1: {option: D, note: 董事会已批准, evidence: [规划.pdf, 批文.pdf]})"));
}

TEST_CASE("indicators are numbers or do not apply, and one can go back to them") {
  const WorkingFolder folder;
  begin_indicators();
  const std::string fill = "assess fill a.yaml --bank small.yaml";
  SUBCASE("a unit that is typed too, a value that is none, a step back") {
    const std::string screen =
        screen_of(fill, "多\n12.5%\n本年/上年\n<\n\n（本年-上年）/上年\n能耗\n3 天\n无\n");
    CHECK(has(screen, "`多` 不是数值"));
    CHECK(has(read_bytes("a.yaml"), R"(yield: {value: 12.5, formula: （本年-上年）/上年})"));
    CHECK(has(read_bytes("a.yaml"), R"(value: "3 天")"));
    CHECK(has(screen, "已填好。完成自诊断：assess submit a.yaml"));
  }
  SUBCASE("what does not apply needs no formula") {
    screen_of(fill, "无\nq\n");
    CHECK(has(read_bytes("a.yaml"), R"(yield: {value: 无, formula: 无})"));
  }
  SUBCASE("the form that was written is filled in where it stands") {
    screen_of(fill, "12.5\na / b\n无\n");
    CHECK(has(read_bytes("a.yaml"), "  # 良率 (%)\n  yield: {value: 12.5, formula: \"a / b\"}\n"));
    CHECK(has(read_bytes("a.yaml"), "  # 其他\n  other: {name: "));
  }
  SUBCASE("nothing is saved of one that is left") {
    const std::string before = read_bytes("a.yaml");
    screen_of(fill, "q\n");
    CHECK(read_bytes("a.yaml") == before);
  }
  SUBCASE("in a script a value that is no number is refused with status 1") {
    write_bytes("script.txt", "多\n无\n能耗\n3\n3\n");
    CHECK(has(screen_of(fill + " --from script.txt", ""), "yield: `多` 不是数值"));
    CHECK(has(screen_of(fill + " --from script.txt", ""), "[exit 1]"));
  }
}

}  // namespace assess::test
