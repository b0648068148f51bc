#include "rule_pages.hpp"

#include <algorithm>
#include <vector>

namespace assess::cmd {
namespace {

constexpr std::string_view heading = "## ";
constexpr std::string_view chinese = "中文：";
constexpr std::string_view fence = "```";

// The lines of one section, its heading left out.
std::string_view find_section(std::string_view pages, std::string_view rule) {
  std::size_t at = 0;
  while (at < pages.size()) {
    const std::size_t end = std::min(pages.find('\n', at), pages.size());
    const std::string_view line = pages.substr(at, end - at);
    if (line.starts_with(heading) && line.substr(heading.size()) == rule) {
      const std::size_t next = std::min(pages.find("\n## ", end), pages.size());
      std::string_view section = pages.substr(end, next - end);
      while (section.ends_with('\n')) section.remove_suffix(1);
      return section;
    }
    at = end + 1;
  }
  return {};
}

// Paragraphs and fenced blocks, one after another.
std::vector<std::string_view> blocks_of(std::string_view section) {
  std::vector<std::string_view> blocks;
  std::size_t at = 0;
  while (at < section.size()) {
    at = section.find_first_not_of('\n', at);
    if (at == std::string_view::npos) break;
    std::size_t end = section.find("\n\n", at);
    if (section.substr(at).starts_with(fence)) {
      const std::size_t close = section.find("\n```", at);
      end = close == std::string_view::npos ? close : close + 4;
    }
    end = std::min(end, section.size());
    blocks.push_back(section.substr(at, end - at));
    at = end;
  }
  return blocks;
}

bool is_in(std::string_view block, Language language) {
  if (block.starts_with("```console")) {
    const bool is_chinese = block.find("--lang zh") != std::string_view::npos;
    return is_chinese == (language == Language::zh);
  }
  if (block.starts_with(fence)) return true;
  return block.starts_with(chinese) == (language == Language::zh);
}

// A fenced block without its fences, indented; a file gets its name above it.
std::string shown_block(std::string_view block) {
  std::string out;
  std::size_t at = block.find('\n');
  const std::string_view info = block.substr(fence.size(), at - fence.size());
  if (const auto blank = info.find(' '); blank != std::string_view::npos) {
    out += "    # " + std::string(info.substr(blank + 1)) + "\n";
  }
  while (at < block.size()) {
    const std::size_t end = std::min(block.find('\n', at + 1), block.size());
    const std::string_view line = block.substr(at + 1, end - at - 1);
    if (line.starts_with(fence)) break;
    out += line.empty() ? "\n" : "    " + std::string(line) + "\n";
    at = end;
  }
  return out;
}

using ShowBlock = std::string (*)(std::string_view);

std::string shown_page(std::string_view pages, std::string_view rule, Language language,
                       ShowBlock shown) {
  std::string out;
  for (const std::string_view block : blocks_of(find_section(pages, rule))) {
    if (!is_in(block, language)) continue;
    if (!out.empty()) out += "\n";
    if (block.starts_with(fence)) {
      out += shown(block);
    } else {
      std::string_view text = block;
      if (text.starts_with(chinese)) text.remove_prefix(chinese.size());
      out.append(text).append("\n");
    }
  }
  return out;
}

}  // namespace

std::string rule_page(std::string_view pages, std::string_view rule, Language language) {
  return shown_page(pages, rule, language, shown_block);
}

std::string rule_markdown(std::string_view pages, std::string_view rule, Language language) {
  return shown_page(pages, rule, language,
                    [](std::string_view block) { return std::string(block) + "\n"; });
}

render::RulePage page_of(const RuleInfo& rule, Language language) {
  return {&rule, rule_page(rule_pages, rule.id, language),
          rule_markdown(rule_pages, rule.id, language)};
}

}  // namespace assess::cmd
