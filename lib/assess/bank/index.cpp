#include <assess/bank/index.hpp>

#include <algorithm>
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
  for (const Question& question : bank.questions) {
    ids_from_.push_back(static_cast<std::uint32_t>(ids_.size()));
    ids_ += question.id.value;
    areas_.push_back(question.area);
  }
  ids_from_.push_back(static_cast<std::uint32_t>(ids_.size()));
  constexpr std::size_t slots_for_each = 4;  // mostly free: the first look finds it
  slots_.resize(std::bit_ceil(slots_for_each * (bank.questions.size() + 1)));
  for (std::size_t i = 0; i < bank.questions.size(); ++i) {
    const QuestionId question{static_cast<std::uint32_t>(i)};
    std::uint32_t& slot = slots_[slot_of(id(question))];
    if (slot == 0) slot = question.index + 1;
  }
  evidence_from_.reserve(bank.questions.size());
  for (const Question& question : bank.questions) {
    evidence_from_.push_back(first_with_evidence(question));
    add_letters(question);
  }
  letters_from_.push_back(static_cast<std::uint32_t>(letters_.size()));
}

void BankIndex::add_letters(const Question& question) {
  letters_from_.push_back(static_cast<std::uint32_t>(letters_.size()));
  const bool are_letters =
      std::all_of(question.options.begin(), question.options.end(),
                  [](const Option& option) { return option.key.value.size() == 1; });
  if (!are_letters) return;
  for (const Option& option : question.options) letters_ += option.key.value;
}

// Where the id stands, or the free slot where it would.
std::size_t BankIndex::slot_of(std::string_view id) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = std::hash<std::string_view>()(id) & mask;
  while (slots_[at] != 0 && this->id({slots_[at] - 1}) != id) at = (at + 1) & mask;
  return at;
}

std::optional<QuestionId> BankIndex::find_question(std::string_view id) const {
  const std::uint32_t slot = slots_[slot_of(id)];
  return slot == 0 ? std::nullopt : std::optional(QuestionId{slot - 1});
}

}  // namespace assess
