#include "workers.hpp"

#include <utility>

namespace assess::cmd {

Workers::Workers(int jobs) {
  for (int i = 0; jobs > 1 && i < jobs; ++i) {
    threads_.emplace_back([this, i] { stay(static_cast<std::size_t>(i)); });
  }
}

Workers::~Workers() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    is_over_ = true;
  }
  begins_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Workers::run(std::size_t count, const IndexedWork& work) {
  if (threads_.empty()) {
    for (std::size_t i = 0; i < count; ++i) work(i, 0);
    return;
  }
  std::unique_lock<std::mutex> lock(mutex_);
  work_ = &work;
  next_ = 0;
  count_ = count;
  busy_ = threads_.size();
  ++portion_;
  begins_.notify_all();
  ends_.wait(lock, [this] { return busy_ == 0; });
  if (defect_) std::rethrow_exception(std::exchange(defect_, nullptr));
}

void Workers::stay(std::size_t worker) {
  std::size_t seen = 0;
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    begins_.wait(lock, [&] { return is_over_ || portion_ != seen; });
    if (is_over_) return;
    seen = portion_;
    lock.unlock();
    work_off(worker);
    lock.lock();
    if (--busy_ == 0) ends_.notify_one();
  }
}

void Workers::work_off(std::size_t worker) {
  while (true) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (next_ == count_) return;
    const std::size_t i = next_++;
    lock.unlock();
    try {
      (*work_)(i, worker);
    } catch (...) {  // a defect: it is said by whoever waits for the threads
      lock.lock();
      defect_ = std::current_exception();
      next_ = count_;
      return;
    }
  }
}

}  // namespace assess::cmd
