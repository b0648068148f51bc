// The same values written in another way: what an author, an editor or a script might make of a
// file. Which way depends on a number.
#pragma once

#include <assess/form/expectation.hpp>
#include <assess/yaml/node.hpp>

#include <cstdint>
#include <string>

namespace assess::test {

enum class Scramble {
  layout,  // order of keys that have an order, brackets or blocks, indentation, quotes, line ends
  all,     // and comments and blank lines everywhere, texts over several lines
};

// The values are to fit into one line each when read, or to have line breaks only inside.
std::string scrambled(const yaml::Node& root, const form::Expectation& expected, Scramble how,
                      std::uint32_t number);

}  // namespace assess::test
