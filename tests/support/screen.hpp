// Runs the program in the process as on a terminal in Chinese, 80 columns wide.
#pragma once

#include <string>

namespace assess::test {

// All that is seen on the screen while the lines of `typed` are typed, those lines too. An exit
// status other than 0 stands behind it: `[exit 1]`.
std::string screen_of(const std::string& command, const std::string& typed);

}  // namespace assess::test
