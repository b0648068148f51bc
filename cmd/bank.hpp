// Banks as operands.
#pragma once

#include "banks.hpp"
#include "cli.hpp"

#include <memory>
#include <string>

namespace assess::cmd {

// The bank that an operand names, when it can be used; otherwise what is wrong has been said.
std::shared_ptr<const LoadedBank> usable_bank(const std::string& name, const CommonOptions& common,
                                              BankShelf& shelf, Env& env);

}  // namespace assess::cmd
