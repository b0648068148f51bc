// An answer file made to fit another version of its bank, by edits where things stand.
#include <assess/form/answer_changes.hpp>
#include <assess/form/answer_file.hpp>
#include <assess/form/scalar.hpp>
#include <assess/form/written.hpp>

#include <algorithm>
#include <unordered_map>

namespace assess::form {
namespace {

using Remarks = std::unordered_map<std::string_view, std::string_view>;

Remarks remarks_of(const std::vector<Changes::Removal>& removals) {
  Remarks out;
  for (const auto& removal : removals) out.emplace(removal.id, removal.remark);
  return out;
}

// In one line: a comment must not end before its text does.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == '\n' || c == '\r' || c == ' ';
    if (!is_blank || (!out.empty() && out.back() != ' ')) out += is_blank ? ' ' : c;
  }
  return out;
}

bool holds_comment(std::string_view text) {
  return text.find('#') != std::string_view::npos;
}

}  // namespace

void AnswerFile::rename(const Changes& changes, std::vector<Edit>& edits, Answers& expected) const {
  const std::unordered_map<std::string_view, std::string_view> names(changes.renamed.begin(),
                                                                     changes.renamed.end());
  const auto section = find(tree_->root(), "answers");
  if (!section || !section->value.is_mapping()) return;
  for (const yaml::Node key : section->value.children()) {
    const auto name = names.find(key.text());
    if (name == names.end()) continue;
    edits.push_back({key.span().begin, key.span().end, scalar(name->second)});
  }
  for (Answer& answer : expected.answers) {
    const auto name = names.find(answer.question.value);
    if (name != names.end()) answer.question.value = std::string(name->second);
  }
}

// The option goes, note and evidence stay; the remark says what it was.
bool AnswerFile::clear(const Changes& changes, std::vector<Edit>& edits, Answers& expected) const {
  const Remarks remarks = remarks_of(changes.cleared);
  const auto section = find(tree_->root(), "answers");
  if (remarks.empty() || !section || !section->value.is_mapping()) return remarks.empty();
  const bool is_in_flow = is_flow(section->value);
  for (const yaml::Node key : section->value.children()) {
    const auto remark = remarks.find(key.text());
    if (remark == remarks.end()) continue;
    const auto option =
        key.value().is_mapping() ? find(key.value(), "option") : Pair{key, key.value()};
    if (!option || option->value.is_null()) return false;
    edits.push_back({option->value.span().begin, option->value.span().end, "~"});
    const std::size_t above = is_in_flow ? section->key.span().begin : key.span().begin;
    const std::size_t at = line_begin(above);
    edits.push_back(
        {at, at, std::string(above - at, ' ') + "# " + one_line(remark->second) + newline_});
  }
  for (Answer& answer : expected.answers) {
    if (remarks.contains(answer.question.value)) answer.option.reset();
  }
  return true;
}

// Puts `#` before every line from `begin` to `end`, and the remark above them. False when something
// else stands on the first line.
bool AnswerFile::comment_out(std::size_t begin, std::size_t end, const std::string& remark,
                             std::vector<Edit>& edits) const {
  const std::size_t first = line_begin(begin);
  const std::string_view lead = std::string_view(text_).substr(first, begin - first);
  if (lead.find_first_not_of("- ") != std::string_view::npos) return false;
  const std::size_t indent = std::min(lead.find_first_not_of(' '), lead.size());
  const std::string margin(indent, ' ');
  std::string out = margin + "# " + one_line(remark) + newline_;
  const std::size_t last = line_end(end);
  for (std::size_t at = first; at < last;) {
    const std::size_t stop = std::min(line_end(at), last);
    const std::string_view line = std::string_view(text_).substr(at, stop - at);
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    if (at != first) out += newline_;
    out += margin + "#" + (blanks == line.size() ? "" : " ");
    out += line.substr(std::min(indent, blanks));
    at = std::min(text_.find('\n', stop), text_.size() - 1) + 1;
  }
  edits.push_back({first, last, std::move(out)});
  return true;
}

bool AnswerFile::remove_from_block(const Pair& section,
                                   const std::vector<Changes::Removal>& removals,
                                   std::vector<Edit>& edits) const {
  const Remarks remarks = remarks_of(removals);
  for (const yaml::Node child : section.value.children()) {
    const auto remark = remarks.find(child.text());
    if (remark == remarks.end()) continue;
    const Pair pair{child, section.value.is_mapping() ? child.value() : child};
    if (!comment_out(child.span().begin, end_of(pair), std::string(remark->second), edits)) {
      return false;
    }
  }
  return true;
}

// Inside brackets comments have no place: they go above the key.
bool AnswerFile::remove_from_flow(const Pair& section,
                                  const std::vector<Changes::Removal>& removals,
                                  std::vector<Edit>& edits) const {
  const Remarks remarks = remarks_of(removals);
  struct Item {
    std::size_t begin;
    std::size_t end;
    std::string_view remark;
    bool goes;
  };
  std::vector<Item> items;
  for (const yaml::Node child : section.value.children()) {
    const yaml::Node last = section.value.is_mapping() ? child.value() : child;
    const auto remark = remarks.find(child.text());
    items.push_back({child.span().begin, std::max<std::size_t>(child.span().end, last.span().end),
                     remark == remarks.end() ? std::string_view() : remark->second,
                     remark != remarks.end()});
  }
  const std::size_t above = line_begin(section.key.span().begin);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].goes) continue;
    std::size_t j = i;
    while (j + 1 < items.size() && items[j + 1].goes) ++j;
    const bool has_next = j + 1 < items.size();
    const std::size_t begin = has_next || i == 0 ? items[i].begin : items[i - 1].end;
    const std::size_t end = has_next ? items[j + 1].begin : items[j].end;
    if (holds_comment(std::string_view(text_).substr(begin, end - begin))) return false;
    edits.push_back({begin, end, ""});
    for (; i <= j; ++i) {
      const std::string was = text_.substr(items[i].begin, items[i].end - items[i].begin);
      edits.push_back(
          {above, above,
           "# " + one_line(items[i].remark) + newline_ + "# " + one_line(was) + newline_});
    }
  }
  return true;
}

bool AnswerFile::remove(const std::string& section, const std::vector<Changes::Removal>& removals,
                        std::vector<Edit>& edits) const {
  if (removals.empty()) return true;
  const auto pair = find(tree_->root(), section);
  if (!pair || pair->value.is_null()) return false;
  // In a file that is all brackets (JSON) a comment would make it another language.
  if (is_flow(tree_->root())) return false;
  return is_flow(pair->value) ? remove_from_flow(*pair, removals, edits)
                              : remove_from_block(*pair, removals, edits);
}

bool AnswerFile::remove_variant(const std::string& remark, std::vector<Edit>& edits) const {
  if (remark.empty()) return true;
  const auto pair = find(tree_->root(), "variant");
  if (!pair || is_flow(tree_->root())) return false;
  return comment_out(pair->key.span().begin, end_of(*pair), remark, edits);
}

void AnswerFile::reopen(std::vector<Edit>& edits, Answers& expected) const {
  for (const char* key : {"seals", "finish"}) {
    const auto pair = find(tree_->root(), key);
    if (!pair) continue;
    std::size_t begin = line_begin(pair->key.span().begin);
    // With the head that `add_seal` put above it.
    const std::string head = seals_head(newline_);
    const std::string whole = head.substr(0, head.size() - std::string("seals:").size());
    if (key == std::string("seals") && begin >= whole.size() &&
        text_.compare(begin - whole.size(), whole.size(), whole) == 0) {
      begin -= whole.size();
    }
    std::size_t end = line_end(end_of(*pair));
    if (end < text_.size()) end = text_.find('\n', end) + 1;
    edits.push_back({begin, end, ""});
  }
  expected.seals.clear();
  expected.finish.reset();
}

bool AnswerFile::change(const Changes& changes) {
  Answers expected = answers_;
  std::vector<Edit> edits;
  const auto bank = find(tree_->root(), "bank");
  if (!changes.bank.empty() && bank && changes.bank != answers_.bank.value) {
    edits.push_back(replace_value(*bank, scalar(changes.bank)));
    expected.bank.value = changes.bank;
  }
  const auto erase = [](auto& things, const std::vector<Changes::Removal>& removals, auto id_of) {
    const Remarks remarks = remarks_of(removals);
    std::erase_if(things, [&](const auto& thing) { return remarks.contains(id_of(thing)); });
  };
  if (!clear(changes, edits, expected) || !remove("answers", changes.answers, edits) ||
      !remove("tailored", changes.tailored, edits) ||
      !remove("indicators", changes.indicators, edits) || !remove_variant(changes.variant, edits)) {
    return false;
  }
  erase(expected.answers, changes.answers,
        [](const Answer& answer) { return std::string_view(answer.question.value); });
  erase(expected.tailored, changes.tailored,
        [](const Located<std::string>& area) { return std::string_view(area.value); });
  erase(expected.indicators, changes.indicators,
        [](const IndicatorValue& value) { return std::string_view(value.id.value); });
  rename(changes, edits, expected);  // last: everything else goes by the ids in the file
  if (!changes.variant.empty()) expected.variant = {};
  if (changes.reopen) reopen(edits, expected);
  return edits.empty() || apply(std::move(edits), expected);
}

}  // namespace assess::form
