#include "diff.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <vector>

namespace assess::test {
namespace {

constexpr std::size_t context_lines = 3;
constexpr std::size_t largest_table = 4'000'000;  // cells of the comparison, about 1 s of patience

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string visible(std::string_view line) {
  const bool is_ended = line.ends_with('\n');
  if (is_ended) line.remove_suffix(1);
  std::string out;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) {
      out += c;
      continue;
    }
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\x%02X", byte);
    out += escape;
  }
  if (line.ends_with(' ')) out += "\\";  // shows blanks at the end
  return out + (is_ended ? "\n" : " (no line break at the end)\n");
}

struct Step {
  char sign = ' ';
  std::string_view line;
};

// The shortest way from one to the other, by the longest common subsequence.
std::vector<Step> steps_between(const std::vector<std::string_view>& a,
                                const std::vector<std::string_view>& b) {
  std::vector<Step> steps;
  if ((a.size() + 1) * (b.size() + 1) > largest_table) {
    for (const auto line : a) steps.push_back({'-', line});
    for (const auto line : b) steps.push_back({'+', line});
    return steps;
  }
  const std::size_t width = b.size() + 1;
  std::vector<unsigned> common((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i * width + j] =
          a[i] == b[j] ? common[(i + 1) * width + j + 1] + 1
                       : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      steps.push_back({' ', a[i]});
      ++i;
      ++j;
    } else if (j == b.size() ||
               (i < a.size() && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      steps.push_back({'-', a[i++]});
    } else {
      steps.push_back({'+', b[j++]});
    }
  }
  return steps;
}

}  // namespace

std::string diff(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  const auto steps = steps_between(lines_of(expected), lines_of(actual));
  std::string out;
  bool is_gap = false;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::size_t from = i < context_lines ? 0 : i - context_lines;
    const std::size_t to = std::min(steps.size(), i + context_lines + 1);
    const bool is_near = std::any_of(steps.begin() + static_cast<std::ptrdiff_t>(from),
                                     steps.begin() + static_cast<std::ptrdiff_t>(to),
                                     [](const Step& step) { return step.sign != ' '; });
    if (is_near) {
      out += steps[i].sign;
      out += visible(steps[i].line);
    } else if (!is_gap) {
      out += "  ...\n";
    }
    is_gap = !is_near;
  }
  return out;
}

}  // namespace assess::test
