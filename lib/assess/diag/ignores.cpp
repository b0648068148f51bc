#include <assess/base/nearest.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/ignores.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace assess {
namespace {

// One rule that one comment names.
struct Ignore {
  std::string rule;
  Span name;   // of the rule in the comment
  Span scope;  // what it acts on
  bool is_of_file = false;
  std::string reason;
  bool is_used = false;
};

// Steps through the text of a comment.
class Reader {
 public:
  Reader(std::string_view text, std::size_t begin, std::size_t end)
      : text_(text.substr(0, end)), at_(begin) {}

  std::size_t at() const { return at_; }
  bool is_at_end() const { return at_ == text_.size(); }

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  // Everything up to one of the signs, without the blanks around it; nullopt when there is none.
  std::optional<std::string_view> take_until(std::string_view signs) {
    skip_blanks();
    const auto end = text_.find_first_of(signs, at_);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view word = text_.substr(at_, end - at_);
    at_ = end;
    while (!word.empty() && (word.back() == ' ' || word.back() == '\t')) word.remove_suffix(1);
    return word;
  }

  std::string rest() {
    skip_blanks();
    std::string out(text_.substr(at_));
    while (!out.empty() && (out.back() == ' ' || out.back() == '\t')) out.pop_back();
    return out;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

// Chinese keyboards turn `--` into a dash.
bool take_dash(Reader& reader) {
  return reader.take("--") || reader.take("——") || reader.take("—");
}

// What a comment asks for; nullopt when it cannot be read.
std::optional<std::vector<Ignore>> read_ignores(const IgnoreComment& comment,
                                                const SourceMap& sources) {
  const SourceId source = comment.span.source;
  const std::string_view text = sources.text(source);
  Reader reader(text, comment.span.begin + 1, comment.span.end);
  reader.skip_blanks();
  reader.take(ignore_mark);
  reader.skip_blanks();
  const bool is_of_file = reader.take("ignore-file");
  if (!is_of_file && !reader.take("ignore")) return std::nullopt;
  reader.skip_blanks();
  if (!reader.take("[")) return std::nullopt;
  std::vector<Ignore> out;
  do {
    reader.skip_blanks();
    const auto begin = static_cast<std::uint32_t>(reader.at());
    const auto name = reader.take_until(",]");
    if (!name || name->empty()) return std::nullopt;
    out.push_back({.rule = lower_ascii(*name),
                   .name = {source, begin, begin + static_cast<std::uint32_t>(name->size())},
                   .scope = comment.scope,
                   .is_of_file = is_of_file,
                   .reason = {}});
  } while (reader.take(","));
  reader.take("]");
  reader.skip_blanks();
  if (reader.is_at_end()) return out;
  if (!take_dash(reader)) return std::nullopt;
  const std::string reason = reader.rest();
  for (Ignore& ignore : out) ignore.reason = reason;
  return out;
}

void report_unknown(const Ignore& ignore, Diagnostics& diagnostics) {
  auto& fault = diagnostics.report(rules::ignore_unknown_rule, ignore.name, ignore.rule);
  if (!diagnostics.wants_suggestions(rules::all.size())) return;
  std::vector<std::string> ids;
  for (const RuleInfo* rule : rules::all) ids.emplace_back(rule->id);
  if (const auto near = nearest(ignore.rule, ids)) {
    fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
  }
}

// What the comments name, found by rule and place. When several would do, the one of the line
// counts before that of the file, and of equals the first: the others are of no use.
class IgnoreIndex {
 public:
  explicit IgnoreIndex(std::vector<Ignore>& ignores) {
    for (Ignore& ignore : ignores) {
      Group& group = groups_[{ignore.rule, ignore.name.source}];
      if (!ignore.is_of_file) {
        group.lines.push_back(&ignore);
      } else if (group.file == nullptr) {
        group.file = &ignore;
      }
    }
    for (auto& [key, group] : groups_) sort(group);
  }

  // nullptr when nobody asked to ignore this.
  Ignore* find(std::string_view rule, const Span& where) const {
    const auto entry = groups_.find({rule, where.source});
    if (entry == groups_.end()) return nullptr;
    const Group& group = entry->second;
    const auto after =
        std::upper_bound(group.lines.begin(), group.lines.end(), where.begin,
                         [](std::uint32_t at, const Ignore* i) { return at < i->scope.begin; });
    for (auto i = static_cast<std::size_t>(after - group.lines.begin()); i-- > 0;) {
      if (where.begin < group.lines[i]->scope.end) return group.lines[i];
      if (where.begin >= group.furthest[i]) break;
    }
    return group.file;
  }

 private:
  struct Group {
    std::vector<Ignore*> lines;  // by the begin of what they act on, of equals the first last
    std::vector<std::uint32_t> furthest;  // the greatest end among these and all before
    Ignore* file = nullptr;
  };

  static void sort(Group& group) {
    std::reverse(group.lines.begin(), group.lines.end());
    std::stable_sort(group.lines.begin(), group.lines.end(), [](const Ignore* a, const Ignore* b) {
      return a->scope.begin < b->scope.begin;
    });
    std::uint32_t end = 0;
    for (const Ignore* ignore : group.lines) {
      end = std::max(end, ignore->scope.end);
      group.furthest.push_back(end);
    }
  }

  std::map<std::pair<std::string_view, SourceId>, Group> groups_;
};

// What the comments of all sources name; what is wrong with them is reported.
std::vector<Ignore> collect(const std::vector<IgnoreComment>& comments, const SourceMap& sources,
                            Diagnostics& diagnostics) {
  std::vector<Ignore> out;
  for (const IgnoreComment& comment : comments) {
    auto ignores = read_ignores(comment, sources);
    if (!ignores) {
      diagnostics.report(rules::ignore_malformed, comment.span);
      continue;
    }
    if (ignores->front().reason.empty()) {
      diagnostics.report(rules::ignore_no_reason, comment.span);
    }
    for (Ignore& ignore : *ignores) {
      if (rules::find(ignore.rule) == nullptr) {
        report_unknown(ignore, diagnostics);
      } else {
        out.push_back(std::move(ignore));
      }
    }
  }
  return out;
}

}  // namespace

void apply_ignores(const std::vector<IgnoreComment>& comments, const SourceMap& sources,
                   Checked checked, Diagnostics& diagnostics) {
  if (comments.empty()) return;
  Diagnostics about_comments;
  std::vector<Ignore> ignores = collect(comments, sources, about_comments);
  const IgnoreIndex index(ignores);
  diagnostics.amend([&](Diagnostic& diagnostic) {
    if (!diagnostic.where) return;
    if (Ignore* ignore = index.find(diagnostic.rule, *diagnostic.where)) {
      ignore->is_used = true;
      diagnostic.suppressed = ignore->reason;
    }
  });
  const bool saw_all = checked == Checked::wholly && diagnostics.dropped() == 0;
  for (const Ignore& ignore : ignores) {
    if (saw_all && !ignore.is_used) {
      about_comments.report(rules::ignore_unused, ignore.name, ignore.rule);
    }
  }
  diagnostics.add_all(about_comments);
}

}  // namespace assess
