// Questions and their options in the comparison of two banks.
#include <assess/authoring/differ.hpp>

#include <map>
#include <unordered_set>

namespace assess::authoring {
namespace {

const Option* option_of(const Question& question, const std::string& key) {
  const auto place = find_option(question, key);
  return place ? &question.options[*place] : nullptr;
}

}  // namespace

void Differ::compare_questions() {
  const auto former = former_questions(before_, after_);
  const std::unordered_set<const Question*> paired(former.begin(), former.end());
  for (const Question& before : before_.questions) {
    if (paired.contains(&before)) continue;
    add(ChangeClass::structure, ChangeKind::removed,
        {Subject::question, before.id.value, &before.text})
        .costs_answers = true;
  }
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < after_.questions.size(); ++i) {
    const Question& after = after_.questions[i];
    if (former[i] == nullptr) {
      add(ChangeClass::structure, ChangeKind::added,
          {Subject::question, after.id.value, &after.text});
      continue;
    }
    pairs.emplace_back(former[i], &after);
    compare_question(*former[i], after);
  }
  compare_question_weights(pairs);
  compare_scores(pairs);
}

void Differ::compare_question(const Question& before, const Question& after) {
  const Thing thing{Subject::question, after.id.value, &after.text};
  if (before.id.value != after.id.value) {
    Change& change = add(ChangeClass::structure, ChangeKind::renamed, thing);
    change.before = before.id.value;
    change.after = after.id.value;
    change.costs_answers = true;  // until they are carried over
  }
  const auto moved = [&](const char* part, std::string from, std::string to) {
    if (from == to) return;
    Change& change = add(ChangeClass::structure, ChangeKind::moved, thing);
    change.part = part;
    change.before = std::move(from);
    change.after = std::move(to);
  };
  moved("level", std::to_string(before.level), std::to_string(after.level));
  moved("area", before_.area(before.area).id.value, after_.area(after.area).id.value);
  compare_text(thing, "text", before.text, after.text);
  compare_text(thing, "help", before.help, after.help);
  compare_text(thing, "advice", before.advice, after.advice);
  compare_word(thing, "evidence", before.evidence_from.value_or(""),
               after.evidence_from.value_or(""), ChangeClass::text);
  compare_word(thing, "requirement", before.requirement, after.requirement, ChangeClass::text);
  compare_word(thing, "provenance", before.origin, after.origin, ChangeClass::text);
  compare_options(before, after);
}

void Differ::compare_options(const Question& before, const Question& after) {
  for (const Option& option : before.options) {
    if (option_of(after, option.key.value) != nullptr) continue;
    Change& change = add(ChangeClass::structure, ChangeKind::removed,
                         {Subject::option, after.id.value, &option.text});
    change.part = option.key.value;
    change.costs_answers = true;
  }
  for (const Option& option : after.options) {
    const Thing thing{Subject::option, after.id.value, &option.text};
    const Option* old = option_of(before, option.key.value);
    if (old == nullptr) {
      add(ChangeClass::structure, ChangeKind::added, thing).part = option.key.value;
    } else {
      compare_text(thing, option.key.value, old->text, option.text);
    }
  }
}

// Among the questions that both banks ask in the same area at the same level.
void Differ::compare_question_weights(const std::vector<Pair>& pairs) {
  struct Sums {
    Fraction before = 0;
    Fraction after = 0;
  };
  std::map<std::pair<std::uint32_t, int>, Sums> sums;
  const auto stayed = [&](const Pair& pair) {
    return pair.first->level == pair.second->level &&
           before_.area(pair.first->area).id.value == after_.area(pair.second->area).id.value;
  };
  const auto place = [](const Question& question) {
    return std::pair(question.area.index, question.level);
  };
  for (const Pair& pair : pairs) {
    if (!stayed(pair)) continue;
    Sums& sum = sums[place(*pair.second)];
    sum.before += pair.first->weight;
    sum.after += pair.second->weight;
  }
  for (const Pair& pair : pairs) {
    if (!stayed(pair)) continue;
    const Sums& sum = sums[place(*pair.second)];
    compare_shares({Subject::question, pair.second->id.value, &pair.second->text}, {},
                   pair.first->weight / sum.before, pair.second->weight / sum.after);
  }
}

// What changed alike in every question that has the option is a change of the scale, told once.
void Differ::compare_scores(const std::vector<Pair>& pairs) {
  struct Rescored {
    std::vector<std::pair<const Question*, Fraction>> questions;  // with the score that it had
    std::size_t asked = 0;  // questions with this option in both banks
    bool is_alike = true;
    Fraction after;
  };
  std::map<std::string, Rescored> options;
  for (const auto& [before, after] : pairs) {
    for (const Option& option : after->options) {
      const Option* old = option_of(*before, option.key.value);
      if (old == nullptr) continue;
      Rescored& entry = options[option.key.value];
      ++entry.asked;
      if (old->score == option.score) continue;
      const bool is_first = entry.questions.empty();
      if (!is_first &&
          (entry.after != option.score || entry.questions.front().second != old->score))
        entry.is_alike = false;
      entry.after = option.score;
      entry.questions.emplace_back(after, old->score);
    }
  }
  for (const auto& [key, entry] : options) {
    const bool is_scale =
        entry.is_alike && entry.questions.size() > 1 && entry.questions.size() == entry.asked;
    for (const auto& [question, score] : entry.questions) {
      const Option& option = *option_of(*question, key);
      const Thing thing = is_scale ? Thing{Subject::scoring, {}, nullptr}
                                   : Thing{Subject::option, question->id.value, &option.text};
      Change& change = add(ChangeClass::scoring, ChangeKind::rescored, thing);
      change.part = is_scale ? "scale." + key : key;
      change.before_number = score;
      change.after_number = option.score;
      if (is_scale) break;
    }
  }
}

}  // namespace assess::authoring
