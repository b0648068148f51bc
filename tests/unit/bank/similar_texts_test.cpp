#include "support/samples.hpp"
#include <assess/bank/similar_texts.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace assess {
namespace {

WrittenText question(const std::string& id, const std::string& zh, const std::string& en) {
  const auto located = [](const std::string& text) {
    return text.empty() ? std::optional<Located<std::string>>() : Located<std::string>{text, {}};
  };
  return {id, "text", false, located(zh), located(en)};
}

WrittenText option(const std::string& of, const std::string& key, const std::string& zh,
                   const std::string& en) {
  WrittenText out = question(of, zh, en);
  out.key = key;
  out.is_option = true;
  return out;
}

std::string told(const std::vector<WrittenText>& texts) {
  Diagnostics diagnostics;
  check_similar_texts(texts, diagnostics);
  std::string out;
  for (const Diagnostic& fault : diagnostics.all()) {
    CHECK(fault.labels.size() == 1);
    out += (out.empty() ? "" : "; ") + fault.message.en;
  }
  return out;
}

const std::string zh =
    "企业是否制定了书面的采购管理制度，并且每年由管理层定期组织评审和更新、下发到各部门和班组？";
const std::string en =
    "Has the company written rules for purchasing, and does top management review them each year?";

std::string changed(std::string text, const std::string& from, const std::string& to) {
  return test::replaced(std::move(text), from, to);
}

TEST_CASE("two questions that say the same in one language are told") {
  const std::string same = "the question `B` says the same as the question `A`";
  CHECK(told({question("A", "有没有计划？", "Is there a plan?"),
              question("B", "有没有 计划", "Has it been planned?")}) == same);
  CHECK(told({question("A", "有没有计划？", "Is there a plan?"),
              question("B", "计划了吗？", "is there: A PLAN")}) == same);
  CHECK(told({question("A", "有没有ＭＥＳ？", ""), question("B", "有没有mes？", "")}) == same);
  CHECK(told({question("A", "有没有计划？", "Is there a plan?"),
              question("B", "计划了吗？", "Is it planned?")}) == "");
}

TEST_CASE("numbers and signs of arithmetic make a difference") {
  const auto are_told = [](const std::string& a, const std::string& b) {
    return !told({question("A", a, ""), question("B", b, "")}).empty();
  };
  CHECK_FALSE(are_told("达到50%？", "达到80%？"));
  CHECK_FALSE(are_told("达到1.5倍？", "达到15倍？"));
  CHECK_FALSE(are_told("≥5台？", "<5台？"));
  CHECK_FALSE(are_told("达到5？", "达到5%？"));
  CHECK(are_told("达到50%。", "达到 ５０％？"));
  CHECK_FALSE(are_told(zh + "12", zh + "24"));
  CHECK(are_told(zh + "第1", zh + "和1"));
}

TEST_CASE("two questions that are nearly the same in both languages are told") {
  const std::string nearly = "the question `B` says almost the same as the question `A`";
  const std::string near_zh = changed(zh, "班组", "小组");
  const std::string near_en = changed(en, "does top", "does the");
  CHECK(told({question("A", zh, en), question("B", near_zh, near_en)}) == nearly);
  CHECK(told({question("A", zh, ""), question("B", near_zh, "")}) == nearly);
  CHECK(told({question("A", "", en), question("B", "", near_en)}) == nearly);
  const std::string other_en = "Are purchasing contracts kept in one place for all sites?";
  CHECK(told({question("A", zh, en), question("B", near_zh, other_en)}) == "");
  CHECK(told({question("A", zh, en),
              question("B", changed(zh, "采购管理制度", "设备维护计划和"), near_en)}) == "");
}

TEST_CASE("of many that are alike each is told once, with an earlier one") {
  CHECK(told({question("A", zh, en), question("B", zh, en),
              question("C", changed(zh, "班组", "小组"), en)}) ==
        "the question `B` says the same as the question `A`; "
        "the question `C` says the same as the question `A`");
}

TEST_CASE("options of one question are told when they say the same, and not when they are near") {
  const WrittenText asked = question("Q", "有没有？", "Is there any?");
  const std::string same = "option `D` says the same as option `A`";
  CHECK(told({asked, option("Q", "A", "没有", "none"), option("Q", "D", "没有。", "all")}) == same);
  CHECK(told({asked, option("Q", "A", "没有", "none"), option("Q", "D", "都有", "None!")}) == same);
  CHECK(told({asked, option("Q", "A", "有一部分设备", "some of the machines"),
              option("Q", "D", "有大部分设备", "most of the machines")}) == "");
  CHECK(told({asked, option("Q", "A", "没有", "none"), option("Q", "B", "——", "–"),
              option("Q", "C", "…", "-")}) == "");
  // Every question may have the same ones.
  CHECK(told({asked, option("Q", "A", "没有", "none"), question("R", "在哪里？", "Where?"),
              option("R", "A", "没有", "none")}) == "");
}

// Texts over an alphabet so small that many are alike, and most are not quite.
std::vector<WrittenText> random_questions(std::size_t count) {
  std::mt19937 random(7);
  std::vector<WrittenText> out;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    const std::string earlier = out.empty() ? "" : out[random() % out.size()].zh->value;
    if (!earlier.empty() && random() % 2 == 0) {
      text = earlier;
      for (int edits = static_cast<int>(random() % 4); edits > 0; --edits) {
        text[random() % text.size()] = static_cast<char>('a' + random() % 26);
      }
    } else {
      for (int length = 30; length > 0; --length) text += static_cast<char>('a' + random() % 26);
    }
    out.push_back(question("Q" + std::to_string(i), text, ""));
  }
  return out;
}

// Whether nine in ten pairs of neighbours agree, counted the slow way.
bool are_alike(const std::string& a, const std::string& b) {
  std::vector<std::string> left;
  std::size_t common = 0;
  for (std::size_t i = 1; i < b.size(); ++i) left.push_back(b.substr(i - 1, 2));
  for (std::size_t i = 1; i < a.size(); ++i) {
    const auto found = std::find(left.begin(), left.end(), a.substr(i - 1, 2));
    if (found == left.end()) continue;
    left.erase(found);
    ++common;
  }
  return 2 * common * 10 >= 9 * (a.size() + b.size() - 2);
}

TEST_CASE("the search finds what a comparison of each with each finds") {
  const auto questions = random_questions(300);
  std::string expected;
  int count = 0;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!are_alike(questions[i].zh->value, questions[j].zh->value)) continue;
      expected += questions[i].question + " ";
      ++count;
      break;
    }
  }
  Diagnostics diagnostics;
  check_similar_texts(questions, diagnostics);
  std::vector<std::string> told_of;
  for (const Diagnostic& fault : diagnostics.all()) {
    const auto begin = fault.message.en.find('`') + 1;
    told_of.push_back(fault.message.en.substr(begin, fault.message.en.find('`', begin) - begin));
  }
  std::sort(told_of.begin(), told_of.end(), [](const std::string& a, const std::string& b) {
    return std::stoi(a.substr(1)) < std::stoi(b.substr(1));
  });
  std::string actual;
  for (const std::string& id : told_of) actual += id + " ";
  CHECK(count > 50);
  CHECK(count < 250);
  CHECK(actual == expected);
}

}  // namespace
}  // namespace assess
