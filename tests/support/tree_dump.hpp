// A tree of values as one line of text.
#pragma once

#include <assess/yaml/node.hpp>

#include <string>
#include <string_view>

namespace assess::test {

// The tree on one line: `m` mapping, `s` list, `p` plain, `q` quoted, `~` nothing; the offset and
// the bytes of the span in angle brackets; what a scalar reads where that is not what is written.
std::string dump(std::string_view text, const yaml::Node& node);

}  // namespace assess::test
