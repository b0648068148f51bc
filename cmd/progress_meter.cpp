#include "progress_meter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assess::cmd {
namespace {

constexpr std::chrono::milliseconds shown_every{100};
constexpr double memory_seconds = 5;  // after which a measured rate counts a third
constexpr double least_rate = 0.01;
constexpr double most_seconds_left = 100.0 * 3600;

// Two digits that mean something: more would only flicker.
std::string shown_rate(double per_second) {
  const auto digits = static_cast<int>(std::floor(std::log10(per_second)));
  const double step = std::pow(10.0, digits - 1);
  const double rounded = std::round(per_second / step) * step;
  const int decimals = rounded >= 9.95 ? 0 : (rounded >= 0.995 ? 1 : 2);
  return fmt::format("{:.{}f}", rounded, decimals);
}

std::string shown_duration(double seconds, Language language) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  const bool is_zh = language == Language::zh;
  if (whole < 60) return fmt::format("{}{}", whole, is_zh ? " 秒" : " s");
  const long minutes = whole / 60;
  if (minutes < 60) {
    return is_zh ? fmt::format("{} 分 {} 秒", minutes, whole % 60)
                 : fmt::format("{} min {} s", minutes, whole % 60);
  }
  return is_zh ? fmt::format("{} 小时 {} 分", minutes / 60, minutes % 60)
               : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

}  // namespace

std::string progress_text(std::size_t done, std::optional<std::size_t> total, double per_second,
                          Language language) {
  const bool is_zh = language == Language::zh;
  std::string out = fmt::format("{}{}", is_zh ? "已处理 " : "done ", done);
  if (total) out += fmt::format("/{}", *total);
  if (per_second < least_rate) return out;
  out += is_zh ? fmt::format("，约 {} 个/秒", shown_rate(per_second))
               : fmt::format(", about {}/s", shown_rate(per_second));
  if (!total || done >= *total) return out;
  const double left = static_cast<double>(*total - done) / per_second;
  if (left >= most_seconds_left) return out;
  return out + (is_zh ? fmt::format("，剩余约 {}", shown_duration(left, language))
                      : fmt::format(", about {} left", shown_duration(left, language)));
}

void ProgressMeter::measure(double seconds) {
  const double since = seconds - measured_at_;
  if (since <= 0) return;
  const double now = static_cast<double>(done_ - measured_done_) / since;
  const double weight = measured_done_ == 0 ? 1 : 1 - std::exp(-since / memory_seconds);
  per_second_ += weight * (now - per_second_);
  measured_at_ = seconds;
  measured_done_ = done_;
}

std::optional<std::string> ProgressMeter::step(std::chrono::milliseconds elapsed) {
  ++done_;
  if (elapsed < next_) return std::nullopt;
  next_ = elapsed + shown_every;
  measure(std::chrono::duration<double>(elapsed).count());
  return progress_text(done_, total_, per_second_, language_);
}

}  // namespace assess::cmd
