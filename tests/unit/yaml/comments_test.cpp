// Which bytes are a comment for us, and what it acts on. In each text `‹` and `›` stand around what
// the comment acts on, and are taken out before it is read.
#include <assess/yaml/comments.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess::yaml {
namespace {

struct Found {
  std::string comment;
  std::string scope;
};

std::vector<Found> comments_of(const std::string& text) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("a.yaml", text);
  const auto tree = parse(sources, source, diagnostics);
  CAPTURE(text);
  REQUIRE(tree);
  std::vector<Found> out;
  for (const IgnoreComment& found : find_ignore_comments(sources, source, tree->root())) {
    const auto cut = [&](const Span& span) {
      return text.substr(span.begin, span.end - span.begin);
    };
    out.push_back({cut(found.span), cut(found.scope)});
  }
  return out;
}

// The text with what the only comment acts on between signs, or without any when there is none.
void check_scope(const std::string& marked) {
  std::string text = marked;
  std::string expected;
  const std::string open = "‹";
  const std::string close = "›";
  const auto begin = text.find(open);
  if (begin != std::string::npos) {
    text.erase(begin, open.size());
    const auto end = text.find(close);
    text.erase(end, close.size());
    expected = text.substr(begin, end - begin);
  }
  CAPTURE(text);
  const auto found = comments_of(text);
  REQUIRE(found.size() == (begin == std::string::npos ? 0 : 1));
  if (found.empty()) return;
  CHECK(found.front().scope == expected);
  CHECK(found.front().comment.starts_with("#"));
  CHECK(found.front().comment.find('\n') == std::string::npos);
}

TEST_CASE("a comment at the end of a line acts on that line") {
  for (const char* text : {"a: 1\n‹b: 2 # assess: x\n›c: 3\n", "‹a: 1 #assess:x›",
                           "‹- {a: 1} \t#   assess: x\r\n›- b\r\n", "‹a: # assess: x\n›  b: 1\n",
                           "‹a: [1, # assess: x\n›  2]\n", "‹a: {b: 1, # assess: x\n›  c: 2}\n",
                           "‹a: 'it''s # not one' # assess: x\n›", "‹a: b#c # assess: x\n›",
                           "‹? a # assess: x\n›: b\n"}) {
    check_scope(text);
  }
}

TEST_CASE("a comment on a line of its own acts on the next one that says something") {
  for (const char* text :
       {"a: 1\n# assess: x\n‹b: 2\n›c: 3\n", "# assess: x\n‹a: 1›",
        "\xEF\xBB\xBF# assess: x\n‹a: 1\n›", "a:\n  # assess: x\n\n   \n  # another\n‹  b: 2\n›",
        "a: [1,\n  # assess: x\n‹  2]\n›", "# assess: x\r\n\r\n‹a: 1\r\n›b: 2\r\n"}) {
    check_scope(text);
  }
  const auto at_end = comments_of("a: 1\n# assess: x");
  REQUIRE(at_end.size() == 1);
  CHECK(at_end.front().scope.empty());
}

TEST_CASE("comments in a row act on the same line") {
  const auto found = comments_of("a: 1\n# assess: x\n# assess: y\nb: 2 # assess: z\nc: 3\n");
  REQUIRE(found.size() == 3);
  for (const Found& one : found) CHECK(one.scope == "b: 2 # assess: z\n");
  CHECK(found[0].comment == "# assess: x");
  CHECK(found[2].comment == "# assess: z");
}

TEST_CASE("a text of several lines counts as one line") {
  for (const char* text :
       {"# assess: x\n‹a: 'one\n  two'›\nb: 1\n", "a: ‹'one\n  two' # assess: x\n›b: 1\n",
        "‹a: | # assess: x\n  one\n  two›\nb: 1\n", "# assess: x\n‹a: >-\n  one\n  # two›\nb: 1\n",
        "# assess: x\n‹a: one\n  two›\nb: 1\n", "a: ‹one\n  two # assess: x\n›b: 1\n"}) {
    check_scope(text);
  }
}

TEST_CASE("what stands in a text is no comment") {
  for (const char* text :
       {"a: 'b # assess: x'\n", "a: \"b\n  # assess: x\n  c\"\n", "a: 'b\n\n# assess: x\n'\n",
        "a: |\n  # assess: x\n", "a: >\n  b\n\n  # assess: x\n  c\n", "a: b#assess:x\n",
        "'# assess: x': a\n", "a: [b, 'c # assess: x']\n", "a: |2\n    # assess: x\n",
        "a: \"b \\\" # assess: x\"\n", "a: |\n  b\n   # assess: x\nc: 1\n",
        "a: it's # see assess: x\n", "a: 1 # then # assess: x\n", "a: assess:x\n",
        "a: 1 # assess\n", "# # assess: x\na: 1\n", "a: '#' \nb: 'assess: x'\n"}) {
    check_scope(text);
  }
}

TEST_CASE("a comment behind a block is one again") {
  check_scope("a:\n  b: |\n    one\n  # assess: x\n‹  c: 1\n›");
  check_scope("a:\n  b: |\n    one\n\n# assess: x\n‹c: 1\n›");
}

TEST_CASE("a quote in a comment opens nothing") {
  const auto found = comments_of("# it's\na: 1 # assess: isn't\n# \"\nb: 'x' # assess: y\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].scope == "a: 1 # assess: isn't\n");
  CHECK(found[1].scope == "b: 'x' # assess: y\n");
}

}  // namespace
}  // namespace assess::yaml
