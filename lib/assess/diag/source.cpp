#include <assess/base/utf8.hpp>
#include <assess/diag/source.hpp>

#include <algorithm>

namespace assess {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::uint32_t step = 1024;  // bytes between two marks

// `offset`, or the end of the character that it lies in.
std::uint32_t character_boundary(std::string_view text, std::uint32_t offset) {
  std::size_t start = offset;
  const auto is_continuation = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (start > 0 && start < text.size() && offset - start < 3 && is_continuation(start)) --start;
  if (start == offset) return offset;
  next_code_point(text, start);
  return std::max(offset, static_cast<std::uint32_t>(start));
}

}  // namespace

SourceId SourceMap::add(std::string path, std::string bytes, int first_line) {
  sources_.push_back({std::move(path), std::move(bytes), first_line, {}, {}});
  return SourceId{static_cast<std::uint32_t>(sources_.size() - 1)};
}

const std::vector<std::uint32_t>& SourceMap::line_starts(const Source& source) const {
  if (source.line_starts.empty()) {
    const bool has_mark = std::string_view(source.text).starts_with(byte_order_mark);
    source.line_starts.push_back(has_mark ? static_cast<std::uint32_t>(byte_order_mark.size())
                                          : 0U);
    for (std::size_t at = 0; at < source.text.size(); ++at) {
      const char c = source.text[at];
      const bool lone_return =
          c == '\r' && (at + 1 == source.text.size() || source.text[at + 1] != '\n');
      if (c == '\n' || lone_return) {
        source.line_starts.push_back(static_cast<std::uint32_t>(at + 1));
      }
    }
  }
  return source.line_starts;
}

std::size_t SourceMap::count_before(const Source& source, std::uint32_t offset) const {
  const std::string_view text = source.text;
  if (source.marks.empty()) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
      if (at >= source.marks.size() * step) {
        source.marks.push_back({static_cast<std::uint32_t>(at), count});
      }
      next_code_point(text, at);
    }
    if (source.marks.empty()) source.marks.push_back({});
  }
  auto mark =
      source.marks.begin() + std::min<std::ptrdiff_t>(offset / step, std::ssize(source.marks) - 1);
  if (mark->offset > offset) --mark;
  return mark->count + count_code_points(text.substr(mark->offset, offset - mark->offset));
}

Position SourceMap::position(SourceId id, std::uint32_t offset) const {
  const Source& source = sources_[id.index];
  const std::string_view text = source.text;
  const auto& starts = line_starts(source);
  offset = std::clamp(offset, starts.front(), static_cast<std::uint32_t>(text.size()));
  offset = character_boundary(text, offset);
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  const std::uint32_t from = *std::prev(after);
  const std::size_t before = offset - from < step
                                 ? count_code_points(text.substr(from, offset - from))
                                 : count_before(source, offset) - count_before(source, from);
  const auto index = static_cast<int>(after - starts.begin()) - 1;
  return {source.first_line + index, static_cast<int>(before) + 1};
}

std::string_view SourceMap::line(SourceId id, int number) const {
  const Source& source = sources_[id.index];
  const auto& starts = line_starts(source);
  if (number < source.first_line) return {};
  const auto index = static_cast<std::size_t>(number - source.first_line);
  if (index >= starts.size()) return {};
  const std::size_t end = index + 1 < starts.size() ? starts[index + 1] : source.text.size();
  std::string_view line = std::string_view(source.text).substr(starts[index], end - starts[index]);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

}  // namespace assess
