#include "pages.hpp"

#include "run.hpp"
#include "working_folder.hpp"

#include <algorithm>

namespace assess::test {
namespace {

constexpr std::string_view fence = "```";
constexpr std::string_view heading = "## ";
constexpr std::string_view prompt = "$ ";

// Reads a document line by line; offsets are kept so that blocks can be replaced.
class PageReader {
 public:
  explicit PageReader(std::string_view document) : document_(document), pages_(1) {}

  std::vector<Page> read() {
    while (at_ < document_.size()) {
      const std::string_view line = take_line();
      if (line.starts_with(fence)) {
        end_paragraph();
        take_block(line.substr(fence.size()));
      } else if (line.starts_with(heading)) {
        end_paragraph();
        pages_.push_back({.id = std::string(line.substr(heading.size()))});
      } else if (line.empty() || line.starts_with("# ")) {
        end_paragraph();
      } else {
        paragraph_.append(line).append("\n");
      }
    }
    end_paragraph();
    return std::move(pages_);
  }

 private:
  std::string_view take_line() {
    const std::size_t end = std::min(document_.find('\n', at_), document_.size());
    const std::string_view line = document_.substr(at_, end - at_);
    at_ = std::min(end + 1, document_.size());
    return line;
  }

  void take_block(std::string_view info) {
    PageBlock block;
    const std::size_t blank = std::min(info.find(' '), info.size());
    block.kind = info.substr(0, blank);
    block.name = info.substr(std::min(blank + 1, info.size()));
    block.begin = at_;
    while (at_ < document_.size()) {
      const std::string_view line = take_line();
      if (line == fence) break;
      block.text.append(line).append("\n");
    }
    pages_.back().blocks.push_back(std::move(block));
  }

  void end_paragraph() {
    if (!paragraph_.empty()) pages_.back().paragraphs.push_back(std::move(paragraph_));
    paragraph_.clear();
  }

  std::string_view document_;
  std::size_t at_ = 0;
  std::vector<Page> pages_;
  std::string paragraph_;
};

void write_files(const Page& page, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const PageBlock& block = page.blocks[i];
    if (block.name.empty()) continue;
    if (block.kind == "link") {
      const std::filesystem::path path(block.name);
      std::filesystem::create_directories(path.parent_path());
      std::filesystem::create_symlink(block.text.substr(0, block.text.find('\n')), path);
      continue;
    }
    write_bytes(block.name, block.kind == "bytes" ? unescape(block.text) : block.text);
  }
}

std::string with_line_break(std::string text) {
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  return text;
}

}  // namespace

std::vector<Page> read_pages(std::string_view document) {
  return PageReader(document).read();
}

std::string run_console(const std::vector<Page>& pages, std::size_t page, std::size_t block) {
  const WorkingFolder folder;
  write_files(pages.front(), pages.front().blocks.size());
  if (page > 0) write_files(pages[page], block);
  std::string out;
  std::string_view text = pages[page].blocks[block].text;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.starts_with(prompt)) continue;
    const Outcome outcome = run(line.substr(prompt.size()));
    out.append(line).append("\n");
    out += with_line_break(outcome.out) + with_line_break(outcome.err);
    if (outcome.exit != 0) out += "[exit " + std::to_string(outcome.exit) + "]\n";
  }
  return out;
}

std::string with_true_consoles(std::string_view document) {
  const std::vector<Page> pages = read_pages(document);
  std::string out;
  std::size_t copied = 0;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t b = 0; b < pages[p].blocks.size(); ++b) {
      const PageBlock& block = pages[p].blocks[b];
      if (block.kind != "console") continue;
      out.append(document.substr(copied, block.begin - copied));
      out += run_console(pages, p, b);
      copied = block.begin + block.text.size();
    }
  }
  return out.append(document.substr(copied));
}

}  // namespace assess::test
