// Short texts on which readers of YAML like to disagree, good and bad.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assess::test {

// Mappings, lists, quotes, literals.
std::span<const std::string_view> block_snippets();

// Brackets, and bytes that are no text.
std::span<const std::string_view> flow_snippets();

std::vector<std::string> yaml_snippets();

}  // namespace assess::test
