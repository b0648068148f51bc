#include <assess/answers/answers.hpp>

#include <unordered_map>

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

std::vector<Response> respond(const Bank& bank, const Answers& answers) {
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < bank.questions.size(); ++i) {
    index.emplace(bank.questions[i].id.value, i);
  }
  std::vector<Response> responses(bank.questions.size());
  for (const Answer& answer : answers.answers) {
    const auto found = index.find(answer.question.value);
    if (found == index.end()) continue;
    Response& response = responses[found->second];
    response.answer = &answer;
    if (!answer.option) continue;
    if (answer.is_not_applicable()) {
      response.state = Response::State::not_applicable;
    } else if (const auto option =
                   find_option(bank.questions[found->second], answer.option->value)) {
      response.state = Response::State::answered;
      response.option = *option;
    }
  }
  return responses;
}

}  // namespace assess
