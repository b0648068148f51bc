// Industry codes of GB/T 4754-2017: the letter of a section (门类), two digits of a division
// (大类), and up to two more of a group (中类) and a class (小类).
#pragma once

#include <assess/base/language.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace assess::authoring {

// What is wrong with a code, or nullopt. Sections and divisions are known; whether a division has
// such a group or class is not looked at.
std::optional<Text> industry_fault(std::string_view code);

// The code that was probably meant by one with a fault: full-width characters made half-width, the
// section that the division belongs to put in front. Empty when there is none.
std::string probable_industry(std::string_view code);

// Whether a code without fault belongs to industry (工业): mining, manufacturing, utilities.
bool is_of_industry(std::string_view code);

}  // namespace assess::authoring
