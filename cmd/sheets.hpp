// The sheets of a bank, each made once: of a million answer files all but a few are tailored alike.
#pragma once

#include <assess/tailor/tailor.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>

namespace assess::cmd {

// May be asked from several threads.
class SheetShelf {
 public:
  // All its sheets together: areas, questions and options of questions. Beyond that it is cleared,
  // so that no number of files, each tailored in its own way, makes it grow.
  static constexpr std::size_t max_kept = 400'000;

  // Which must outlive the sheets.
  explicit SheetShelf(const Bank& bank) : bank_(bank) {}

  // Expects answers that were found good.
  std::shared_ptr<const Sheet> sheet(const Answers& answers);

  // How many it keeps at the moment.
  std::size_t count();

 private:
  const Bank& bank_;
  std::mutex mutex_;
  std::map<Tailoring, std::shared_ptr<const Sheet>> sheets_;
  std::size_t kept_ = 0;
};

}  // namespace assess::cmd
