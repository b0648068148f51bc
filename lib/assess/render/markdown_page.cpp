#include <assess/render/markdown_page.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace assess::render {

void MarkdownPage::add(std::string_view part) {
  if (left_out_ > 0 || out_.size() + part.size() > limit_) {
    const auto lines = std::count(part.begin(), part.end(), '\n');
    left_out_ += std::max(std::size_t{1}, static_cast<std::size_t>(lines));
  } else {
    out_ += part;
  }
}

std::string MarkdownPage::take(Language language) {
  if (left_out_ > 0) {
    out_ +=
        language == Language::zh
            ? fmt::format("\n页面过长，另有 {} 行未列出。\n", left_out_)
            : fmt::format("\nThe page would be too long: {} more lines are left out.\n", left_out_);
  }
  left_out_ = 0;
  return std::exchange(out_, {});
}

}  // namespace assess::render
