// A cohort file as a tree of JSON, with the place of every value, for its reader alone.
#pragma once

#include <assess/base/language.hpp>
#include <assess/diag/diagnostic.hpp>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace assess::cohort_file {

// Not the ordered kind: that one takes quadratic time for an object with very many keys.
using Json = nlohmann::json;

// The bytes as JSON, within the limits. The other alternative says why not; nothing is thrown.
std::variant<Json, Text> parse(std::string_view bytes);

// Where the first fault is kept; what follows from it is not told.
struct Fault {
  std::string key;
  Text what;
};

// A value with its place, such as `by_size[2].levels`. Whatever is asked of a value that is not
// there or of another kind gives a fault and something empty, so a reader needs no branches.
class Value {
 public:
  Value(const Json* json, std::string key, std::optional<Fault>& fault)
      : json_(json), key_(std::move(key)), fault_(fault) {}

  Value at(const std::string& key) const;
  std::vector<Value> items(std::size_t most) const;
  const std::string& text() const;
  std::string text_or_null() const;  // empty for null
  Text words() const;                // {"en": …, "zh": …}
  bool flag() const;
  std::int64_t whole(std::int64_t least, std::int64_t most) const;
  std::int64_t whole_or_null(std::int64_t least, std::int64_t most) const;  // 0 for null

  // Keeps a fault at this place, unless there is one.
  void fail(Text what) const;

 private:
  bool is_null() const { return json_ != nullptr && json_->is_null(); }

  const Json* json_;  // nullptr below a fault
  std::string key_;
  std::optional<Fault>& fault_;
};

}  // namespace assess::cohort_file
