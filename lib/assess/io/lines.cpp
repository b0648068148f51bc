#include <assess/io/lines.hpp>

#include <utility>

namespace assess {

Lines::Lines(std::unique_ptr<Feed> feed, std::size_t longest, std::string begun)
    : feed_(std::move(feed)), longest_(longest), buffer_(std::move(begun)) {}

// False at the end of the feed.
bool Lines::fill() {
  constexpr std::size_t piece = std::size_t{256} * 1024;
  if (is_at_end_) return false;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + piece);
  const std::size_t got = feed_->read(buffer_.data() + before, piece);
  buffer_.resize(before + got);
  is_at_end_ = got == 0;
  return got > 0;
}

std::optional<Line> Lines::next() {
  Line line;
  std::size_t searched = at_;
  std::size_t dropped = 0;  // of a line that is too long
  std::size_t end = buffer_.find('\n', searched);
  while (end == std::string::npos) {
    searched = buffer_.size();
    if (searched - at_ > longest_) {
      dropped += searched - at_;
      at_ = searched;
    }
    buffer_.erase(0, std::exchange(at_, 0));
    searched = buffer_.size();
    if (!fill()) break;
    end = buffer_.find('\n', searched);
  }
  line.is_ended = end != std::string::npos;
  if (!line.is_ended) end = buffer_.size();
  const std::size_t length = dropped + end - at_;
  if (length == 0 && !line.is_ended) return std::nullopt;
  line.is_too_long = length > longest_;
  if (!line.is_too_long) line.text.assign(buffer_, at_, end - at_);
  if (line.text.ends_with('\r')) line.text.pop_back();
  at_ = end + (line.is_ended ? 1 : 0);
  end_ += length + (line.is_ended ? 1 : 0);
  line.end = end_;
  line.number = ++number_;
  return line;
}

}  // namespace assess
