// Threads that stay for a whole run, so that thousands of small portions of work need not begin new
// ones.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace assess::cmd {

// `worker` is the number of the thread, from 0.
using IndexedWork = std::function<void(std::size_t index, std::size_t worker)>;

class Workers {
 public:
  // With one job, or less, the caller does all of it.
  explicit Workers(int jobs);
  Workers(const Workers&) = delete;  // owns the threads
  Workers& operator=(const Workers&) = delete;
  ~Workers();

  // At least one, also where the caller does all of it.
  std::size_t count() const { return threads_.empty() ? 1 : threads_.size(); }

  // Calls `work(i, worker)` for 0 <= i < count and returns when all of it is done. The order of the
  // calls is not defined; what they write must be apart. What one of them throws is thrown here.
  void run(std::size_t count, const IndexedWork& work);

 private:
  void stay(std::size_t worker);
  void work_off(std::size_t worker);

  std::vector<std::thread> threads_;
  std::mutex mutex_;  // for all below
  std::condition_variable begins_;
  std::condition_variable ends_;
  const IndexedWork* work_ = nullptr;
  std::size_t next_ = 0;
  std::size_t count_ = 0;
  std::size_t portion_ = 0;  // how many portions there were
  std::size_t busy_ = 0;     // threads that are not done with this one
  bool is_over_ = false;
  std::exception_ptr defect_;
};

}  // namespace assess::cmd
