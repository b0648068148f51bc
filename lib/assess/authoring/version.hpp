// Versions of banks: which one is higher, and by how much.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace assess::authoring {

// Which part of a version a change raises, the smallest first. `none`: nothing changed.
enum class Step { none, patch, minor, major };

// `none`, `patch`, `minor`, `major`.
std::string_view step_name(Step step);

// Part by part between the dots: as numbers where both are, else by their bytes; a part that is
// missing counts as 0, so `1.2` and `1.2.0` are equal.
std::strong_ordering compare_versions(std::string_view a, std::string_view b);

// How much higher `after` is: `none` when it is not higher at all. What differs behind the second
// part is a patch.
Step step_between(std::string_view before, std::string_view after);

// The version that comes next after such a step, in three parts: `1.4.2` becomes `1.5.0`. Empty
// where the parts are no numbers.
std::string next_version(std::string_view version, Step step);

}  // namespace assess::authoring
