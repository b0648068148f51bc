#include <assess/bank/index.hpp>

#include <bit>
#include <functional>
#include <limits>

namespace assess {
namespace {

std::size_t first_with_evidence(const Question& question) {
  constexpr std::size_t never = std::numeric_limits<std::size_t>::max();
  if (!question.evidence_from) return never;
  return find_option(question, *question.evidence_from).value_or(never);
}

}  // namespace

BankIndex::BankIndex(const Bank& bank) : bank_(&bank) {
  constexpr std::size_t slots_for_each = 4;  // mostly free: the first look finds it
  slots_.resize(std::bit_ceil(slots_for_each * (bank.questions.size() + 1)));
  for (std::size_t i = 0; i < bank.questions.size(); ++i) {
    std::uint32_t& slot = slots_[slot_of(bank.questions[i].id.value)];
    if (slot == 0) slot = static_cast<std::uint32_t>(i + 1);
  }
  evidence_from_.reserve(bank.questions.size());
  for (const Question& question : bank.questions) {
    evidence_from_.push_back(first_with_evidence(question));
  }
}

// Where the id stands, or the free slot where it would.
std::size_t BankIndex::slot_of(std::string_view id) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = std::hash<std::string_view>()(id) & mask;
  while (slots_[at] != 0 && bank_->questions[slots_[at] - 1].id.value != id) at = (at + 1) & mask;
  return at;
}

std::optional<QuestionId> BankIndex::find_question(std::string_view id) const {
  const std::uint32_t slot = slots_[slot_of(id)];
  return slot == 0 ? std::nullopt : std::optional(QuestionId{slot - 1});
}

}  // namespace assess
