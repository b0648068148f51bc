#include "rule_pages.hpp"

#include <doctest/doctest.h>

#include <string>

namespace assess::cmd {
namespace {

constexpr std::string_view pages = R"(# Rules

## a/one

First in English.
Second line.

中文：先说中文。

```yaml x.yaml
a: 1

b: 2
```

```console
$ assess validate x.yaml
error
```

```console
$ assess validate --lang zh x.yaml
错误
```

Last in English.

## a/one-more

Another page.
)";

TEST_CASE("as Markdown, blocks keep their fences") {
  CHECK(rule_markdown(pages, "a/one", Language::en) ==
        "First in English.\nSecond line.\n\n"
        "```yaml x.yaml\na: 1\n\nb: 2\n```\n\n"
        "```console\n$ assess validate x.yaml\nerror\n```\n\n"
        "Last in English.\n");
  CHECK(rule_markdown(pages, "a/one", Language::zh).starts_with("先说中文。\n\n```yaml"));
  CHECK(rule_markdown(pages, "a/none", Language::zh).empty());
}

TEST_CASE("a page holds the paragraphs and outputs of one language, and the files") {
  CHECK(rule_page(pages, "a/one", Language::en) ==
        "First in English.\nSecond line.\n\n"
        "    # x.yaml\n    a: 1\n\n    b: 2\n\n"
        "    $ assess validate x.yaml\n    error\n\n"
        "Last in English.\n");
  CHECK(rule_page(pages, "a/one", Language::zh) ==
        "先说中文。\n\n"
        "    # x.yaml\n    a: 1\n\n    b: 2\n\n"
        "    $ assess validate --lang zh x.yaml\n    错误\n");
}

TEST_CASE("the page of a rule ends where the next begins") {
  CHECK(rule_page(pages, "a/one-more", Language::en) == "Another page.\n");
}

TEST_CASE("a rule without a page has an empty one") {
  for (const char* rule : {"", "a", "a/on", "one-more", "Rules"}) {
    CAPTURE(rule);
    CHECK(rule_page(pages, rule, Language::en).empty());
  }
  CHECK(rule_page("", "a/one", Language::en).empty());
}

}  // namespace
}  // namespace assess::cmd
