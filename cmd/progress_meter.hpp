// What is said of how far a long run is: how much is done, how fast it goes, what is left. Looks at
// no clock.
#pragma once

#include <assess/base/language.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace assess::cmd {

// Without `total` the length of the run is not known. A rate of 0 is not known either.
std::string progress_text(std::size_t done, std::optional<std::size_t> total, double per_second,
                          Language language);

// Says so from half a second on, at most ten times a second. The rate is that of the last seconds,
// the older the less, so that neither one slow file nor a slow beginning is held against the rest.
class ProgressMeter {
 public:
  ProgressMeter(std::optional<std::size_t> total, Language language)
      : total_(total), language_(language) {}

  // One more is done, so long after the beginning; the text when it is time for one.
  std::optional<std::string> step(std::chrono::milliseconds elapsed);

 private:
  void measure(double seconds);

  std::optional<std::size_t> total_;
  Language language_;
  std::size_t done_ = 0;
  std::chrono::milliseconds next_{500};
  // When the rate was last measured, in seconds, and what was done by then.
  double measured_at_ = 0;
  std::size_t measured_done_ = 0;
  double per_second_ = 0;
};

}  // namespace assess::cmd
