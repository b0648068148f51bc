#include <assess/form/unified_diff.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace assess::form {
namespace {

constexpr std::size_t context = 3;

// Two parts with so many pairs of lines are compared line by line; larger ones without a line in
// common that occurs once are replaced as a whole.
constexpr std::size_t max_pairs = 1'000'000;

using Lines = std::vector<std::string_view>;  // with their line breaks

Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// Lines [begin, end) of both texts.
struct Range {
  std::size_t old_begin = 0;
  std::size_t old_end = 0;
  std::size_t new_begin = 0;
  std::size_t new_end = 0;

  std::size_t old_size() const { return old_end - old_begin; }
  std::size_t new_size() const { return new_end - new_begin; }
};

// Finds what differs: first the lines that occur once in both and in the same order (those hold
// the rest in place, whatever was moved), then line by line between them.
class Comparison {
 public:
  Comparison(const Lines& before, const Lines& after) : old_(before), new_(after) {}

  // Ranges without a line in common, in order; either side may be empty.
  std::vector<Range> changes() {
    compare({0, old_.size(), 0, new_.size()});
    return std::move(changes_);
  }

 private:
  struct Pair {
    std::size_t before = 0;
    std::size_t after = 0;
  };

  void compare(Range range) {
    while (range.old_size() > 0 && range.new_size() > 0 &&
           old_[range.old_begin] == new_[range.new_begin]) {
      ++range.old_begin;
      ++range.new_begin;
    }
    while (range.old_size() > 0 && range.new_size() > 0 &&
           old_[range.old_end - 1] == new_[range.new_end - 1]) {
      --range.old_end;
      --range.new_end;
    }
    if (range.old_size() == 0 || range.new_size() == 0) return add(range);
    const auto anchors = rising(unique_pairs(range));
    if (!anchors.empty()) {
      compare_between(range, anchors);
    } else if (range.old_size() <= max_pairs / range.new_size()) {
      compare_lines(range);
    } else {
      add(range);
    }
  }

  void add(const Range& range) {
    if (range.old_size() == 0 && range.new_size() == 0) return;
    if (!changes_.empty() && changes_.back().old_end == range.old_begin &&
        changes_.back().new_end == range.new_begin) {
      changes_.back().old_end = range.old_end;
      changes_.back().new_end = range.new_end;
    } else {
      changes_.push_back(range);
    }
  }

  void compare_between(Range range, const std::vector<Pair>& anchors) {
    for (const Pair& anchor : anchors) {
      // The lines before an anchor may have been matched to it from the other side already.
      compare({range.old_begin, anchor.before, range.new_begin, anchor.after});
      range.old_begin = anchor.before + 1;
      range.new_begin = anchor.after + 1;
    }
    compare(range);
  }

  // Lines that occur once on both sides, by their place in the old text.
  std::vector<Pair> unique_pairs(const Range& range) const {
    struct Seen {
      std::size_t in_old = 0;
      std::size_t in_new = 0;
      std::size_t place = 0;
    };
    std::unordered_map<std::string_view, Seen> seen;
    for (std::size_t i = range.old_begin; i < range.old_end; ++i) ++seen[old_[i]].in_old;
    for (std::size_t i = range.new_begin; i < range.new_end; ++i) {
      const auto found = seen.find(new_[i]);
      if (found == seen.end()) continue;
      ++found->second.in_new;
      found->second.place = i;
    }
    std::vector<Pair> pairs;
    for (std::size_t i = range.old_begin; i < range.old_end; ++i) {
      const Seen& line = seen.find(old_[i])->second;
      if (line.in_old == 1 && line.in_new == 1) pairs.push_back({i, line.place});
    }
    return pairs;
  }

  // The longest run of pairs whose places rise in the new text too.
  static std::vector<Pair> rising(const std::vector<Pair>& pairs) {
    std::vector<std::size_t> ends;  // by length less one, the pair with the lowest place
    std::vector<std::size_t> previous(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto place = std::lower_bound(
          ends.begin(), ends.end(), i,
          [&](std::size_t a, std::size_t b) { return pairs[a].after < pairs[b].after; });
      previous[i] = place == ends.begin() ? i : *(place - 1);
      if (place == ends.end()) {
        ends.push_back(i);
      } else {
        *place = i;
      }
    }
    std::vector<Pair> run(ends.size());
    std::size_t at = ends.empty() ? 0 : ends.back();
    for (std::size_t i = run.size(); i-- > 0; at = previous[at]) run[i] = pairs[at];
    return run;
  }

  // The longest common run of lines, by the table of its lengths.
  void compare_lines(const Range& range) {
    const std::size_t width = range.new_size() + 1;
    std::vector<std::uint32_t> length((range.old_size() + 1) * width);
    for (std::size_t i = range.old_size(); i-- > 0;) {
      for (std::size_t j = range.new_size(); j-- > 0;) {
        const bool is_equal = old_[range.old_begin + i] == new_[range.new_begin + j];
        length[i * width + j] =
            is_equal ? length[(i + 1) * width + j + 1] + 1
                     : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
      }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < range.old_size() || j < range.new_size()) {
      const std::size_t old_at = range.old_begin + i;
      const std::size_t new_at = range.new_begin + j;
      const bool has_both = i < range.old_size() && j < range.new_size();
      if (has_both && old_[old_at] == new_[new_at]) {
        ++i;
        ++j;
      } else if (j == range.new_size() ||
                 (has_both && length[(i + 1) * width + j] >= length[i * width + j + 1])) {
        add({old_at, old_at + 1, new_at, new_at});
        ++i;
      } else {
        add({old_at, old_at, new_at, new_at + 1});
        ++j;
      }
    }
  }

  const Lines& old_;
  const Lines& new_;
  std::vector<Range> changes_;
};

void put_line(char sign, std::string_view line, std::string& out) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

// `12,7`; a range without lines is named by the line before it.
std::string place_of(std::size_t begin, std::size_t size) {
  return fmt::format("{},{}", size == 0 ? begin : begin + 1, size);
}

// Some changes that are so near to each other that they share their surroundings.
void put_hunk(const Lines& before, const Lines& after, const Range* first, const Range* last,
              std::string& out) {
  const std::size_t lead = std::min(first->old_begin, context);
  const std::size_t trail = std::min(before.size() - last->old_end, context);
  const std::size_t old_begin = first->old_begin - lead;
  const std::size_t new_begin = first->new_begin - lead;
  out += fmt::format("@@ -{} +{} @@\n", place_of(old_begin, last->old_end + trail - old_begin),
                     place_of(new_begin, last->new_end + trail - new_begin));
  std::size_t at = old_begin;
  for (const Range* change = first; change <= last; ++change) {
    for (; at < change->old_begin; ++at) put_line(' ', before[at], out);
    for (; at < change->old_end; ++at) put_line('-', before[at], out);
    for (std::size_t i = change->new_begin; i < change->new_end; ++i) put_line('+', after[i], out);
  }
  for (; at < last->old_end + trail; ++at) put_line(' ', before[at], out);
}

// As git writes names: in quotes with C escapes where they hold a quote, a backslash or a control
// character; with a tab behind them where they hold a blank.
std::string name_line(std::string_view sign, std::string_view side, std::string_view path) {
  std::string name(side);
  bool is_quoted = false;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      name += '\\';
      name += c;
      is_quoted = true;
    } else if (byte < 0x20 || byte == 0x7F) {
      name += fmt::format("\\{:03o}", byte);
      is_quoted = true;
    } else {
      name += c;
    }
  }
  if (is_quoted) {
    name.insert(0, 1, '"');
    name += '"';
  } else if (name.find(' ') != std::string::npos) {
    name += '\t';
  }
  return fmt::format("{} {}\n", sign, name);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  const Lines old_lines = split(before);
  const Lines new_lines = split(after);
  const std::vector<Range> changes = Comparison(old_lines, new_lines).changes();
  if (changes.empty()) return {};
  while (path.starts_with("./")) path.remove_prefix(2);
  while (path.starts_with('/')) path.remove_prefix(1);
  std::string out = name_line("---", "a/", path) + name_line("+++", "b/", path);
  for (std::size_t i = 0; i < changes.size();) {
    std::size_t last = i;
    while (last + 1 < changes.size() &&
           changes[last + 1].old_begin - changes[last].old_end <= 2 * context) {
      ++last;
    }
    put_hunk(old_lines, new_lines, &changes[i], &changes[last], out);
    i = last + 1;
  }
  return out;
}

}  // namespace assess::form
