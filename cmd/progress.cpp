#include "progress.hpp"

#include <fmt/format.h>

namespace assess::cmd {
namespace {

constexpr std::chrono::milliseconds first_after{500};
constexpr std::chrono::milliseconds then_every{100};

bool is_person_waiting(std::size_t total, const CommonOptions& common, const Env& env) {
  const std::string terminal = env.variable("TERM");
  return total > 1 && common.quiet == 0 && env.err_is_terminal && env.variable("CI").empty() &&
         !terminal.empty() && terminal != "dumb";
}

}  // namespace

Progress::Progress(std::size_t total, const CommonOptions& common, Env& env)
    : env_(env),
      total_(total),
      language_(common.spoken),
      is_wanted_(is_person_waiting(total, common, env)),
      next_(Clock::now() + first_after) {}

Progress::~Progress() {
  if (is_shown_) env_.err.write("\r\x1b[K");
}

void Progress::step() {
  const std::lock_guard<std::mutex> lock(mutex_);
  ++done_;
  if (!is_wanted_ || Clock::now() < next_) return;
  next_ = Clock::now() + then_every;
  is_shown_ = true;
  env_.err.write(
      fmt::format("\r\x1b[K{}{}/{}", Words{"已处理 ", "done "}.in(language_), done_, total_));
}

}  // namespace assess::cmd
