// The plain reader is held against the one over yaml-cpp: where it reads a text at all, it reads
// the same.
#include "support/samples.hpp"
#include "support/two_readers.hpp"
#include "support/yaml_snippets.hpp"
#include <assess/form/sheet.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assess {
namespace {

using test::Agreement;
using test::compare_readers;

std::vector<std::string> texts_below(std::string_view folder) {
  std::vector<std::filesystem::path> paths;
  const std::string root = std::string(ASSESS_ROOT "/") + std::string(folder);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.is_regular_file() && entry.path().extension() == ".yaml") {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    texts.push_back(bytes.str());
  }
  return texts;
}

Agreement look_at(const std::string& text) {
  const auto comparison = compare_readers(text);
  const bool is_good =
      comparison.agreement != Agreement::different && comparison.agreement != Agreement::wrong;
  if (!is_good) {
    FAIL_CHECK(comparison.difference << "\n" << std::string_view(text).substr(0, 2000));
  }
  return comparison.agreement;
}

std::size_t count(const std::vector<std::string>& texts, Agreement wanted) {
  return static_cast<std::size_t>(
      std::count_if(texts.begin(), texts.end(),
                    [&](const std::string& text) { return look_at(text) == wanted; }));
}

TEST_CASE("every file of the banks is read by the plain reader, as yaml-cpp reads it") {
  const auto texts = texts_below("questionbanks");
  CHECK(count(texts, Agreement::same) == texts.size());
}

TEST_CASE("every example is, but the one that shows faults") {
  const auto texts = texts_below("examples");
  CHECK(count(texts, Agreement::same) + 1 == texts.size());
}

TEST_CASE(
    "of the files of the tests and of the tricky snippets each is read alike or handed over") {
  CHECK(count(texts_below("tests"), Agreement::same) > 100);
  const auto snippets = test::yaml_snippets();
  CHECK(snippets.size() > 150);
  CHECK(count(snippets, Agreement::same) > 150);
}

struct Taken {
  std::string_view text;
  Agreement agreement;
};

TEST_CASE("the subset is wide enough for what people write, and no wider") {
  const std::vector<Taken> cases{
      {"a: b # c\r\nd:\r\n- e\r\n- f: 'g''s'\r\n  h: [i, {\"j\":k}]\r\n", Agreement::same},
      {"\xEF\xBB\xBF# x\na: |\n  b\n\n  c\nd: |-\n  e", Agreement::same},
      {"a: \"b\\u4e2d\\n\"\nc: [\n  d, # e\n  f,\n]\n", Agreement::same},
      {"a:\nb: ~\nc:\n  -\n  - null\n", Agreement::same},
      {"a: b\na: c", Agreement::handed_over},
      {"a: &b c", Agreement::handed_over},
      {"a: b\n  c", Agreement::handed_over},
      {"a: >\n  b", Agreement::handed_over},
      {"a:\tb", Agreement::handed_over},
      {"---\na: b", Agreement::handed_over},
      {"a: b\rc: d", Agreement::handed_over},
      {"a", Agreement::handed_over},
      {"", Agreement::handed_over},
      {"a: \x01", Agreement::refused},
  };
  for (const Taken& c : cases) {
    CAPTURE(c.text);
    CHECK(look_at(std::string(c.text)) == c.agreement);
  }
}

TEST_CASE("limits are the same for both readers") {
  std::string deep;
  for (int depth = 0; depth < 64; ++depth) deep += "- ";
  CHECK(look_at(deep + "a") == Agreement::same);
  CHECK(look_at(deep + "- a") == Agreement::handed_over);
  CHECK(look_at(std::string(64, '[') + std::string(64, ']')) == Agreement::same);
  CHECK(look_at(std::string(65, '[') + std::string(65, ']')) == Agreement::handed_over);
  const std::string key(990, 'k');
  CHECK(look_at(key + ": a\n") == Agreement::same);
  CHECK(look_at(key + std::string(200, ' ') + ": a\n") == Agreement::handed_over);
  std::string many = "a: 0\n";
  for (int i = 0; i < 199'998; ++i) many += "k" + std::to_string(i) + ": v\n";
  CHECK(look_at(many) == Agreement::same);
  CHECK(look_at(many + "z: [0]\n") == Agreement::handed_over);
  CHECK(look_at(many + "k77: v\n") == Agreement::handed_over);
}

TEST_CASE("a new sheet for the shipped bank is read by the plain reader") {
  const auto shipped = test::shipped_bank();
  std::vector<QuestionId> all;
  for (std::size_t i = 0; i < shipped.bank.questions.size(); ++i) {
    all.push_back(QuestionId{static_cast<std::uint32_t>(i)});
  }
  for (const Language language : {Language::zh, Language::en}) {
    CHECK(look_at(form::new_sheet(shipped.bank, {}, all, language)) == Agreement::same);
  }
}

// The snippet as it is, behind another one, or below a key or a dash.
std::string placed(const std::vector<std::string>& snippets, std::mt19937_64& random) {
  const std::string& snippet = snippets[random() % snippets.size()];
  const std::string& other = snippets[random() % snippets.size()];
  const std::string indent(1 + random() % 3, ' ');
  switch (random() % 4) {
    case 0:
      return snippet;
    case 1:
      return snippet + "\n" + other;
    default:
      break;
  }
  std::string below = (random() % 2 == 0 ? "k:\n" : "-\n") + indent;
  for (const char c : snippet) {
    below += c;
    if (c == '\n') below += indent;
  }
  return below + "\n" + (below[0] == 'k' ? "z: " : "- ") + other;
}

TEST_CASE("whatever happens to a text, both readers agree or the plain one leaves it") {
  const auto snippets = test::yaml_snippets();
  std::vector<std::string> files = texts_below("tests");
  for (auto& example : texts_below("examples")) files.push_back(std::move(example));
  std::erase_if(files, [](const std::string& text) { return text.size() > 4'000; });
  std::mt19937_64 random(20261113);
  std::size_t same = 0;
  for (unsigned long long seed = 0; seed < 20'000; ++seed) {
    const bool is_file = random() % 3 == 0;
    const std::string text = is_file ? files[random() % files.size()] : placed(snippets, random);
    if (look_at(test::mutate(text, seed)) == Agreement::same) ++same;
  }
  CHECK(same > 2'000);
}

}  // namespace
}  // namespace assess
