#include <assess/answers/answers.hpp>

namespace assess {

std::string Answers::bank_id() const {
  return bank.value.substr(0, bank.value.find('@'));
}

std::string Answers::bank_version() const {
  const auto at = bank.value.find('@');
  return at == std::string::npos ? std::string() : bank.value.substr(at + 1);
}

bool version_fits(std::string_view wanted, std::string_view have) {
  if (!have.starts_with(wanted)) return false;
  return wanted.empty() || have.size() == wanted.size() || have[wanted.size()] == '.';
}

std::vector<Response> respond(const BankIndex& index, const Answers& answers) {
  const Bank& bank = index.bank();
  std::vector<Response> responses(bank.questions.size());
  QuestionWalk walk(index);
  for (const Answer& answer : answers.answers) {
    const auto found = walk.find(answer.question.value);
    if (!found) continue;
    Response& response = responses[found->index];
    response.answer = &answer;
    if (!answer.option) continue;
    if (answer.is_not_applicable()) {
      response.state = Response::State::not_applicable;
    } else if (const auto option = index.find_option(*found, answer.option->value)) {
      response.state = Response::State::answered;
      response.option = *option;
    }
  }
  return responses;
}

std::vector<Response> respond(const Bank& bank, const Answers& answers) {
  return respond(BankIndex(bank), answers);
}

}  // namespace assess
