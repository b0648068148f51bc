#include <assess/authoring/version.hpp>

#include <algorithm>
#include <vector>

namespace assess::authoring {
namespace {

std::vector<std::string> parts_of(std::string_view version) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (at <= version.size()) {
    const std::size_t end = std::min(version.find('.', at), version.size());
    parts.emplace_back(version.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

bool is_number(std::string_view part) {
  return !part.empty() &&
         std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Numbers of any length: without zeros in front the longer one is the greater one.
std::strong_ordering compare_parts(std::string_view a, std::string_view b) {
  if (!is_number(a) || !is_number(b)) return a.compare(b) <=> 0;
  a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
  b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a.compare(b) <=> 0;
}

std::string raised(const std::string& number) {
  std::string out = number;
  for (std::size_t i = out.size(); i-- > 0;) {
    if (out[i] != '9') {
      ++out[i];
      return out;
    }
    out[i] = '0';
  }
  return "1" + out;
}

}  // namespace

std::string_view step_name(Step step) {
  switch (step) {
    case Step::none:
      return "none";
    case Step::patch:
      return "patch";
    case Step::minor:
      return "minor";
    case Step::major:
      return "major";
  }
  return {};
}

std::strong_ordering compare_versions(std::string_view a, std::string_view b) {
  auto left = parts_of(a);
  auto right = parts_of(b);
  const std::size_t length = std::max(left.size(), right.size());
  left.resize(length, "0");
  right.resize(length, "0");
  for (std::size_t i = 0; i < length; ++i) {
    const auto order = compare_parts(left[i], right[i]);
    if (order != std::strong_ordering::equal) return order;
  }
  return std::strong_ordering::equal;
}

Step step_between(std::string_view before, std::string_view after) {
  if (compare_versions(before, after) >= 0) return Step::none;
  auto left = parts_of(before);
  auto right = parts_of(after);
  const std::size_t length = std::max({left.size(), right.size(), std::size_t{2}});
  left.resize(length, "0");
  right.resize(length, "0");
  if (compare_parts(left[0], right[0]) != 0) return Step::major;
  return compare_parts(left[1], right[1]) != 0 ? Step::minor : Step::patch;
}

std::string next_version(std::string_view version, Step step) {
  auto parts = parts_of(version);
  if (!std::all_of(parts.begin(), parts.end(), is_number)) return {};
  parts.resize(std::max<std::size_t>(parts.size(), 3), "0");
  switch (step) {
    case Step::none:
      break;
    case Step::patch:
      return parts[0] + "." + parts[1] + "." + raised(parts[2]);
    case Step::minor:
      return parts[0] + "." + raised(parts[1]) + ".0";
    case Step::major:
      return raised(parts[0]) + ".0.0";
  }
  return std::string(version);
}

}  // namespace assess::authoring
