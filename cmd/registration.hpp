// What a person is asked at the start of a diagnosis: the enterprise, the variant, the tailoring.
#pragma once

#include "cli.hpp"
#include "dialogue.hpp"
#include <assess/answers/answers.hpp>
#include <assess/bank/bank.hpp>

namespace assess::cmd {

// Shows the levels, the model and the instructions of the bank in short, then asks in the order of
// the platform (contract 3) for what is not `given`. False when the person leaves.
bool ask_registration(const Bank& bank, Answers& answers, Dialogue& dialogue,
                      const NewOptions& given);

}  // namespace assess::cmd
