// docs/walkthrough.md is what a terminal shows: each `terminal` block holds a command and all that
// is seen, and the `typed` block above it what is typed meanwhile. They run one after the other in
// one folder. ASSESS_UPDATE_DOCS=1 rewrites the document.
#include "support/diff.hpp"
#include "support/pages.hpp"
#include "support/screen.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <utility>

namespace assess::test {
namespace {

const std::string document_path = ASSESS_ROOT "/docs/walkthrough.md";
const std::string bank_path = ASSESS_ROOT "/tests/golden/common/tiny.yaml";

// The document with every terminal as it is.
std::string with_true_terminals(const std::string& document) {
  const WorkingFolder folder;
  write_bytes("tiny.yaml", read_bytes(bank_path));
  std::string out;
  std::size_t copied = 0;
  std::string typed;
  for (const Page& page : read_pages(document)) {
    for (const PageBlock& block : page.blocks) {
      if (block.kind == "typed") typed = block.text;
      if (block.kind != "terminal") continue;
      const std::size_t end = block.text.find('\n');
      REQUIRE(block.text.starts_with("$ assess "));
      out += document.substr(copied, block.begin - copied);
      const std::string command = block.text.substr(2, end - 2);
      out += "$ " + command + "\n" + screen_of(command, std::exchange(typed, {}));
      copied = block.begin + block.text.size();
    }
  }
  return out + document.substr(copied);
}

}  // namespace

TEST_SUITE_BEGIN("golden");

TEST_CASE("docs/walkthrough.md is what a terminal shows") {
  const std::string document = read_bytes(document_path);
  const std::string truth = with_true_terminals(document);
  if (std::getenv("ASSESS_UPDATE_DOCS") != nullptr) write_bytes(document_path, truth);
  const std::string difference = diff(read_bytes(document_path), truth);
  CHECK_MESSAGE(difference.empty(), difference);
}

TEST_SUITE_END();

}  // namespace assess::test
