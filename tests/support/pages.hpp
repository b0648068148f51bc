// The examples of a Markdown document: reads its sections and blocks, runs the consoles, and can
// write the document again with what really came out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assess::test {

// A fenced block. ```yaml NAME and ```bytes NAME are files (the latter with C escapes, see
// `unescape`), ```console holds `$ assess ...` lines, each followed by what it prints.
struct PageBlock {
  std::string kind;  // first word behind the fence
  std::string name;  // the rest of that line
  std::string text;
  std::size_t begin = 0;  // where `text` stands in the document
};

// From one `## ` heading to the next. The first page is what stands before any of them; its files
// are there for all pages.
struct Page {
  std::string id;                       // the heading; empty for the first page
  std::vector<std::string> paragraphs;  // all that is neither heading nor block
  std::vector<PageBlock> blocks;
};

std::vector<Page> read_pages(std::string_view document);

// The text that the console block ought to have. It is run in a new folder with the files of the
// first page and those that stand above it in its own page. Standard output comes first, then
// standard error, then `[exit N]` unless that is 0. Throws when a line is no command.
std::string run_console(const std::vector<Page>& pages, std::size_t page, std::size_t block);

// The document with every console as it ought to be.
std::string with_true_consoles(std::string_view document);

}  // namespace assess::test
