// JSON on one line, written as it is said: records of a batch are many, and a tree of values in
// between would take most of the time of a small one. The bytes are those of `written`, but for its
// lines.
#pragma once

#include <assess/base/fraction.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assess::render {

class JsonLine {
 public:
  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }

  // Of an object, before its value: letters and signs that need no escape.
  void key(std::string_view name);

  void text(std::string_view value);
  void text_or_null(std::string_view value);  // null for one that is empty
  void number(std::int64_t value);
  void flag(bool value);
  void null();

  // {"value": 0.8152, "exact": "1019/1250"}, as `figure` has it; null when absent.
  void figure(const std::optional<Fraction>& value);

  // What was written, and a line break.
  std::string take();

 private:
  void open(char bracket);
  void close(char bracket);
  void begin_value();
  void plain_number(const Fraction& value);

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace assess::render
