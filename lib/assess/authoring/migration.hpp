// What becomes of an answer file when it is carried to another version of its bank.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/bank/bank.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assess::authoring {

enum class AnswerPart { variant, tailored, answer, indicator };

enum class Fate {
  kept,
  renamed,
  cleared,  // the question is still asked, and what was chosen is not there to be chosen
  dropped,
  added,  // a question that is to be answered, and of which the file knows nothing yet
};

enum class Why {
  as_before,  // of what is kept
  replaced,
  not_in_file,
  question_gone,
  already_answered,  // under the new id
  option_gone,
  not_applicable,  // `n/a` is no longer taken here
  variant_gone,
  no_variants,
  area_gone,
  not_tailorable,
  indicator_gone,
};

// `answer`, `renamed`, `option-gone`: the words of machine formats.
std::string_view part_name(AnswerPart value);
std::string_view fate_name(Fate value);
std::string_view why_name(Why value);

// One entry of the file, or a new question.
struct Carried {
  AnswerPart part = AnswerPart::answer;
  Fate fate = Fate::kept;
  Why why = Why::as_before;
  std::string id;            // in the file; of what is added, in the bank
  std::string new_id;        // of what is renamed
  std::string value;         // what was answered; empty when nothing was
  Text title;                // of the question, area or indicator; empty when neither bank knows it
  bool has_content = false;  // an option, a note, evidence, a figure: something is lost with it
};

struct Migration {
  std::string bank_before;       // `cmmm@1`
  std::string bank_after;        // `cmmm@2`, in as many parts as before
  std::vector<Carried> entries;  // in the order of the file, then what is added

  std::size_t count(Fate fate) const;

  // Whether something that was answered does not come along, or a choice is to be made again.
  bool loses_something() const;

  // Whether the file says the same to the new bank as to the old one.
  bool changes_nothing() const;
};

// `from`, the bank that the answers were given for, adds titles of what is gone; may be nullptr.
Migration plan_migration(const Answers& answers, const Bank& to, const Bank* from);

}  // namespace assess::authoring
