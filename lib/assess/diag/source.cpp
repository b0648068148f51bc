#include <assess/base/utf8.hpp>
#include <assess/diag/source.hpp>

#include <algorithm>

namespace assess {

SourceId SourceMap::add(std::string path, std::string bytes) {
  sources_.push_back({std::move(path), std::move(bytes), {}, 0, {}});
  return SourceId{static_cast<std::uint32_t>(sources_.size() - 1)};
}

const std::vector<std::uint32_t>& SourceMap::line_starts(const Source& source) const {
  if (source.line_starts.empty()) {
    source.line_starts.push_back(0);
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

Position SourceMap::position(SourceId id, std::uint32_t offset) const {
  const Source& source = sources_[id.index];
  offset = std::min(offset, static_cast<std::uint32_t>(source.text.size()));
  const auto& starts = line_starts(source);
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  Position position{static_cast<int>(after - starts.begin()), 1};
  std::uint32_t from = *std::prev(after);
  if (source.last_position.line == position.line && source.last_offset <= offset &&
      source.last_offset >= from) {
    from = source.last_offset;
    position = source.last_position;
  }
  const std::string_view text = source.text;
  position.column += static_cast<int>(count_code_points(text.substr(from, offset - from)));
  source.last_offset = offset;
  source.last_position = position;
  return position;
}

std::string_view SourceMap::line(SourceId id, int number) const {
  const Source& source = sources_[id.index];
  const auto& starts = line_starts(source);
  const auto index = static_cast<std::size_t>(number - 1);
  if (number < 1 || index >= starts.size()) return {};
  const std::size_t end = index + 1 < starts.size() ? starts[index + 1] : source.text.size();
  std::string_view line = std::string_view(source.text).substr(starts[index], end - starts[index]);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

}  // namespace assess
