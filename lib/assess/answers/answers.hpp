// Answers: one self-diagnosis of one enterprise, as its file says it.
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/bank/index.hpp>
#include <assess/diag/source.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assess {

// The enterprise block. Everything but the name may be empty; nothing of it changes a score.
struct Enterprise {
  std::string name;
  Located<std::string> uscc;      // 统一社会信用代码, as written
  std::string type;               // 企业类型
  Located<std::string> industry;  // GB/T 4754-2017, such as C3411
  Located<std::string> size;
  Located<std::string> revenue;  // 万元, as written
  std::string date;              // of the diagnosis, ISO 8601, or empty
  Span place;                    // of the name: where remarks on the whole block point
};

// What was answered to one question.
struct Answer {
  Located<std::string> question;
  // Key of an option, or `n/a`; absent for a question that stands there without an answer.
  std::optional<Located<std::string>> option;
  std::string note;
  std::vector<Located<std::string>> evidence;
  bool is_evidence_passed_over = false;  // there is some, and its texts were not read

  bool has_evidence() const { return is_evidence_passed_over || !evidence.empty(); }
  bool is_not_applicable() const { return option && option->value == "n/a"; }
};

struct IndicatorValue {
  Located<std::string> id;
  std::string name;   // for an indicator that the enterprise names itself
  std::string value;  // as written
  std::string formula;

  bool is_empty() const { return name.empty() && value.empty() && formula.empty(); }
  // Whether a value or a formula says that the indicator does not apply (contract 3). A value of 0
  // may mean that too, and may be a result.
  static bool is_nothing(std::string_view text) { return text == "无" || text == "none"; }
};

// One level that was submitted: what it was answered with, and the hash over that (contract 3).
// Made and checked in diagnosis/seal.hpp.
struct Seal {
  Located<int> level;
  std::string date;  // ISO 8601
  std::string bank;  // `cmmm@1.0.0`: id and whole version
  std::string variant;
  std::vector<std::string> tailored;  // sorted
  // Every question asked at the level, in the bank's order: its id, and an option or `n/a`.
  std::vector<std::pair<std::string, std::string>> answers;
  Located<std::string> sha256;
};

// The end of a diagnosis: its result, and the hash over the seals, the indicators and the result.
struct Finish {
  std::string date;  // ISO 8601
  int level = 0;     // attained
  Fraction total;
  Located<std::string> sha256;
};

struct Answers {
  Located<std::string> bank;  // `cmmm@1`: id and the leading parts of its version
  Enterprise enterprise;
  Located<std::string> variant;  // empty for a bank without variants
  std::vector<Located<std::string>> tailored;
  std::vector<Answer> answers;
  std::vector<IndicatorValue> indicators;
  std::vector<Seal> seals;       // in the order of the file
  std::optional<Finish> finish;  // of a diagnosis that is finished
  Span place;  // of the key `answers`, else of `bank`: where remarks on the whole of it point
  Span indicators_place;  // of the key `indicators`, else as `place`

  // The two parts of `bank`; the version is empty when none is asked for.
  std::string bank_id() const;
  std::string bank_version() const;
};

// Whether a bank of version `have` serves answers given for `wanted`: each dot-separated part of
// `wanted` must be the same in `have`; `1` fits `1.4.0`, and nothing asked for fits all.
bool version_fits(std::string_view wanted, std::string_view have);

// What was answered to each question of the bank.
struct Response {
  enum class State { unanswered, answered, not_applicable };
  State state = State::unanswered;
  std::size_t option = 0;          // when answered
  const Answer* answer = nullptr;  // whatever stands in the file; points into the Answers
};

// One response per question of the bank, by QuestionId. Answers to unknown questions and unknown
// options are passed over; `check_answers` has reported them.
std::vector<Response> respond(const BankIndex& index, const Answers& answers);
std::vector<Response> respond(const Bank& bank, const Answers& answers);

}  // namespace assess
