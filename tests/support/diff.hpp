// Shows how two texts differ, line by line, for people who look at a red test.
#pragma once

#include <string>
#include <string_view>

namespace assess::test {

// Lines only in `expected` begin with `-`, those only in `actual` with `+`; unchanged lines further
// than three away from a change are left out. Characters that cannot be seen are written as
// escapes. Empty when the texts are equal.
std::string diff(std::string_view expected, std::string_view actual);

}  // namespace assess::test
