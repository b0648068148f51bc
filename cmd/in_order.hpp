// Work on items that come one after the other, by several threads, with results that are taken in
// the order of the items. Only as many results are held as are ahead of the slowest item.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace assess::cmd {

// `next` gives the next item, or nullopt at the end, and `take` is given each result in order and
// says whether it is worth going on: one thread at a time calls each of them, though both may be
// called at once. `work` is called with an item and the number of the worker, from 0, at any time.
template <typename Next, typename Work, typename Take>
class InOrder {
  using Item = typename std::invoke_result_t<Next&>::value_type;
  using Result = std::invoke_result_t<Work&, Item, std::size_t>;

 public:
  InOrder(Next next, Work work, Take take)
      : next_(std::move(next)), work_(std::move(work)), take_(std::move(take)) {}

  // Returns when everything has been taken, or `take` has said no. With one job, or less, the
  // caller does all of it. What one of the three throws is thrown here.
  void run(int jobs) {
    if (jobs <= 1) {
      while (auto item = next_()) {
        if (!take_(work_(*std::move(item), 0))) return;
      }
      return;
    }
    most_ahead_ = ahead_for_each_job * static_cast<std::size_t>(jobs);
    std::vector<std::thread> threads;
    for (int i = 0; i < jobs; ++i) {
      threads.emplace_back([this, i] { stay(static_cast<std::size_t>(i)); });
    }
    for (std::thread& thread : threads) thread.join();
    if (defect_) std::rethrow_exception(defect_);
  }

 private:
  static constexpr std::size_t ahead_for_each_job = 64;

  void stay(std::size_t worker) {
    try {
      std::size_t index = 0;
      while (auto item = begin_one(index)) {
        end_one(index, work_(*std::move(item), worker));
      }
    } catch (...) {  // a defect: it is said by whoever waits for the threads
      const std::lock_guard<std::mutex> lock(results_mutex_);
      if (!defect_) defect_ = std::current_exception();
      is_over_ = true;
      has_room_.notify_all();
    }
  }

  // Waits while too much is ahead of the slowest: whoever works on that waits for nobody.
  std::optional<Item> begin_one(std::size_t& index) {
    const std::lock_guard<std::mutex> items_lock(items_mutex_);
    {
      std::unique_lock<std::mutex> lock(results_mutex_);
      has_room_.wait(lock, [this] { return is_over_ || begun_ < taken_ + most_ahead_; });
      if (is_over_) return std::nullopt;
      index = begun_++;
      results_.emplace_back();
    }
    auto item = next_();
    if (!item) end();
    return item;
  }

  void end() {
    const std::lock_guard<std::mutex> lock(results_mutex_);
    results_.pop_back();
    is_over_ = true;
  }

  // Whoever finishes the one that comes next takes it, and all behind it that are finished by then.
  void end_one(std::size_t index, Result result) {
    std::unique_lock<std::mutex> lock(results_mutex_);
    results_[index - taken_] = std::move(result);
    if (is_taking_) return;
    is_taking_ = true;
    while (!is_refused_ && !results_.empty() && results_.front()) {
      Result first = *std::move(results_.front());
      results_.pop_front();
      ++taken_;
      lock.unlock();
      const bool goes_on = take_(std::move(first));
      lock.lock();
      if (goes_on) continue;
      is_refused_ = true;
      is_over_ = true;
    }
    is_taking_ = false;
    lock.unlock();
    has_room_.notify_one();
  }

  Next next_;
  Work work_;
  Take take_;
  std::size_t most_ahead_ = 0;
  std::mutex items_mutex_;    // held while the next item is found
  std::mutex results_mutex_;  // for all below
  std::condition_variable has_room_;
  std::deque<std::optional<Result>> results_;  // of what was begun and is not taken yet, in order
  std::size_t begun_ = 0;
  std::size_t taken_ = 0;
  bool is_taking_ = false;
  bool is_over_ = false;     // nothing more is begun
  bool is_refused_ = false;  // nothing more is taken
  std::exception_ptr defect_;
};

}  // namespace assess::cmd
