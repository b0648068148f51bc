#include "progress.hpp"

#include <utility>

namespace assess::cmd {
namespace {

constexpr std::string_view start_of_empty_line = "\r\x1b[K";

bool is_person_waiting(std::optional<std::size_t> total, const CommonOptions& common,
                       const Env& env) {
  const std::string terminal = env.variable("TERM");
  return total.value_or(2) > 1 && common.quiet == 0 && env.err_is_terminal &&
         env.variable("CI").empty() && !terminal.empty() && terminal != "dumb";
}

}  // namespace

Progress::Elapsed Progress::since_now() {
  using Clock = std::chrono::steady_clock;
  return [begin = Clock::now()] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
  };
}

Progress::Progress(std::optional<std::size_t> total, const CommonOptions& common, Env& env,
                   Elapsed elapsed)
    : env_(env),
      elapsed_(std::move(elapsed)),
      is_wanted_(is_person_waiting(total, common, env)),
      meter_(total, common.spoken) {}

Progress::~Progress() {
  clear();
}

void Progress::step() {
  if (!is_wanted_) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto text = meter_.step(elapsed_());
  if (!text) return;
  is_shown_ = true;
  env_.err.write(std::string(start_of_empty_line) + *text);
}

void Progress::clear() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (is_shown_) env_.err.write(start_of_empty_line);
  is_shown_ = false;
}

}  // namespace assess::cmd
