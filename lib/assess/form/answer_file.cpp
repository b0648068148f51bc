#include <assess/answers/read.hpp>
#include <assess/form/answer_file.hpp>
#include <assess/form/scalar.hpp>
#include <assess/form/written.hpp>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace assess::form {
namespace {

Answer* find_answer(Answers& answers, std::string_view question) {
  for (Answer& answer : answers.answers) {
    if (answer.question.value == question) return &answer;
  }
  return nullptr;
}

}  // namespace

std::optional<AnswerFile> AnswerFile::read(std::string path, std::string text,
                                           Diagnostics& diagnostics) {
  AnswerFile file;
  file.path_ = std::move(path);
  if (text.find("\r\n") != std::string::npos) file.newline_ = "\r\n";
  if (!file.parse(std::move(text), diagnostics)) return std::nullopt;
  return file;
}

bool AnswerFile::parse(std::string text, Diagnostics& diagnostics) {
  auto sources = std::make_unique<SourceMap>();
  const SourceId source = sources->add(path_, text);
  auto tree = yaml::parse(*sources, source, diagnostics);
  if (!tree || !tree->root().is_mapping()) return false;
  answers_ = read_answers(tree->root(), diagnostics);
  tree_ = std::make_unique<yaml::Tree>(*std::move(tree));
  sources_ = std::move(sources);
  text_ = std::move(text);
  return true;
}

// In one pass from the beginning; of several insertions at one place the first stays first.
bool AnswerFile::apply(std::vector<Edit> edits, const Answers& expected) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  std::string text;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    if (edit.begin < at) return false;  // they overlap
    text.append(text_, at, edit.begin - at).append(edit.text);
    at = edit.end;
  }
  text.append(text_, at);
  AnswerFile changed;
  changed.path_ = path_;
  changed.newline_ = newline_;
  Diagnostics ignored;  // the same faults as before, or the comparison fails
  if (!changed.parse(std::move(text), ignored)) return false;
  if (as_written(changed.answers_) != as_written(expected)) return false;
  *this = std::move(changed);
  return true;
}

std::optional<AnswerFile::Pair> AnswerFile::find(const yaml::Node& mapping, std::string_view key) {
  if (!mapping.is_mapping()) return std::nullopt;
  for (const yaml::Node candidate : mapping.children()) {
    if (candidate.text() == key) return Pair{candidate, candidate.value()};
  }
  return std::nullopt;
}

bool AnswerFile::is_flow(const yaml::Node& node) const {
  const char first = text_[node.span().begin];
  return first == '{' || first == '[';
}

// Where the line of this place ends, before its line break.
std::size_t AnswerFile::line_end(std::size_t at) const {
  std::size_t end = std::min(text_.find('\n', at), text_.size());
  if (end > at && text_[end - 1] == '\r') --end;
  return end;
}

std::size_t AnswerFile::column(std::size_t at) const {
  const std::size_t before = text_.rfind('\n', at == 0 ? 0 : at - 1);
  return before == std::string::npos || at == 0 ? at : at - before - 1;
}

// The last byte of a pair. A value in several lines may count the line break behind it.
std::size_t AnswerFile::end_of(const Pair& pair) const {
  std::size_t end = std::max<std::size_t>(pair.key.span().end, pair.value.span().end);
  while (end > 0 && (text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == ' ')) {
    --end;
  }
  return end;
}

AnswerFile::Edit AnswerFile::replace_value(const Pair& pair, const std::string& value) const {
  const Span span = pair.value.span();
  if (span.begin != span.end) return {span.begin, span.end, value};
  // Nothing stands there: behind the colon.
  const std::size_t colon = text_.find(':', pair.key.span().end);
  return {colon + 1, colon + 1, " " + value};
}

AnswerFile::Edit AnswerFile::insert_behind(const yaml::Node& mapping,
                                           const std::optional<Pair>& before,
                                           const std::string& key, const std::string& value) const {
  const std::string pair = key + ": " + value;
  if (is_flow(mapping)) {
    if (!before) {
      const std::size_t at = mapping.span().begin + 1;
      return {at, at, mapping.size() == 0 ? pair : pair + ", "};
    }
    std::size_t at = std::max<std::size_t>(before->key.span().end, before->value.span().end);
    if (before->value.is_null() && before->value.span().begin == before->value.span().end) {
      const std::size_t colon = text_.find(':', before->key.span().end);
      const std::size_t sign = text_.find_first_of(",}", before->key.span().end);
      at = colon < sign ? colon + 1 : sign;
    }
    return {at, at, ", " + pair};
  }
  // On a line of its own, behind the pair before it and whatever comment stands beside that.
  const Pair last = *before;
  const std::size_t at = line_end(end_of(last));
  return {at, at, newline_ + std::string(column(last.key.span().begin), ' ') + pair};
}

// Replaces the value of a key, or adds the pair at the end.
AnswerFile::Edit AnswerFile::put(const yaml::Node& mapping, const std::string& key,
                                 const std::string& value) const {
  if (const auto pair = find(mapping, key)) return replace_value(*pair, value);
  std::optional<Pair> last;
  for (const yaml::Node candidate : mapping.children()) last = Pair{candidate, candidate.value()};
  return insert_behind(mapping, last, key, value);
}

// In a mapping only what differs is touched.
void AnswerFile::change_fields(const yaml::Node& mapping, const Answer& before, const Answer& after,
                               std::vector<Edit>& edits) const {
  const auto word = [](const Answer& answer) {
    return answer.option ? answer.option->value : std::string();
  };
  if (word(before) != word(after)) {
    edits.push_back(put(mapping, "option", after.option ? scalar(word(after)) : "~"));
  }
  if (before.note != after.note) edits.push_back(put(mapping, "note", scalar(after.note)));
  if (evidence_list(before) != evidence_list(after)) {
    edits.push_back(put(mapping, "evidence", evidence_list(after)));
  }
}

std::optional<AnswerFile::Edit> AnswerFile::put_answer(const Bank& bank, const yaml::Node& answers,
                                                       const Answer& answer,
                                                       const std::string& value) const {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < bank.questions.size(); ++i) {
    places.emplace(bank.questions[i].id.value, i);
  }
  const auto own = places.find(answer.question.value);
  if (own == places.end()) return std::nullopt;
  // Behind the nearest one that comes before it; at the end when there is none.
  std::optional<Pair> before;
  std::optional<Pair> last;
  std::size_t nearest = 0;
  for (const yaml::Node key : answers.children()) {
    last = Pair{key, key.value()};
    const auto found = places.find(key.text());
    if (found == places.end() || found->second > own->second) continue;
    if (!before || found->second >= nearest) {
      before = last;
      nearest = found->second;
    }
  }
  return insert_behind(answers, before ? before : last, scalar(answer.question.value), value);
}

bool AnswerFile::set_answer(const Bank& bank, const Answer& answer) {
  Answers expected = answers_;
  const Answer* before = find_answer(expected, answer.question.value);
  std::vector<Edit> edits;
  const yaml::Node root = tree_->root();
  const auto answers = find(root, "answers");
  const std::string value = answer_value(answer);
  if (!answers) {
    edits.push_back(put(root, "answers", "{" + scalar(answer.question.value) + ": " + value + "}"));
  } else if (!answers->value.is_mapping()) {
    if (!answers->value.is_null()) return false;
    const std::string pair = scalar(answer.question.value) + ": " + value;
    const std::size_t at = line_end(answers->key.span().end);
    edits.push_back(is_flow(root) ? replace_value(*answers, "{" + pair + "}")
                                  : Edit{at, at, newline_ + "  " + pair});
  } else if (const auto pair = find(answers->value, answer.question.value)) {
    if (pair->value.is_mapping()) {
      change_fields(pair->value, *before, answer, edits);
    } else {
      edits.push_back(replace_value(*pair, value));
    }
  } else {
    auto edit = put_answer(bank, answers->value, answer, value);
    if (!edit) return false;
    edits.push_back(*std::move(edit));
  }
  if (Answer* known = find_answer(expected, answer.question.value)) {
    *known = answer;
  } else {
    expected.answers.push_back(answer);
  }
  return apply(std::move(edits), expected);
}

bool AnswerFile::set_indicator(const IndicatorValue& value) {
  Answers expected = answers_;
  std::erase_if(expected.indicators,
                [&](const IndicatorValue& other) { return other.id.value == value.id.value; });
  expected.indicators.push_back(value);
  const yaml::Node root = tree_->root();
  const auto indicators = find(root, "indicators");
  const std::string text = indicator_value(value);
  Edit edit;
  if (indicators && indicators->value.is_mapping()) {
    edit = put(indicators->value, scalar(value.id.value), text);
  } else if (indicators && indicators->value.is_null() && !is_flow(root)) {
    const std::size_t at = line_end(indicators->key.span().end);
    edit = {at, at, newline_ + "  " + scalar(value.id.value) + ": " + text};
  } else {
    edit = put(root, "indicators", "{" + scalar(value.id.value) + ": " + text + "}");
  }
  return apply({edit}, expected);
}

bool AnswerFile::append(std::string_view key, std::string_view lines) {
  const yaml::Node root = tree_->root();
  const auto section = find(root, key);
  std::string text;
  for (const char c : lines) text += c == '\n' ? newline_ : std::string(1, c);
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  if (is_flow(root) || (section && section->value.is_mapping() && is_flow(section->value))) {
    return true;  // such a file holds no comments; answers are put into it one by one
  }
  std::size_t at = 0;
  if (!section) {
    std::optional<Pair> last;
    for (const yaml::Node candidate : root.children()) last = Pair{candidate, candidate.value()};
    at = line_end(end_of(*last));
    text = newline_ + std::string(key) + ":" + newline_ + text;
  } else if (section->value.is_mapping()) {
    std::optional<Pair> last;
    for (const yaml::Node child : section->value.children()) last = Pair{child, child.value()};
    at = line_end(end_of(*last));
    if (column(last->key.span().begin) != 2) return true;  // set by hand in another way
  } else {
    if (!section->value.is_null()) return false;
    at = line_end(section->key.span().end);
  }
  Answers expected = answers_;
  add_empty_keys(std::string(key), lines, expected);
  return apply({{at, at, newline_ + text}}, expected);
}

bool AnswerFile::add_seal(const Seal& seal) {
  Answers expected = answers_;
  expected.seals.push_back(seal);
  const yaml::Node root = tree_->root();
  const auto seals = find(root, "seals");
  if (is_flow(root) || (seals && is_flow(seals->value))) {
    Edit edit;
    if (seals && seals->value.is_sequence() && seals->value.size() > 0) {
      const std::size_t at = seals->value.span().end - 1;
      edit = {at, at, ", " + seal_flow(seal)};
    } else {
      edit = put(root, "seals", "[" + seal_flow(seal) + "]");
    }
    return apply({edit}, expected);
  }
  if (!seals) {
    Edit edit = put(root, "seals", "");
    edit.text = newline_ + newline_ + seals_head(newline_) + newline_ + seal_block(seal, newline_);
    return apply({edit}, expected);
  }
  const std::size_t at = line_end(end_of(*seals));
  return apply({{at, at, newline_ + seal_block(seal, newline_)}}, expected);
}

bool AnswerFile::set_finish(const Finish& finish) {
  Answers expected = answers_;
  expected.finish = finish;
  Edit edit = put(tree_->root(), "finish", finish_flow(finish));
  return apply({edit}, expected);
}

}  // namespace assess::form
