#include "in_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace assess::cmd {
namespace {

// Numbers from 0 on.
struct Numbers {
  int count = 0;
  int at = 0;
  std::optional<int> operator()() { return at < count ? std::optional(at++) : std::nullopt; }
};

// Some take long, so that others overtake them.
void dawdle(int i) {
  if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(50));
}

TEST_CASE("what is worked on by several threads is taken in order, each once") {
  for (const int jobs : {-1, 0, 1, 2, 7}) {
    for (const int count : {0, 1, 2, 63, 1000}) {
      CAPTURE(jobs);
      CAPTURE(count);
      std::vector<std::string> taken;
      std::atomic<bool> is_known = true;
      InOrder work([numbers = Numbers{count}]() mutable { return numbers(); },
                   [&](int i, std::size_t worker) {
                     dawdle(i);
                     if (worker >= static_cast<std::size_t>(std::max(jobs, 1))) is_known = false;
                     return std::to_string(i);
                   },
                   [&](std::string result) {
                     taken.push_back(std::move(result));
                     return true;
                   });
      work.run(jobs);
      std::vector<std::string> expected;
      for (int i = 0; i < count; ++i) expected.push_back(std::to_string(i));
      CHECK(taken == expected);
      CHECK(is_known);
    }
  }
}

TEST_CASE("nothing is taken any more once that is not worth it") {
  for (const int jobs : {1, 3}) {
    CAPTURE(jobs);
    int taken = 0;
    std::atomic<int> begun = 0;
    InOrder work([numbers = Numbers{100'000}]() mutable { return numbers(); },
                 [&](int i, std::size_t) {
                   ++begun;
                   return i;
                 },
                 [&](int i) {
                   ++taken;
                   return i < 9;
                 });
    work.run(jobs);
    CHECK(taken == 10);
    CHECK(begun < 1000);
  }
}

TEST_CASE("what is ahead of the slowest item is bounded") {
  std::mutex mutex;
  int taken = 0;
  int furthest = 0;
  InOrder work([numbers = Numbers{5000}]() mutable { return numbers(); },
               [&](int i, std::size_t) {
                 // The first one waits until nobody else can go on, or would have had the time to.
                 for (int wait = 0; i == 0 && wait < 100; ++wait) {
                   std::this_thread::sleep_for(std::chrono::milliseconds(1));
                 }
                 const std::lock_guard<std::mutex> lock(mutex);
                 furthest = std::max(furthest, i - taken);
                 return i;
               },
               [&](int) {
                 const std::lock_guard<std::mutex> lock(mutex);
                 ++taken;
                 return true;
               });
  work.run(2);
  CHECK(taken == 5000);
  CHECK(furthest < 200);
}

TEST_CASE("a defect in any part is thrown to the caller") {
  for (const int jobs : {1, 3}) {
    for (const std::string place : {"next", "work", "take"}) {
      CAPTURE(jobs);
      CAPTURE(place);
      const auto tear = [&](const char* here, int i) {
        if (place == here && i == 40) throw std::runtime_error("torn");
      };
      InOrder work(
          [&, numbers = Numbers{1000}]() mutable {
            tear("next", numbers.at);
            return numbers();
          },
          [&](int i, std::size_t) {
            tear("work", i);
            return i;
          },
          [&](int i) {
            tear("take", i);
            return true;
          });
      CHECK_THROWS_WITH(work.run(jobs), "torn");
    }
  }
}

}  // namespace
}  // namespace assess::cmd
