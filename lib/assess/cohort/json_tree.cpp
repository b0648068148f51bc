#include <assess/cohort/json_tree.hpp>
#include <assess/cohort/read.hpp>

#include <fmt/format.h>

namespace assess::cohort_file {
namespace {

// What the library would build without looking at how much it is. Text in quotes is one value,
// however long, and takes no more memory than the file.
std::optional<Text> fault_of_shape(std::string_view bytes) {
  std::size_t values = 0;
  int depth = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    switch (bytes[at]) {
      case '"':
        for (++at; at < bytes.size() && bytes[at] != '"'; ++at) {
          if (bytes[at] == '\\') ++at;
        }
        break;
      case '[':
      case '{':
        if (++depth > cohort_limits::depth) return Text{"嵌套过深", "it is nested too deeply"};
        ++values;
        break;
      case ']':
      case '}':
        --depth;
        break;
      case ',':
        ++values;
        break;
      default:
        break;
    }
    if (values > cohort_limits::values) return Text{"值太多", "it has too many values"};
  }
  return std::nullopt;
}

}  // namespace

std::variant<Json, Text> parse(std::string_view bytes) {
  if (auto fault = fault_of_shape(bytes)) return *std::move(fault);
  try {
    return Json::parse(bytes);
  } catch (const Json::parse_error& fault) {
    return Text{fmt::format("不是正确的 JSON，第 {} 个字节处有误", fault.byte),
                fmt::format("it is not JSON, by its byte {}", fault.byte)};
  } catch (const Json::exception&) {
    return Text{"其中的数超出了范围", "a number in it is out of range"};
  }
}

Value Value::at(const std::string& key) const {
  std::string place = key_.empty() ? key : key_ + "." + key;
  const Json* found = nullptr;
  if (json_ != nullptr && !json_->is_object()) {
    fail({"应为对象", "it is to be an object"});
  } else if (json_ != nullptr) {
    const auto entry = json_->find(key);
    if (entry != json_->end()) found = &*entry;
    if (found == nullptr && !fault_) fault_ = Fault{place, {"缺少这个键", "the key is missing"}};
  }
  return {found, std::move(place), fault_};
}

std::vector<Value> Value::items(std::size_t most) const {
  std::vector<Value> out;
  if (json_ == nullptr) return out;
  if (!json_->is_array() || json_->size() > most) {
    fail({fmt::format("应为列表，不超过 {} 项", most),
          fmt::format("it is to be a list of at most {}", most)});
    return out;
  }
  for (std::size_t i = 0; i < json_->size(); ++i) {
    out.emplace_back(&(*json_)[i], fmt::format("{}[{}]", key_, i), fault_);
  }
  return out;
}

const std::string& Value::text() const {
  static const std::string none;
  if (json_ == nullptr) return none;
  if (json_->is_string()) return json_->get_ref<const std::string&>();
  fail({"应为文本", "it is to be text"});
  return none;
}

std::string Value::text_or_null() const {
  if (is_null()) return {};
  std::string out = text();
  if (out.empty()) fail({"应为 null 或不空的文本", "it is to be null, or text that is not empty"});
  return out;
}

Text Value::words() const {
  return {at("zh").text(), at("en").text()};
}

bool Value::flag() const {
  if (json_ == nullptr) return false;
  if (json_->is_boolean()) return json_->get<bool>();
  fail({"应为 true 或 false", "it is to be true or false"});
  return false;
}

std::int64_t Value::whole(std::int64_t least, std::int64_t most) const {
  if (json_ == nullptr) return least;
  // Beyond 2^63 the library keeps a whole number without sign, or a decimal one.
  const bool is_whole = json_->is_number_integer() &&
                        !(json_->is_number_unsigned() &&
                          json_->get<std::uint64_t>() > static_cast<std::uint64_t>(most));
  const std::int64_t out = is_whole ? json_->get<std::int64_t>() : least - 1;
  if (out >= least && out <= most) return out;
  fail({fmt::format("应为 {} 到 {} 的整数", least, most),
        fmt::format("it is to be a whole number from {} to {}", least, most)});
  return least;
}

std::int64_t Value::whole_or_null(std::int64_t least, std::int64_t most) const {
  return is_null() ? 0 : whole(least, most);
}

void Value::fail(Text what) const {
  if (json_ != nullptr && !fault_) fault_ = Fault{key_, std::move(what)};
}

}  // namespace assess::cohort_file
