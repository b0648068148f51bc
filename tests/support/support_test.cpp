// The tools of the tests are tested too: a runner that compares nothing would always be green.
#include "support/command_line.hpp"
#include "support/diff.hpp"
#include "support/pages.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace assess::test {
namespace {

using namespace std::string_literals;

CommandLine command_line(std::string_view text) {
  const auto read = read_command_line(text);
  REQUIRE(std::holds_alternative<CommandLine>(read));
  return std::get<CommandLine>(read);
}

constexpr std::string_view small_document = R"(# Title

Words.

```text shared.txt
one
```

## bank list

中文：段落
一段。

```bytes other.txt
a\x00b\repeat{2}{\n}
```

```console
$ assess bank list -f json --color=nonsense
old
$ assess bank list
old
```

## end
)";

}  // namespace

TEST_CASE("a command line is taken apart as a shell would") {
  const CommandLine line =
      command_line(R"(A=1 B_2='x y' assess score "a b" 'c"d' e\ f $'\x1b[0m\'' "" '<' < in.yaml)");
  CHECK(line.variables == std::map<std::string, std::string>{{"A", "1"}, {"B_2", "x y"}});
  CHECK(line.arguments ==
        std::vector<std::string>{"score", "a b", "c\"d", "e f", "\x1b[0m'", "", "<"});
  CHECK(line.input_path == "in.yaml");
}

TEST_CASE("a command line that is none is refused") {
  for (const char* text : {"", "A=1", "score x", "assess 'open", "assess <", "assess $'x"}) {
    CAPTURE(text);
    CHECK(std::holds_alternative<std::string>(read_command_line(text)));
  }
}

TEST_CASE("escapes become bytes") {
  CHECK(unescape("a\\xFFb\\0c\\t\\\\n") == "a\xFF"s + "b\0c\t\\n"s);
  CHECK(unescape("\\repeat{3}{ab\\n}") == "ab\nab\nab\n");
  CHECK(unescape("\\repeat{2}{{x: \\repeat{2}{y}}}") == "{x: yy}{x: yy}");
  CHECK(unescape("joined\\\n here") == "joined here");
}

TEST_CASE("a difference shows the lines that changed and three around them") {
  CHECK(diff("a\nb\n", "a\nb\n").empty());
  CHECK(diff("1\n2\n3\n4\n5\nx\n", "1\n2\n3\n4\n5\ny\n") == "  ...\n 3\n 4\n 5\n-x\n+y\n");
  CHECK(diff("a\n", "a") == "-a\n+a (no line break at the end)\n");
  CHECK(diff("", "\x1b[1m \n") == "+\\x1B[1m \\\n");
}

TEST_CASE("a document is read into pages, paragraphs and blocks") {
  const auto pages = read_pages(small_document);
  REQUIRE(pages.size() == 3);
  CHECK(pages[0].paragraphs == std::vector<std::string>{"Words.\n"});
  REQUIRE(pages[0].blocks.size() == 1);
  CHECK(pages[0].blocks[0].name == "shared.txt");
  CHECK(pages[0].blocks[0].text == "one\n");
  CHECK(pages[1].id == "bank list");
  CHECK(pages[1].paragraphs == std::vector<std::string>{"中文：段落\n一段。\n"});
  REQUIRE(pages[1].blocks.size() == 2);
  CHECK(pages[1].blocks[1].kind == "console");
  CHECK(pages[2].id == "end");
}

TEST_CASE("a console of a document is rewritten with what its commands print") {
  const std::string document = with_true_consoles(small_document);
  const auto at = document.find("$ assess bank list -f json");
  REQUIRE(at != std::string::npos);
  CHECK(document.substr(0, at) == small_document.substr(0, at));
  CHECK(document.substr(at) ==
        "$ assess bank list -f json --color=nonsense\n"
        "assess: error: `--color` takes auto, always or never, not `nonsense` [cli/bad-value]\n"
        "[exit 2]\n"
        "$ assess bank list\n"
        "```\n\n## end\n");
  CHECK(with_true_consoles(document) == document);
}

TEST_CASE("a working folder is the current directory and goes away") {
  const auto before = std::filesystem::current_path();
  std::filesystem::path inside;
  {
    const WorkingFolder folder;
    inside = folder.path();
    write_bytes("a/b.txt", "x\0y"s);
    CHECK(read_bytes(inside / "a/b.txt") == "x\0y"s);
  }
  CHECK(std::filesystem::current_path() == before);
  CHECK_FALSE(std::filesystem::exists(inside));
}

}  // namespace assess::test
