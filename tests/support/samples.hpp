// What the unit tests share: banks and answers from a text in the test, the shipped bank, faults in
// one line each.
#pragma once

#include "support/working_folder.hpp"
#include <assess/answers/answers.hpp>
#include <assess/bank/bank.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/diag/source.hpp>
#include <assess/report/run.hpp>
#include <assess/score/verdict.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assess::test {

// The root of the working tree.
std::filesystem::path repository();

// `text` with the only occurrence of `from` replaced; the test fails when there is not exactly one.
std::string replaced(std::string text, std::string_view from, std::string_view to);

// The faults in the order of their places, with commas between them: `6:5 bank/weight`, or
// `- io/cannot-read` for one without a place.
std::string faults(const SourceMap& sources, const Diagnostics& diagnostics);

struct BankRead {
  Bank bank;
  std::string faults;
  std::string text_faults;  // of its texts: what only `validate` tells
  Diagnostics diagnostics;
};

// Whether a rule is one of those that `check_texts` tells.
bool is_about_texts(const RuleInfo& rule);

// Reads and checks a bank as the program does. Places in question files
// begin with the number of the file: `2/6:5 bank/weight`.
BankRead read_bank_text(const std::string& text, const std::vector<std::string>& questions = {});

// The same with what only `validate` looks at, if there are no errors.
BankRead read_bank_closely(const std::string& text);

// The same for a bank that must have neither errors nor warnings.
Bank good_bank(const std::string& text);

struct AnswersRead {
  Answers answers;
  std::string faults;
  Diagnostics diagnostics;
};

// Reads answers and checks them against the bank.
AnswersRead read_answers_text(const Bank& bank, const std::string& text);

// A bank with two variants, a tree of two tiers, two levels, sections and one indicator; it has no
// faults. Each rule of a bank is broken by replacing one piece of it.
const std::string& small_bank_text();

// Complete answers to the small bank, without faults.
const std::string& small_answers_text();

// All steps from the texts to the verdict; neither text may have errors.
Diagnosis diagnose(const std::string& bank, const std::string& answers, const Gates& gates = {});
Diagnosis diagnose(std::shared_ptr<const Bank> bank, const std::string& answers,
                   const Gates& gates = {});

// A picture of two pixels side by side: opaque red, and blue that is wholly transparent.
const std::string& small_png();

// The ids of the banks that come with the program, in order.
const std::vector<std::string>& shipped_bank_ids();

// One of them, read from its folder.
const BankRead& shipped_bank(const std::string& id = "cmmm");

}  // namespace assess::test
