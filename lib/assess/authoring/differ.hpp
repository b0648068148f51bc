// The parts of the comparison of two banks, shared by its files.
#pragma once

#include <assess/authoring/bank_diff.hpp>

#include <string>
#include <utility>
#include <vector>

namespace assess::authoring {

// Collects the changes of one comparison.
class Differ {
 public:
  Differ(const Bank& before, const Bank& after) : before_(before), after_(after) {}

  void compare_bank();  // its head, tiers, levels, variants, scoring, provenance
  void compare_areas();
  void compare_questions();  // with their options
  void compare_indicators();

  std::vector<Change> changes;

 private:
  // The thing that is compared; `at` names it.
  struct Thing {
    Subject subject;
    std::string id;
    const Text* title;
  };
  Change& add(ChangeClass type, ChangeKind kind, const Thing& thing);
  void compare_text(const Thing& thing, const std::string& part, const Text& before,
                    const Text& after);
  void compare_word(const Thing& thing, const std::string& part, const std::string& before,
                    const std::string& after, ChangeClass type);
  void compare_shares(const Thing& thing, const std::string& variant, const Fraction& before,
                      const Fraction& after);

  // Pairs of weight sets: their places in both banks, and the variant (empty without variants).
  struct WeightSets {
    std::size_t before;
    std::size_t after;
    std::string variant;
  };
  std::vector<WeightSets> weight_sets() const;

  void compare_tiers();
  void compare_levels();
  void compare_variants();
  void compare_scoring();
  void compare_origins();
  void compare_area(const Area& before, const Area& after);
  void compare_presence(const Area& before, const Area& after);
  void compare_area_weights();
  void compare_siblings(const std::vector<std::pair<const Area*, const Area*>>& siblings);

  using Pair = std::pair<const Question*, const Question*>;
  void compare_question(const Question& before, const Question& after);
  void compare_options(const Question& before, const Question& after);
  void compare_question_weights(const std::vector<Pair>& pairs);
  void compare_scores(const std::vector<Pair>& pairs);

  const Bank& before_;
  const Bank& after_;
};

}  // namespace assess::authoring
