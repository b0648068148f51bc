#include <assess/report/chapter.hpp>

#include <fmt/format.h>

namespace assess::report {
namespace {

// The number after `last` among the headings of one depth: "3" after "2", "2.1" after "2".
struct Counter {
  int chapters = 0;
  int appendices = 0;
  int sections = 0;
  std::string chapter;  // number of the last one
};

bool is_appendix(const Heading& heading) {
  return !heading.number.empty() && heading.number.front() >= 'A' && heading.number.front() <= 'Z';
}

Counter count_headings(const Document& document) {
  Counter counter;
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading == nullptr) continue;
    if (heading->depth > 1) {
      ++counter.sections;
      continue;
    }
    ++(is_appendix(*heading) ? counter.appendices : counter.chapters);
    counter.sections = 0;
    counter.chapter = heading->number;
  }
  return counter;
}

}  // namespace

void Chapter::add_heading(int depth, std::string text) {
  const Counter counter = count_headings(document_);
  std::string number = depth == 1 ? std::to_string(counter.chapters + 1)
                                  : fmt::format("{}.{}", counter.chapter, counter.sections + 1);
  add(Heading{depth, std::move(number), std::move(text)});
}

void Chapter::add_appendix(std::string text) {
  const Counter counter = count_headings(document_);
  add(Heading{1, std::string(1, static_cast<char>('A' + counter.appendices)), std::move(text)});
}

std::string Chapter::area_name(AreaId area) const {
  const Area& node = bank_.area(area);
  if (node.section) return fmt::format("{} {}", node.section->value, read(node.title));
  const std::string number = node.is_leaf() ? bank_.area_number(area) : std::string();
  return number.empty() ? read(node.title) : number + " " + read(node.title);
}

std::string Chapter::leaf_word() const {
  std::optional<std::size_t> depth;
  bool is_common = true;
  for (const Area& area : bank_.areas) {
    if (!area.is_leaf()) continue;
    is_common = is_common && depth.value_or(area.depth) == area.depth;
    depth = area.depth;
  }
  const bool has_name = is_common && depth && *depth < bank_.tiers.size();
  return has_name ? read(bank_.tiers[*depth].title) : say({"能力项", "Area"});
}

std::string Chapter::threshold_label(const LevelScore& level) const {
  return say({"达标线 ", "threshold "}) + shown_threshold(level.threshold);
}

std::string Chapter::why_unscored(const LevelScore& level) const {
  if (level.tally.questions == 0) {
    return say({"该等级没有需要本企业作答的题目，因此无法达到。",
                "This level asks the enterprise nothing, and so cannot be attained."});
  }
  if (level.tally.questions == level.tally.not_applicable) {
    return say({"该等级的题目全部答为“不涉及”，没有得分，因此无法达到。",
                "Every question of this level is answered as not applicable: it has no score, and "
                "so cannot be attained."});
  }
  return say({"该等级有题目的能力项权重均为 0，没有得分，因此无法达到。",
              "All that this level asks weighs 0: it has no score, and so cannot be attained."});
}

bool Chapter::repeats_its_parent(const Area& area) const {
  if (!area.parent) return false;
  const Area& above = bank_.area(*area.parent);
  return above.children.size() == 1 && above.title == area.title;
}

}  // namespace assess::report
