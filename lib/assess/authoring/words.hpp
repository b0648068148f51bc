// Parts of messages that several checks share.
#pragma once

#include <assess/bank/bank.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace assess::authoring {

// Names in backticks, as a list of each language; of very many the first ones.
inline Text listed(const std::vector<std::string>& names) {
  constexpr std::size_t most = 12;
  Text out;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) {
    out.zh += (i == 0 ? "" : "、") + ("`" + names[i] + "`");
    out.en += (i == 0 ? "" : ", ") + ("`" + names[i] + "`");
  }
  if (names.size() > most) {
    out.zh += " 等";
    out.en += " …";
  }
  return out;
}

// `在企业类型 … 下，` and ` under the variant …` for some of the variants (by weight set); nothing
// for all of them, or where the bank has none.
inline Text under_variants(const Bank& bank, const std::vector<std::size_t>& weight_sets) {
  if (bank.variants.empty() || weight_sets.size() == bank.variants.size()) return {};
  std::vector<std::string> names;
  for (const std::size_t set : weight_sets) names.push_back(bank.variants[set].id.value);
  const Text list = listed(names);
  return {"在企业类型 " + list.zh + " 下，", " under the variant " + list.en};
}

}  // namespace assess::authoring
