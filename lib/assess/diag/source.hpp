// Sources and places in them. A place is bytes of one source; lines and columns are worked out only
// when it is shown.
#pragma once

#include <assess/base/id.hpp>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

using SourceId = Id<struct SourceTag>;

// Bytes [begin, end) of one source.
struct Span {
  SourceId source{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};

// A value and where it was written.
template <typename T>
struct Located {
  T value{};
  Span span{};
};

// A line and a column, both from 1 unless a source begins further down; columns count code points,
// a byte order mark not.
struct Position {
  int line = 1;
  int column = 1;
  friend auto operator<=>(const Position&, const Position&) = default;
};

// The texts that were read in one job, by id. Texts do not move: a view into one stays good as
// long as the map lives.
class SourceMap {
 public:
  // `first_line` is the number of the first line, for a text that is a part of its file: a record
  // of an NDJSON file is shown with the line in which it stands there.
  SourceId add(std::string path, std::string bytes, int first_line = 1);

  std::size_t size() const { return sources_.size(); }
  const std::string& path(SourceId id) const { return sources_[id.index].path; }
  const std::string& text(SourceId id) const { return sources_[id.index].text; }

  // The position of a byte; a byte inside a character counts as the next one.
  Position position(SourceId id, std::uint32_t offset) const;

  // The line (numbered as in `position`) without its line break and byte order mark, as a view into
  // the text.
  std::string_view line(SourceId id, int number) const;

 private:
  // How many characters stand before a byte.
  struct Mark {
    std::uint32_t offset = 0;
    std::size_t count = 0;
  };
  struct Source {
    std::string path;
    std::string text;
    int first_line = 1;
    // Worked out at the first question. Marks make a column in a line of megabytes cheap.
    mutable std::vector<std::uint32_t> line_starts;
    mutable std::vector<Mark> marks;
  };
  const std::vector<std::uint32_t>& line_starts(const Source& source) const;
  std::size_t count_before(const Source& source, std::uint32_t offset) const;

  std::deque<Source> sources_;
};

}  // namespace assess
