// The JSON library's door for schemas.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace assess::schema {

using Json = nlohmann::ordered_json;

inline constexpr const char* draft = "http://json-schema.org/draft-07/schema#";

// Indented by two, a line break at the end. Bytes that are not UTF-8 become U+FFFD.
inline std::string written(const Json& schema) {
  return schema.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace assess::schema
