#include "scripts.hpp"

#include "working_folder.hpp"
#include <assess/yaml/node.hpp>

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>

namespace assess::test {

std::vector<PageBlock> read_blocks(std::string_view document) {
  std::vector<PageBlock> out;
  for (const Page& page : read_pages(document)) {
    out.insert(out.end(), page.blocks.begin(), page.blocks.end());
  }
  return out;
}

std::string block_named(const std::vector<PageBlock>& blocks, std::string_view name) {
  const auto found = std::find_if(blocks.begin(), blocks.end(),
                                  [&](const PageBlock& one) { return one.name == name; });
  REQUIRE(found != blocks.end());
  return found->text;
}

std::vector<std::string> scripts_in(const std::string& yaml, std::string_view key) {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto tree = yaml::parse(sources, sources.add("ci.yaml", yaml), diagnostics);
  REQUIRE(tree);
  REQUIRE_FALSE(diagnostics.has_errors());
  std::vector<std::string> out;
  const std::function<void(yaml::Node)> look = [&](yaml::Node node) {
    for (const yaml::Node child : node.children()) {
      if (node.is_sequence()) look(child);
      if (!node.is_mapping()) continue;
      const yaml::Node value = child.value();
      if (child.text() != key) {
        look(value);
        continue;
      }
      std::string script(value.text());
      for (const yaml::Node line : value.children()) script += std::string(line.text()) + "\n";
      out.push_back(script);
    }
  };
  look(tree->root());
  return out;
}

void install_program() {
  std::filesystem::create_directory("bin");
  std::filesystem::create_symlink(ASSESS_PROGRAM, "bin/assess");
}

int run_script(const std::string& script, const std::string& variables) {
  write_bytes("script", script);
  const std::string line =
      "PATH=\"$PWD/bin:$PATH\" LC_ALL=C " + variables + " sh script >>out 2>>err";
  const int status = std::system(line.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace assess::test
