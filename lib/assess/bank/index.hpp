// Finds the questions of a bank by their ids: made once for a bank, asked by every answer file.
#pragma once

#include <assess/bank/bank.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace assess {

class BankIndex {
 public:
  // The bank must outlive the index and stay as it is. Of equal ids the first counts.
  explicit BankIndex(const Bank& bank);

  const Bank& bank() const { return *bank_; }
  std::optional<QuestionId> find_question(std::string_view id) const;

  // Whether the bank asks for evidence with this option of a question.
  bool asks_for_evidence(QuestionId question, std::size_t option) const {
    return option >= evidence_from_[question.index];
  }

 private:
  std::size_t slot_of(std::string_view id) const;

  const Bank* bank_;
  // By hash with open addressing: a place in the bank's questions and 1; 0 is free.
  std::vector<std::uint32_t> slots_;
  std::vector<std::size_t>
      evidence_from_;  // an option by QuestionId; beyond the last one for never
};

// Finds one question after the other. Answers mostly stand in the order of their bank, so the one
// behind that found last is looked at before any other.
class QuestionWalk {
 public:
  // Of equal ids, a fault of the bank, any may be found.
  explicit QuestionWalk(const BankIndex& index) : index_(index) {}

  std::optional<QuestionId> find(std::string_view id) {
    const auto& questions = index_.bank().questions;
    const bool is_next = next_ < questions.size() && questions[next_].id.value == id;
    const auto found = is_next ? std::optional(QuestionId{static_cast<std::uint32_t>(next_)})
                               : index_.find_question(id);
    if (found) next_ = found->index + std::size_t{1};
    return found;
  }

 private:
  const BankIndex& index_;
  std::size_t next_ = 0;
};

}  // namespace assess
