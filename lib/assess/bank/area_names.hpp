// What a person may call an area.
#pragma once

#include <assess/bank/bank.hpp>

#include <string_view>
#include <vector>

namespace assess {

// The areas that `name` may mean: the one with this id; else the one with this number (`5.4`, or
// `5` for a section); else those with this title in either language. Capital letters do not matter.
// An only child under the title of its parent stands for both, so that the title is not ambiguous.
std::vector<AreaId> find_areas_called(const Bank& bank, std::string_view name);

}  // namespace assess
