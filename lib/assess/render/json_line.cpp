#include <assess/base/utf8.hpp>
#include <assess/render/json_line.hpp>
#include <assess/render/json_values.hpp>

#include <algorithm>
#include <utility>

namespace assess::render {
namespace {

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// Most texts are ids and figures: of these nothing need be asked.
bool is_plain(char c) {
  return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

std::string dumped(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

void JsonLine::begin_value() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

void JsonLine::open(char bracket) {
  begin_value();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonLine::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
}

void JsonLine::key(std::string_view name) {
  begin_value();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  needs_comma_ = false;
}

void JsonLine::text(std::string_view value) {
  begin_value();
  const bool is_simple = std::all_of(value.begin(), value.end(), is_plain);
  if (!is_simple &&
      (std::any_of(value.begin(), value.end(), needs_escape) || find_invalid_utf8(value))) {
    out_ += dumped(value);
    return;
  }
  out_ += '"';
  out_ += value;
  out_ += '"';
}

void JsonLine::text_or_null(std::string_view value) {
  if (value.empty()) return null();
  text(value);
}

void JsonLine::number(std::int64_t value) {
  begin_value();
  out_ += std::to_string(value);
}

void JsonLine::flag(bool value) {
  begin_value();
  out_ += value ? "true" : "false";
}

void JsonLine::null() {
  begin_value();
  out_ += "null";
}

void JsonLine::figure(const std::optional<Fraction>& value) {
  if (!value) return null();
  open_object();
  key("value");
  plain_number(*value);
  key("exact");
  text(value->exact());
  close_object();
}

void JsonLine::plain_number(const Fraction& value) {
  begin_value();
  out_ += value.shortest(6);
}

std::string JsonLine::take() {
  needs_comma_ = false;
  out_ += '\n';
  return std::exchange(out_, {});
}

}  // namespace assess::render
