#include "gate_areas.hpp"

#include <assess/base/nearest.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>

namespace assess::cmd {

void check_gate_areas(const Gates& gates, const std::vector<const Bank*>& banks,
                      Diagnostics& diagnostics) {
  for (const Gates::AreaMinimum& minimum : gates.min_areas) {
    const auto lacking = std::find_if(banks.begin(), banks.end(), [&](const Bank* bank) {
      return !bank->find_area(minimum.area);
    });
    if (lacking == banks.end()) continue;
    std::vector<std::string> ids;
    for (const Area& area : (*lacking)->areas) ids.push_back(area.id.value);
    auto& fault = diagnostics.report(rules::unknown_gate_area, std::nullopt, minimum.area);
    if (const auto near = nearest(minimum.area, ids)) {
      fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
    }
  }
}

}  // namespace assess::cmd
