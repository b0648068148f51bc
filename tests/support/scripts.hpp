// The scripts of a Markdown document, and a shell to run them in.
#pragma once

#include "pages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assess::test {

// All fenced blocks of a document.
std::vector<PageBlock> read_blocks(std::string_view document);

// The text of the block with this name; the test fails when there is none.
std::string block_named(const std::vector<PageBlock>& blocks, std::string_view name);

// The scripts of a file in YAML for a CI system, in its order: what stands under `key`, a text or
// lines.
std::vector<std::string> scripts_in(const std::string& yaml, std::string_view key);

// Makes `assess` the program for `run_script`.
void install_program();

// The exit status of a script, in the current folder. `variables` as `NAME=value …`. What it writes
// to its streams stands in the files `out` and `err`, behind what earlier ones wrote.
int run_script(const std::string& script, const std::string& variables = "");

}  // namespace assess::test
