// What a mapping of a file may hold: its keys, what stands behind each, and what that means. One
// description with three uses: the readers read by it (yaml/fields.hpp), `assess schema` writes it
// as JSON Schema, and `assess bank fmt` brings keys into its order.
#pragma once

#include <assess/base/language.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace assess {

struct Shape {
  enum class Type {
    text,     // a scalar, taken as it is written
    id,       // a text of the form of ids
    date,     // a text such as 2026-11-22
    scalar,   // a figure or a word, taken as it is written
    word,     // one of `words`
    integer,  // without leading zeros
    number,   // a decimal, a per cent or a fraction
    flag,     // true or false
    mapping,  // of `shape`
    list,     // of `item`
    pairs,    // a mapping whose keys are data, with an `item` behind each
    // Where both are taken:
    text_or_mapping,
    text_or_pairs,
  };

  // The bounds of a number.
  struct Range {
    int minimum = 0;
    bool is_over = false;  // the minimum itself is too small
    std::optional<int> maximum{};
  };

  struct Value {
    Type type = Type::text;
    Type item = Type::text;                      // of a list, and of pairs
    const Shape* shape = nullptr;                // where the type or the item is a mapping
    std::span<const std::string_view> words{};   // where the type or the item is a word
    std::optional<Range> range{};                // of an integer or a number
    std::optional<std::string_view> constant{};  // the only text that is taken
    std::size_t fewest = 0;                      // entries of a list or pairs
  };

  enum class Presence { optional, required };

  struct Key {
    std::string_view name;
    Value value;
    Presence presence = Presence::optional;
    Words meaning;  // for people, in one line
  };

  std::string_view name;      // among the shapes of a file: `question`
  Words noun;                 // the mapping, as messages call it
  std::span<const Key> keys;  // in the order in which they are best written; at most `most_keys`

  static constexpr std::size_t most_keys = 32;

  // The place of a key among `keys`, or their number.
  std::size_t place_of(std::string_view key) const {
    std::size_t place = 0;
    while (place < keys.size() && keys[place].name != key) ++place;
    return place;
  }
};

}  // namespace assess
