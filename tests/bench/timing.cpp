#include "timing.hpp"

#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <fcntl.h>
#include <spawn.h>
#include <utility>

extern char** environ;

namespace assess::bench {
namespace {

double quantile(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  const auto last = static_cast<double>(values.size() - 1);
  return values[static_cast<std::size_t>(last * part + 0.5)];
}

double now(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double in_seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

double megabytes_of(const rusage& usage) {
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

Timing measure(const std::function<void()>& work) {
  const double clock = now(CLOCK_MONOTONIC);
  const double busy = now(CLOCK_PROCESS_CPUTIME_ID);
  work();
  return {now(CLOCK_MONOTONIC) - clock, now(CLOCK_PROCESS_CPUTIME_ID) - busy};
}

double median(std::vector<double> values) {
  return quantile(std::move(values), 0.5);
}

double median(const Candidate& candidate, Measure measure) {
  std::vector<double> values;
  for (const Timing& timing : candidate.times) values.push_back(timing.*measure);
  return median(std::move(values));
}

void take_turns(std::vector<Candidate>& candidates, int rounds) {
  for (Candidate& candidate : candidates) candidate.time();  // warm
  for (int round = 0; round < rounds; ++round) {
    for (Candidate& candidate : candidates) candidate.times.push_back(candidate.time());
  }
}

Ratio ratio(const Candidate& one, const Candidate& other, Measure measure) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < one.times.size(); ++i) {
    ratios.push_back(one.times[i].*measure / other.times[i].*measure);
  }
  return {quantile(ratios, 0.25), quantile(ratios, 0.5), quantile(ratios, 0.75)};
}

std::optional<Process> run_process(std::vector<std::string> arguments) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = 0;
  rusage usage{};
  bool has_run = false;
  Process out;
  out.timing = measure([&] {
    has_run = posix_spawn(&child, pointers[0], &actions, nullptr, pointers.data(), environ) == 0 &&
              wait4(child, &status, 0, &usage) == child;
  });
  posix_spawn_file_actions_destroy(&actions);
  if (!has_run || !WIFEXITED(status)) return std::nullopt;
  out.timing.busy = in_seconds(usage.ru_utime) + in_seconds(usage.ru_stime);
  out.megabytes = megabytes_of(usage);
  out.exit = WEXITSTATUS(status);
  return out;
}

double own_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return megabytes_of(usage);
}

}  // namespace assess::bench
