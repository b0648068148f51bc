// The reader over simdjson: the only file that includes it. Its on-demand front end walks the text
// and tells where each value begins; the text itself is taken from the source.
#include <assess/diag/rules.hpp>
#include <assess/yaml/json.hpp>
#include <assess/yaml/json_faults.hpp>
#include <assess/yaml/json_scalar.hpp>
#include <assess/yaml/limits.hpp>
#include <assess/yaml/prescan.hpp>
#include <assess/yaml/tree_builder.hpp>

#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

namespace assess::yaml {

namespace ondemand = simdjson::ondemand;

struct JsonReader::Scratch {
  ondemand::parser parser;
  std::size_t room = 0;
  std::unique_ptr<char[]> bytes;

  // simdjson reads beyond the end, so it is given a copy with zeros behind it: what is left there
  // of a text before must not close a bracket of this one.
  simdjson::padded_string_view padded(std::string_view text) {
    if (!bytes || room < text.size()) {
      constexpr std::size_t least = 16 * 1024;
      room = std::bit_ceil(std::max(least, text.size()));
      bytes = std::make_unique_for_overwrite<char[]>(room + simdjson::SIMDJSON_PADDING);
      // By powers of two as well: simdjson itself would allocate anew for each text that is longer
      // than all before it.
      if (parser.allocate(room) != simdjson::SUCCESS) throw std::bad_alloc();
    }
    std::copy(text.begin(), text.end(), bytes.get());
    std::fill_n(bytes.get() + text.size(), simdjson::SIMDJSON_PADDING, '\0');
    return simdjson::padded_string_view(bytes.get(), text.size(),
                                        room + simdjson::SIMDJSON_PADDING);
  }
};

namespace {

// Every function that reads says false after a fault that it has reported; all is over then.
class JsonWalk {
 public:
  // `copy` is where the text without its byte order mark was copied to.
  JsonWalk(std::string_view text, const char* copy, SourceId source, Diagnostics& diagnostics)
      : text_(text),
        copy_(copy),
        bom_(bom_length(text)),
        source_(source),
        diagnostics_(diagnostics),
        faults_(text, source, diagnostics),
        builder_(source, text, std::min(text.size() / 10 + 16, max_values)) {}

  bool read(ondemand::document& document) {
    ondemand::value root;
    // simdjson has no value for a scalar at the top.
    const bool is_scalar = document.get_value().get(root) != simdjson::SUCCESS;
    const bool is_read = is_scalar ? read_scalar(skip_json_blanks(text_, bom_)) : read_value(root);
    if (!is_read) return false;
    const std::size_t rest = skip_json_blanks(text_, builder_.last_end());
    if (rest < text_.size()) {
      faults_.report_more(rest);
      return false;
    }
    if (builder_.is_empty()) faults_.report_text();
    return !builder_.is_empty();
  }

  Tree take() { return builder_.take(); }

 private:
  std::size_t offset(const char* in_copy) const {
    return static_cast<std::size_t>(in_copy - copy_) + bom_;
  }
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  JsonProgress progress() const {
    return {.end = builder_.last_end(), .open = builder_.depth() > 0 ? builder_.open_begin() : 0};
  }

  template <typename... Args>
  bool refuse(const Rule<Args...>& rule, std::size_t begin,
              const std::type_identity_t<Args>&... args) {
    const auto place = static_cast<std::uint32_t>(begin);
    diagnostics_.report(rule, Span{source_, place, place + 1}, args...);
    return false;
  }

  bool add(Kind kind, bool is_quoted, std::size_t begin, std::size_t end, std::string_view text) {
    if (builder_.is_full()) return refuse(rules::too_many_values, begin, max_values);
    builder_.add({.kind = kind,
                  .is_quoted = is_quoted,
                  .begin = static_cast<std::uint32_t>(begin),
                  .end = static_cast<std::uint32_t>(end),
                  .text = text});
    return true;
  }

  bool open(Kind kind, std::size_t begin) {
    if (builder_.is_too_deep()) return refuse(rules::too_deep, begin, max_depth);
    if (builder_.is_full()) return refuse(rules::too_many_values, begin, max_values);
    builder_.open(kind, static_cast<std::uint32_t>(begin), true);
    return true;
  }

  // The bracket is the first thing behind the last value: simdjson has seen it there.
  void close() {
    const std::size_t bracket = skip_json_blanks(text_, builder_.last_end());
    builder_.close_at(static_cast<std::uint32_t>(bracket + 1));
  }

  bool read_value(ondemand::value value) {
    const std::size_t begin = offset(value.raw_json_token().data());
    switch (at(begin)) {
      case '{': {
        ondemand::object object;
        return open(Kind::mapping, begin) && !value.get_object().get(object) &&
               read_mapping(object);
      }
      case '[': {
        ondemand::array array;
        return open(Kind::sequence, begin) && !value.get_array().get(array) && read_list(array);
      }
      case '"': {
        // A text that is not taken may be skipped together with a colon behind it.
        ondemand::raw_json_string taken;
        return !value.get_raw_json_string().get(taken) && read_text(begin);
      }
      default:
        return read_word(begin);
    }
  }

  bool read_list(ondemand::array& list) {
    for (auto item : list) {
      ondemand::value value;
      if (item.get(value) != simdjson::SUCCESS) {
        faults_.report_item_end(progress());
        return false;
      }
      if (!read_value(value)) return false;
    }
    close();
    return true;
  }

  bool read_mapping(ondemand::object& mapping) {
    bool is_first = true;
    for (auto pair : mapping) {
      ondemand::field field;
      if (std::move(pair).get(field) != simdjson::SUCCESS) {
        faults_.report_pair(progress(), is_first);
        return false;
      }
      const std::size_t key = offset(field.key().raw()) - 1;
      if (!read_text(key) || !read_value(field.value())) return false;
      is_first = false;
    }
    builder_.report_equal_keys(diagnostics_);
    close();
    return true;
  }

  bool read_scalar(std::size_t begin) {
    return at(begin) == '"' ? read_text(begin) : read_word(begin);
  }

  bool read_text(std::size_t begin) {
    const auto [end, has_escapes] = scan_json_text(text_, begin);
    const std::string_view written = text_.substr(begin + 1, end - begin - 2);
    if (!has_escapes) return add(Kind::scalar, true, begin, end, written);
    auto text = unescape_json(written);
    if (const auto* fault = std::get_if<EscapeFault>(&text)) {
      faults_.report(begin + 1 + fault->begin, begin + 1 + fault->end, fault->what);
      return false;
    }
    return add(Kind::scalar, true, begin, end,
               builder_.keep(std::get<std::string>(std::move(text))));
  }

  bool read_word(std::size_t begin) {
    const std::size_t end = end_of_json_word(text_, begin);
    const std::string_view word = text_.substr(begin, end - begin);
    if (word == "null") return add(Kind::null, false, begin, end, {});
    if (word == "true" || word == "false" || is_json_number(word)) {
      return add(Kind::scalar, false, begin, end, word);
    }
    faults_.report_value(begin, progress());
    return false;
  }

  std::string_view text_;
  const char* copy_;
  std::size_t bom_;
  SourceId source_;
  Diagnostics& diagnostics_;
  JsonFaults faults_;
  TreeBuilder builder_;
};

}  // namespace

JsonReader::JsonReader() : scratch_(std::make_unique<Scratch>()) {}
JsonReader::~JsonReader() = default;
JsonReader::JsonReader(JsonReader&&) noexcept = default;
JsonReader& JsonReader::operator=(JsonReader&&) noexcept = default;

std::optional<Tree> JsonReader::parse(const SourceMap& sources, SourceId id,
                                      Diagnostics& diagnostics) {
  const std::string_view text = sources.text(id);
  const auto copy = scratch_->padded(text.substr(bom_length(text)));
  ondemand::document document;
  if (scratch_->parser.iterate(copy).get(document) != simdjson::SUCCESS) {
    JsonFaults(text, id, diagnostics).report_text();
    return std::nullopt;
  }
  JsonWalk walk(text, copy.data(), id, diagnostics);
  if (!walk.read(document)) return std::nullopt;
  return walk.take();
}

}  // namespace assess::yaml
