// Why a text is not JSON. The parser only says that it is not; what was expected where is worked
// out from the text and from how far the reader came.
#pragma once

#include <assess/base/language.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/diag/source.hpp>

#include <cstddef>
#include <string_view>

namespace assess::yaml {

// How far the reader came.
struct JsonProgress {
  std::size_t end = 0;   // of the last value or opening bracket
  std::size_t open = 0;  // where the innermost open bracket stands
};

// Every function reports one fault.
class JsonFaults {
 public:
  JsonFaults(std::string_view text, SourceId source, Diagnostics& diagnostics)
      : text_(text), source_(source), diagnostics_(diagnostics) {}

  void report(std::size_t begin, std::size_t end, const Words& what);

  // The text as a whole: its bytes, its quotes, or nothing in it.
  void report_text();

  // What stands at `begin` is no value.
  void report_value(std::size_t begin, const JsonProgress& progress);

  // No comma and no bracket behind an item of a list.
  void report_item_end(const JsonProgress& progress);

  // No pair of a key and a value, the first of its mapping or a later one.
  void report_pair(const JsonProgress& progress, bool is_first);

  // Something stands at `begin`, behind the end.
  void report_more(std::size_t begin);

 private:
  // At a character that was not expected there; bytes that are no text are told as such.
  void report_character(std::size_t at, const Words& what);

  // The text ends within brackets.
  void report_never_closed(const JsonProgress& progress);

  bool report_bytes();
  bool report_quotes();

  std::string_view text_;
  SourceId source_;
  Diagnostics& diagnostics_;
};

}  // namespace assess::yaml
