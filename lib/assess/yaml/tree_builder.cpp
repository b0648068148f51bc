#include <assess/diag/rules.hpp>
#include <assess/yaml/tree_builder.hpp>

#include <array>
#include <functional>

namespace assess::yaml {

std::optional<std::uint32_t> TreeBuilder::open_bracket() const {
  const auto found =
      std::find_if(open_.rbegin(), open_.rend(), [](const Open& open) { return open.is_flow; });
  if (found == open_.rend()) return std::nullopt;
  return tree_.values_[found->index].begin;
}

template <typename Visit>
void TreeBuilder::visit_equal_keys(Visit visit) {
  const std::uint32_t mapping = open_.back().index;
  const std::uint32_t count = open_.back().count();
  const auto tell = [&](std::uint32_t first, std::uint32_t again) {
    tree_.values_[mapping].has_equal_keys = true;
    visit(tree_.values_[first], tree_.values_[again]);
  };
  constexpr std::uint32_t few = 16;  // below this a hash table costs more than comparing
  std::uint32_t key = mapping + 1;
  if (count > few) {
    make_key_table(count);
    for (std::uint32_t i = 0; i < count; ++i, key = next_key(key)) {
      if (const std::uint32_t first = first_like(key); first != key) tell(first, key);
    }
    return;
  }
  std::array<std::uint32_t, few> known;  // the keys up to this one
  for (std::uint32_t i = 0; i < count; ++i, key = next_key(key)) {
    const std::string_view wanted = text(key);
    std::uint32_t first = 0;
    while (first < i && text(known[first]) != wanted) ++first;
    known[i] = key;
    if (first < i) tell(known[first], key);
  }
}

bool TreeBuilder::find_equal_keys() {
  bool found = false;
  visit_equal_keys([&](const Tree::Value&, const Tree::Value&) { found = true; });
  return found;
}

void TreeBuilder::report_equal_keys(Diagnostics& diagnostics) {
  const SourceId source = tree_.source_;
  visit_equal_keys([&](const Tree::Value& first, const Tree::Value& again) {
    auto& fault = diagnostics.report(rules::duplicate_key, Span{source, again.begin, again.end},
                                     std::string(tree_.text_of(again)));
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
  const std::string_view wanted = text(key);
  const std::size_t mask = key_table_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(wanted)&mask;
  while (key_table_[slot] != 0 && text(key_table_[slot]) != wanted) {
    slot = (slot + 1) & mask;
  }
  if (key_table_[slot] == 0) key_table_[slot] = key;
  return key_table_[slot];
}

}  // namespace assess::yaml
