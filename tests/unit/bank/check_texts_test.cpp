// The rules about texts: what they tell, where, and what they leave alone. The small bank, in which
// the description of its first area is put in.
#include "support/samples.hpp"
#include <assess/diag/rules.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess {
namespace {

using test::read_bank_text;
using test::replaced;
using test::small_bank_text;

// Line 20 of the small bank reads `    title: {zh: 人员, en: People}`.
std::string with_texts(const std::string& zh, const std::string& en) {
  return replaced(small_bank_text(), "{zh: 人员, en: People}", "{zh: " + zh + ", en: " + en + "}");
}

std::string told(const std::string& zh, const std::string& en) {
  return read_bank_text(with_texts(zh, en)).text_faults;
}

struct Case {
  std::string zh;
  std::string en;
  std::string faults;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.zh);
    CAPTURE(c.en);
    CHECK(told(c.zh, c.en) == c.faults);
  }
}

TEST_CASE("a blank at the start or end of a text is told at its place") {
  check({{"人员", "People", ""},
         {"' 人员'", "People", "20:18 bank/outer-space"},
         {"'人员　'", "People", "20:20 bank/outer-space"},
         {"\"人员\"", "\"People \\t\"", "20:27 bank/outer-space"},
         {"' 人员 '", "' People'",
          "20:18 bank/outer-space, 20:21 bank/outer-space, 20:30 bank/outer-space"},
         {"'  '", "People", "20:18 bank/outer-space"},
         {"'\\ 人员'", "'a  b'", ""}});
}

TEST_CASE("the line break behind a literal is none of its text") {
  const auto with_block = [](const std::string& block) {
    return read_bank_text(replaced(small_bank_text(), "title: {zh: 人员, en: People}",
                                   "title:\n      zh: " + block + "      en: People"))
        .text_faults;
  };
  CHECK(with_block("|\n        人员\n        管理\n") == "");
  CHECK(with_block("|+\n        人员\n\n") == "");
  CHECK(with_block("|\n        人员 \n") == "21:11 bank/outer-space");
  CHECK(with_block(">-\n        人员\n        管理 \n") == "21:11 bank/outer-space");
}

TEST_CASE("characters that cannot be seen are told, and where they are needed they are not") {
  check({{"\"人\u200B员\"", "People", "20:19 bank/invisible-character"},
         {"\"人\\u200B员\"", "People", "20:17 bank/invisible-character"},
         {"人\u00AD员", "Peo\u2060ple",
          "20:18 bank/invisible-character, 20:29 bank/invisible-character"},
         {"人\uFFFD员", "People", "20:18 bank/invisible-character"},
         {"人\uE000员", "People", "20:18 bank/invisible-character"},
         {"人\U000F0000员", "People", "20:18 bank/invisible-character"},
         {"人\u202E员", "People\u200F", "20:18 bank/bidi-control, 20:32 bank/bidi-control"},
         {"人\u2066员", "People", "20:18 bank/bidi-control"},
         {"维修工👩\u200D🔧", "Fitter ❤\uFE0F", ""},
         {"葛\U000E0101先生", "Mr Ge", ""},
         {"人\u200D员", "People", "20:18 bank/invisible-character"}});
}

TEST_CASE("half-width punctuation between Chinese characters is told") {
  check(
      {{"'制度,流程'", "People", "20:20 bank/mixed-punctuation"},
       {"'制度, 流程'", "People", "20:20 bank/mixed-punctuation"},
       {"'制度;流程:好!'", "People",
        "20:20 bank/mixed-punctuation, 20:23 bank/mixed-punctuation, 20:25 "
        "bank/mixed-punctuation"},
       {"'有没有?'", "People", "20:21 bank/mixed-punctuation"},
       {"'“制度”,流程'", "People", ""},
       {"'《制度》,流程'", "People", "20:22 bank/mixed-punctuation"},
       {"'已完成.'", "People", "20:21 bank/mixed-punctuation"},
       {"'甲.乙'", "People", ""},
       {"'制度(草案)通过'", "People", "20:20 bank/mixed-punctuation, 20:23 bank/mixed-punctuation"},
       {"'制度(草案)'", "People", "20:20 bank/mixed-punctuation, 20:23 bank/mixed-punctuation"},
       {"'(可选)填写'", "People", "20:18 bank/mixed-punctuation, 20:21 bank/mixed-punctuation"}});
}

TEST_CASE("what is half-width for a reason is left alone") {
  for (const char* zh : {"'上午 12:30 开始'", "'比例为1:2，误差'", "'GB/T 39116-2020(推荐性)标准'",
                         "'MES (制造执行系统)上线'", "'制造执行系统(MES)上线'", "'数据(1)和(2)'",
                         "'如:MES'", "'IT,OT 融合'", "'共 1,000 台'", "'f(x)=甲'", "'第1.2条'",
                         "'甲（乙）丙，丁；戊：己？'", "'无括号)的'", "'人员/班组'", "'甲-乙'"}) {
    CAPTURE(zh);
    CHECK(told(zh, "People") == "");
  }
}

TEST_CASE("full-width punctuation in English is told, unless the text is Chinese") {
  check({{"人员", "'Staff，all'", "20:31 bank/mixed-punctuation"},
         {"人员", "'Staff（all）'", "20:31 bank/mixed-punctuation, 20:35 bank/mixed-punctuation"},
         {"人员", "'Staff、all。'", "20:31 bank/mixed-punctuation, 20:35 bank/mixed-punctuation"},
         {"人员", "'“Staff” – it’s all…'", ""},
         {"人员", "'5≤6 or ５'", ""},
         {"人员", "'全体人员，'", "20:26 bank/wrong-language"}});
}

TEST_CASE("a text that was not translated is told, a name or a figure is not") {
  check({{"People", "People", "20:29 bank/identical-translation"},
         {"人员", "人员", "20:25 bank/identical-translation"},
         {"MES", "MES", ""},
         {"99.5%", "99.5%", ""},
         {"OPC UA", "OPC UA", ""},
         {"kWh/t", "kWh/t", ""},
         {"MES", "Manufacturing execution system", ""},
         {"A4", "A sheet of paper", ""},
         {"TODO", "Has the plan been written down", "20:17 bank/wrong-language"},
         {"People of it", "Staff of it", "20:17 bank/wrong-language"},
         {"People", "Staff", ""},
         {"人员", "Staff 人员", "20:31 bank/wrong-language"},
         {"''", "Staff of the company and others", ""}});
}

TEST_CASE("faults in folded and literal texts are told at the character") {
  const auto with_block = [](const std::string& block) {
    return read_bank_text(replaced(small_bank_text(), "title: {zh: 人员, en: People}",
                                   "title:\n      zh: " + block + "\n      en: People"))
        .text_faults;
  };
  CHECK(with_block("|\n        第一行\n        甲,乙") == "23:10 bank/mixed-punctuation");
  CHECK(with_block("|- # 甲,乙\n        第一行\n        甲,乙") == "23:10 bank/mixed-punctuation");
  CHECK(with_block(">\n        第一行\n        甲,乙") == "23:10 bank/mixed-punctuation");
  CHECK(with_block("\"第一行\n        甲,乙\"") == "22:10 bank/mixed-punctuation");
  CHECK(with_block("第一行\n        甲,乙") == "22:10 bank/mixed-punctuation");
  // With an escape in it nobody knows which character is which.
  CHECK(with_block("\"第\\u4e00行\n        甲,乙\"") == "21:11 bank/mixed-punctuation");
}

TEST_CASE("every rule about texts has a bad case") {
  const std::string all =
      told("' 人\u200B\u202E员,员'", "'a 人'") + told("People", "People") +
      read_bank_text(replaced(small_bank_text(), "用没有", "有没有")).text_faults;
  int count = 0;
  for (const RuleInfo* rule : rules::all) {
    if (!test::is_about_texts(*rule)) continue;
    ++count;
    CAPTURE(rule->id);
    CHECK(all.find(rule->id) != std::string::npos);
  }
  CHECK(count == 7);
}

TEST_CASE("texts of questions in a file of their own are looked at there") {
  const auto at = small_bank_text().find("questions:\n");
  const std::string head = small_bank_text().substr(0, at);
  const std::string list = small_bank_text().substr(at + std::string("questions:\n").size());
  CHECK(read_bank_text(head, {list}).text_faults == "");
  CHECK(read_bank_text(head, {replaced(list, "有没有？", "'有没有?'")}).text_faults ==
        "2/4:20 bank/mixed-punctuation");
}

TEST_CASE("the bank that comes with the program has no fault in its texts") {
  CHECK(test::shipped_bank().text_faults == "");
}

}  // namespace
}  // namespace assess
