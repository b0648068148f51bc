#include <assess/diag/text_places.hpp>

namespace assess {
namespace {

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Offset of the first byte behind what opens a value: a quote, or the first line of a block.
std::size_t start_of_content(std::string_view raw) {
  if (raw.empty()) return 0;
  if (raw.front() == '"' || raw.front() == '\'') return 1;
  if (raw.front() == '|' || raw.front() == '>') {
    const auto end = raw.find('\n');
    return end == std::string_view::npos ? raw.size() : end;
  }
  return 0;
}

}  // namespace

TextPlaces::TextPlaces(const Located<std::string>& text, const SourceMap& sources)
    : whole_(text.span) {
  const std::string_view source = sources.text(whole_.source);
  const std::string_view raw = source.substr(whole_.begin, whole_.end - whole_.begin);
  const std::string_view value = text.value;
  const std::size_t start = start_of_content(raw);
  if (raw.substr(start, value.size()) == value) {
    shift_ = static_cast<std::uint32_t>(start);
  } else if (!align(raw, value)) {
    offsets_.clear();
  }
}

// Lines are folded and indented with blanks only, so what is not blank is the same on both sides,
// unless there are escapes.
bool TextPlaces::align(std::string_view raw, std::string_view value) {
  offsets_.assign(value.size(), unknown);
  std::size_t at = start_of_content(raw);
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (is_blank_byte(value[i])) continue;
    while (at < raw.size() && is_blank_byte(raw[at])) ++at;
    if (at == raw.size() || raw[at] != value[i]) return false;
    offsets_[i] = static_cast<std::uint32_t>(at++);
  }
  return true;
}

Span TextPlaces::place(std::size_t offset, std::size_t length) const {
  if (shift_ != unknown) {
    const std::uint32_t begin = whole_.begin + shift_ + static_cast<std::uint32_t>(offset);
    return {whole_.source, begin, begin + static_cast<std::uint32_t>(length)};
  }
  const std::size_t last = offset + length - 1;
  if (length == 0 || last >= offsets_.size()) return whole_;
  if (offsets_[offset] == unknown || offsets_[last] == unknown) return whole_;
  return {whole_.source, whole_.begin + offsets_[offset], whole_.begin + offsets_[last] + 1};
}

}  // namespace assess
