#include <assess/diag/rules.hpp>
#include <assess/yaml/tree_builder.hpp>

#include <functional>

namespace assess::yaml {

std::optional<std::uint32_t> TreeBuilder::open_bracket() const {
  const auto found =
      std::find_if(open_.rbegin(), open_.rend(), [](const Open& open) { return open.is_flow; });
  if (found == open_.rend()) return std::nullopt;
  return tree_.values_[found->index].begin;
}

void TreeBuilder::report_equal_keys(Diagnostics& diagnostics) {
  const SourceId source = tree_.source_;
  visit_equal_keys([&](const Value& first, const Value& again) {
    auto& fault = diagnostics.report(rules::duplicate_key, Span{source, again.begin, again.end},
                                     std::string(again.text));
    fault.labels.push_back(
        {Span{source, first.begin, first.end}, {"第一次出现在这里", "first used here"}});
  });
}

void TreeBuilder::make_key_table(std::uint32_t count) {
  std::size_t slots = 64;
  while (slots < std::size_t{count} * 2) slots *= 2;
  key_table_.assign(slots, 0);
}

std::uint32_t TreeBuilder::first_like(std::uint32_t key) {
  const std::string_view text = tree_.values_[key].text;
  const std::size_t mask = key_table_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(text)&mask;
  while (key_table_[slot] != 0 && tree_.values_[key_table_[slot]].text != text) {
    slot = (slot + 1) & mask;
  }
  if (key_table_[slot] == 0) key_table_[slot] = key;
  return key_table_[slot];
}

}  // namespace assess::yaml
