// Finds the questions of a bank by their ids: made once for a bank, asked by every answer file.
// What is asked most lies side by side here; questions with all their texts lie far apart.
#pragma once

#include <assess/bank/bank.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

class BankIndex {
 public:
  // The bank must outlive the index and stay as it is. Of equal ids the first counts.
  explicit BankIndex(const Bank& bank);

  const Bank& bank() const { return *bank_; }
  std::size_t size() const { return areas_.size(); }
  std::optional<QuestionId> find_question(std::string_view id) const;

  std::string_view id(QuestionId question) const {
    const std::uint32_t begin = ids_from_[question.index];
    return {ids_.data() + begin, ids_from_[question.index + std::size_t{1}] - begin};
  }
  AreaId area(QuestionId question) const { return areas_[question.index]; }

  // As `find_option` does, with what it looks at side by side.
  std::optional<std::size_t> find_option(QuestionId question, std::string_view key) const {
    const std::uint32_t begin = letters_from_[question.index];
    const std::uint32_t end = letters_from_[question.index + std::size_t{1}];
    if (begin == end) return assess::find_option(bank_->question(question), key);
    for (std::uint32_t i = begin; i < end && key.size() == 1; ++i) {
      if (letters_[i] == key.front()) return i - begin;
    }
    return std::nullopt;
  }

  // Whether the bank asks for evidence with this option of a question.
  bool asks_for_evidence(QuestionId question, std::size_t option) const {
    return option >= evidence_from_[question.index];
  }

 private:
  std::size_t slot_of(std::string_view id) const;
  void add_letters(const Question& question);

  const Bank* bank_;
  // By hash with open addressing: a place in the bank's questions and 1; 0 is free.
  std::vector<std::uint32_t> slots_;
  // By QuestionId; where something begins has one entry more, for the end of the last.
  std::string ids_;
  std::vector<std::uint32_t> ids_from_;
  std::vector<AreaId> areas_;
  std::vector<std::size_t> evidence_from_;  // an option; beyond the last one for never
  std::string letters_;  // the keys of the options, of questions where each is one letter
  std::vector<std::uint32_t> letters_from_;
};

// Finds one question after the other. Answers mostly stand in the order of their bank, so the one
// behind that found last is looked at before any other.
class QuestionWalk {
 public:
  // Of equal ids, a fault of the bank, any may be found.
  explicit QuestionWalk(const BankIndex& index) : index_(index) {}

  std::optional<QuestionId> find(std::string_view id) {
    const bool is_next = next_.index < index_.size() && index_.id(next_) == id;
    const auto found = is_next ? std::optional(next_) : index_.find_question(id);
    if (found) next_ = {found->index + 1};
    return found;
  }

 private:
  const BankIndex& index_;
  QuestionId next_;
};

}  // namespace assess
