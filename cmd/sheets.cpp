#include "sheets.hpp"

namespace assess::cmd {
namespace {

std::size_t size_of(const Sheet& sheet) {
  std::size_t size = sheet.areas.size() + sheet.out.size() + sheet.questions.size();
  for (const auto& level : sheet.groups) {
    for (const QuestionGroup& group : level) size += group.points.size();
  }
  return size;
}

}  // namespace

std::shared_ptr<const Sheet> SheetShelf::sheet(const Answers& answers) {
  const Tailoring tailoring = tailoring_of(bank_, answers);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (const auto known = sheets_.find(tailoring); known != sheets_.end()) return known->second;
  }
  // Two threads may make the same one; the first is kept.
  auto made = std::make_shared<const Sheet>(tailor(bank_, tailoring));
  const std::size_t size = size_of(*made);
  const std::lock_guard<std::mutex> lock(mutex_);
  if (kept_ + size > max_kept) {
    sheets_.clear();
    kept_ = 0;
  }
  const auto [place, is_new] = sheets_.emplace(tailoring, std::move(made));
  if (is_new) kept_ += size;
  return place->second;
}

std::size_t SheetShelf::count() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return sheets_.size();
}

}  // namespace assess::cmd
