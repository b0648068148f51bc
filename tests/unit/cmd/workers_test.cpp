#include "workers.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace assess::cmd {
namespace {

TEST_CASE("each piece of work is done once, by a worker that there is") {
  for (const int jobs : {-1, 0, 1, 2, 7}) {
    CAPTURE(jobs);
    Workers workers(jobs);
    for (const std::size_t count : std::vector<std::size_t>{0, 1, 3, 500, 2}) {
      CAPTURE(count);
      std::vector<int> done(count, 0);
      std::atomic<bool> is_known = true;
      workers.run(count, [&](std::size_t i, std::size_t worker) {
        ++done[i];
        if (worker >= workers.count()) is_known = false;
      });
      CHECK(done == std::vector<int>(count, 1));
      CHECK(is_known);
    }
  }
}

TEST_CASE("a defect in one piece is thrown to the caller, and the workers stay good") {
  for (const int jobs : {1, 3}) {
    CAPTURE(jobs);
    Workers workers(jobs);
    const auto tear = [](std::size_t i, std::size_t) {
      if (i == 40) throw std::runtime_error("torn");
    };
    CHECK_THROWS_WITH(workers.run(100, tear), "torn");
    std::atomic<int> done = 0;
    workers.run(10, [&](std::size_t, std::size_t) { ++done; });
    CHECK(done == 10);
  }
}

}  // namespace
}  // namespace assess::cmd
