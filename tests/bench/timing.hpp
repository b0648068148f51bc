// What the benchmarks share: times of several candidates, taken in turns so that the noise of the
// machine meets all of them, and processes with what they used.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace assess::bench {

// Seconds. What the processors were busy with does not grow when others want them too, so one
// thread is judged by it; several threads are judged by the clock.
struct Timing {
  double clock = 0;
  double busy = 0;

  friend Timing operator/(const Timing& timing, double parts) {
    return {timing.clock / parts, timing.busy / parts};
  }
};
using Measure = double Timing::*;

Timing measure(const std::function<void()>& work);

double median(std::vector<double> values);

struct Candidate {
  std::string name;
  std::function<Timing()> time;  // of what is compared, say one file
  std::vector<Timing> times;     // by round
};

double median(const Candidate& candidate, Measure measure);

// One round after the other, in each of them every candidate once.
void take_turns(std::vector<Candidate>& candidates, int rounds);

// The median of the ratios within the rounds, and the quarter of them below and above.
struct Ratio {
  double low = 0;
  double middle = 0;
  double high = 0;
};
Ratio ratio(const Candidate& one, const Candidate& other, Measure measure);

struct Process {
  Timing timing;
  double megabytes = 0;  // the most memory it held
  int exit = 0;
};

// Runs a program with nothing to read and its outputs thrown away. nullopt when it cannot be run.
std::optional<Process> run_process(std::vector<std::string> arguments);

// The most memory that this process held; a child begins with that much on its account.
double own_megabytes();

}  // namespace assess::bench
