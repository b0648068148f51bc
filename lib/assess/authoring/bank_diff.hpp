// What changed from one version of a bank to the next, and which version step that asks for.
#pragma once

#include <assess/authoring/version.hpp>
#include <assess/bank/bank.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::authoring {

// What a change touches: only what people read; what answers score; what can be answered at all.
enum class ChangeClass { structure, scoring, text };

// What was done. `changed` is said of a property that none of the others describes.
enum class ChangeKind { added, removed, renamed, moved, reworded, reweighted, rescored, changed };

enum class Subject {
  bank,
  tier,
  level,
  variant,
  scoring,
  provenance,
  area,
  question,
  option,
  indicator,
};

// `structure`, `added`, `area` and so on: the words of machine formats.
std::string_view class_name(ChangeClass value);
std::string_view kind_name(ChangeKind value);
std::string_view subject_name(Subject value);

struct Change {
  ChangeClass type = ChangeClass::text;
  ChangeKind kind = ChangeKind::changed;
  Subject subject = Subject::bank;
  std::string id;       // in the new bank, or in the old one for what is gone; of an option its
                        // question; empty for the bank, its scoring and its scale
  std::string part;     // of it, as its key in the bank: `help`, `threshold`; of an option its key;
                        // of the scale `scale.KEY`; empty for the whole
  std::string variant;  // of a weight, in a bank that has variants
  std::optional<Language> language;  // of a text
  std::string before;                // empty where there was nothing, or where a number says it
  std::string after;
  std::optional<Fraction> before_number;  // a score, a threshold, or a share among siblings
  std::optional<Fraction> after_number;
  Text title;                  // what the thing is called, or the question
  bool costs_answers = false;  // answers may be refused or no longer count that did before

  bool is_share() const { return kind == ChangeKind::reweighted; }
};

struct BankDiff {
  std::vector<Change> changes;  // by class, then in the order of the bank
  Step due = Step::none;        // the version step that the changes ask for
  Step taken = Step::none;      // how much higher the new version is
  // Questions that replace one of the old bank but were themselves in it: nothing can be carried.
  std::vector<const Question*> kept_and_replacing;

  std::size_t count(ChangeClass type) const;

  // Whether the version had to be raised and was not.
  bool is_version_missing() const { return due > Step::patch && taken == Step::none; }
};

// Questions are paired by id, or by `replaces`. A weight is what it is among its siblings: it
// changed when its share among those that both banks have is another one. The banks must outlive
// the result.
BankDiff compare_banks(const Bank& before, const Bank& after);

// For each question of `after` the one that it was in `before`, or nullptr.
std::vector<const Question*> former_questions(const Bank& before, const Bank& after);

}  // namespace assess::authoring
