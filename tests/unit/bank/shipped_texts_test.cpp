// What must hold of every text in the banks that come with the program.
#include "support/samples.hpp"
#include <assess/bank/bank.hpp>
#include <assess/base/utf8.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {
namespace {

std::vector<const Bank*> banks() {
  std::vector<const Bank*> out;
  for (const std::string& id : test::shipped_bank_ids()) {
    out.push_back(&test::shipped_bank(id).bank);
  }
  return out;
}

struct Named {
  std::string name;  // whose text it is
  Text text;
};

// Every text but the instructions, which have several lines.
std::vector<Named> texts_of(const Bank& bank) {
  std::vector<Named> out{{"title", bank.title}, {"description", bank.description}};
  for (const Tier& tier : bank.tiers) out.push_back({tier.id.value, tier.title});
  for (const Level& level : bank.levels) {
    const std::string name = "level " + std::to_string(level.number.value);
    out.push_back({name, level.title});
    out.push_back({name + " description", level.description});
  }
  for (const Variant& variant : bank.variants) {
    out.push_back({variant.id.value, variant.title});
    out.push_back({variant.id.value + " description", variant.description});
  }
  for (const Origin& origin : bank.origins) out.push_back({origin.key.value, origin.text});
  for (const Area& area : bank.areas) {
    out.push_back({area.id.value, area.title});
    out.push_back({area.id.value + " description", area.description});
  }
  for (const Indicator& indicator : bank.indicators) {
    out.push_back({indicator.id.value, indicator.title});
    out.push_back({indicator.id.value + " description", indicator.description});
  }
  for (const Question& question : bank.questions) {
    const std::string& id = question.id.value;
    out.push_back({id + " text", question.text});
    out.push_back({id + " help", question.help});
    out.push_back({id + " advice", question.advice});
    for (const Option& option : question.options) {
      out.push_back({id + " " + option.key.value, option.text});
    }
  }
  return out;
}

// Those of all banks, each named after its bank too.
const std::vector<Named>& texts() {
  static const std::vector<Named> all = [] {
    std::vector<Named> out;
    for (const Bank* bank : banks()) {
      for (Named& named : texts_of(*bank)) {
        out.push_back({bank->id.value + " " + named.name, std::move(named.text)});
      }
    }
    return out;
  }();
  return all;
}

bool is_chinese(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

TEST_CASE("every text exists in both languages, on one line, without blanks around it") {
  for (const Named& named : texts()) {
    CAPTURE(named.name);
    for (const std::string& text : {named.text.zh, named.text.en}) {
      CAPTURE(text);
      CHECK_FALSE(text.empty());
      CHECK(safe_to_show(text) == text);
      CHECK_FALSE(text.starts_with(' '));
      CHECK_FALSE(text.ends_with(' '));
      CHECK(text.find("  ") == std::string::npos);
      CHECK(text.find("　") == std::string::npos);
    }
  }
}

TEST_CASE("Chinese text is Chinese and English text is plain ASCII") {
  for (const Named& named : texts()) {
    CAPTURE(named.name);
    CAPTURE(named.text.en);
    const auto zh = to_code_points(named.text.zh);
    CHECK(std::any_of(zh.begin(), zh.end(), is_chinese));
    const auto en = to_code_points(named.text.en);
    CHECK(std::all_of(en.begin(), en.end(), [](char32_t c) { return c >= 0x20 && c < 0x7F; }));
  }
}

TEST_CASE("no half-width punctuation stands beside a Chinese character") {
  const std::u32string half_width = U",.:;?!()\"'[]";
  for (const Named& named : texts()) {
    const auto text = to_code_points(named.text.zh);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (half_width.find(text[i]) == std::u32string::npos) continue;
      const bool is_beside =
          (i > 0 && is_chinese(text[i - 1])) || (i + 1 < text.size() && is_chinese(text[i + 1]));
      if (is_beside) FAIL_CHECK(named.name, ": ", named.text.zh);
    }
  }
}

TEST_CASE("full-width letters and digits are not used") {
  for (const Named& named : texts()) {
    const auto text = to_code_points(named.text.zh);
    const bool has_full_width = std::any_of(text.begin(), text.end(), [](char32_t c) {
      return (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') ||
             (c >= U'ａ' && c <= U'ｚ') || c == U'％';
    });
    if (has_full_width) FAIL_CHECK(named.name, ": ", named.text.zh);
  }
}

TEST_CASE("a question asks, and its help, advice and options tell") {
  for (const Bank* bank : banks()) {
    for (const Question& question : bank->questions) {
      CAPTURE(bank->id.value);
      CAPTURE(question.id.value);
      CHECK(question.text.zh.ends_with("？"));
      CHECK(question.text.en.ends_with("?"));
      CHECK(question.help.zh.ends_with("。"));
      CHECK(question.help.en.ends_with("."));
      CHECK(question.advice.zh.ends_with("。"));
      CHECK(question.advice.en.ends_with("."));
      for (const Option& option : question.options) {
        CHECK_FALSE(option.text.zh.ends_with("？"));
        CHECK(option.text.zh != question.text.zh);
        CHECK(option.text.en != question.text.en);
      }
    }
  }
}

struct Pairs {
  std::string question;
  std::string name;
  std::vector<std::u32string> parts;  // sorted pairs of neighbours in a text
};

std::vector<std::u32string> pairs_of(std::string_view text) {
  const auto characters = to_code_points(text);
  std::vector<std::u32string> out;
  for (std::size_t i = 1; i < characters.size(); ++i) out.push_back(characters.substr(i - 1, 2));
  std::sort(out.begin(), out.end());
  return out;
}

// Dice's coefficient: 1 for texts of the same pairs of neighbours, 0 for nothing in common.
double likeness(const Pairs& a, const Pairs& b) {
  std::size_t common = 0;
  for (auto i = a.parts.begin(), j = b.parts.begin(); i != a.parts.end() && j != b.parts.end();) {
    if (*i == *j) {
      ++common;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.parts.size() + b.parts.size());
}

// Fails for any two texts of different questions that are the same or nearly.
void check_apart(const std::vector<Pairs>& all, double most_alike) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (all[i].question == all[j].question) continue;
      const double alike = likeness(all[i], all[j]);
      if (alike > most_alike) FAIL_CHECK(all[j].name, " and ", all[i].name, ": ", alike);
    }
  }
}

TEST_CASE("no two options of different questions say the same or nearly the same") {
  for (const Bank* bank : banks()) {
    CAPTURE(bank->id.value);
    std::vector<Pairs> zh;
    std::vector<Pairs> en;
    for (const Question& question : bank->questions) {
      for (const Option& option : question.options) {
        const std::string name = question.id.value + " " + option.key.value;
        zh.push_back({question.id.value, name, pairs_of(option.text.zh)});
        en.push_back({question.id.value, name, pairs_of(option.text.en)});
      }
    }
    check_apart(zh, 0.85);
    check_apart(en, 0.93);
  }
}

TEST_CASE("no two options of a question say the same") {
  for (const Bank* bank : banks()) {
    for (const Question& question : bank->questions) {
      CAPTURE(question.id.value);
      std::set<std::string> zh;
      std::set<std::string> en;
      for (const Option& option : question.options) {
        zh.insert(option.text.zh);
        en.insert(option.text.en);
      }
      CHECK(zh.size() == question.options.size());
      CHECK(en.size() == question.options.size());
    }
  }
}

TEST_CASE("no two questions of a bank ask the same or nearly the same") {
  for (const Bank* bank : banks()) {
    CAPTURE(bank->id.value);
    std::vector<Pairs> zh;
    for (const Question& question : bank->questions) {
      zh.push_back({question.id.value, question.id.value, pairs_of(question.text.zh)});
    }
    check_apart(zh, 0.85);
  }
}

TEST_CASE("the instructions are numbered lines in both languages, as many in each") {
  for (const Bank* bank : banks()) {
    CAPTURE(bank->id.value);
    std::set<int> numbers;
    for (const std::string& text : {bank->instructions.zh, bank->instructions.en}) {
      int number = 0;
      for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        CHECK(text.substr(at, end - at).starts_with(std::to_string(++number) + ". "));
        at = end + 1;
      }
      CHECK(number > 3);
      numbers.insert(number);
    }
    CHECK(numbers.size() == 1);
  }
}

TEST_CASE("each bank says that it is not official, and that its texts were written here") {
  for (const Bank* bank : banks()) {
    CAPTURE(bank->id.value);
    CHECK(bank->description.zh.find("本项目自行撰写") != std::string::npos);
    CHECK(bank->description.zh.find("不是官方") != std::string::npos);
    CHECK(bank->description.en.find("written for this project") != std::string::npos);
    CHECK(bank->description.en.find("official") != std::string::npos);
  }
}

}  // namespace
}  // namespace assess
