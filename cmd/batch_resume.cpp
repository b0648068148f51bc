#include "batch_resume.hpp"

#include <assess/diag/rules.hpp>
#include <assess/io/lines.hpp>
#include <assess/report/run.hpp>
#include <assess/yaml/json.hpp>

#include <charconv>
#include <string_view>
#include <utility>

namespace assess::cmd {
namespace {

constexpr std::size_t longest_line = std::size_t{64} * 1024 * 1024;

// One line of the output, as far as it is of interest.
class WrittenLine {
 public:
  explicit WrittenLine(const yaml::Node& root) : root_(root) {}

  // The text or number of a key; empty when it is absent, null, or no scalar.
  std::string_view word(std::string_view key) const {
    if (!root_.is_mapping()) return {};
    for (const yaml::Node candidate : root_.children()) {
      if (candidate.text() == key) return candidate.value().text();
    }
    return {};
  }
  std::optional<int> number(std::string_view key) const {
    const std::string_view text = word(key);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
  }

 private:
  yaml::Node root_;
};

class Reader {
 public:
  Reader(const std::string& path, Diagnostics& diagnostics)
      : path_(path), diagnostics_(diagnostics) {}

  std::optional<BegunBatch> run(Lines lines) {
    while (auto line = lines.next()) {
      if (!line->is_ended) break;  // cut short: it is made again
      const std::size_t number = line->number;
      const std::size_t end = line->end;
      if (begun_.end || line->is_too_long || !take(std::move(line->text))) {
        diagnostics_.report(rules::cannot_resume, std::nullopt, path_,
                            Text{"第 " + std::to_string(number) + " 行不是批量评分的 NDJSON",
                                 "line " + std::to_string(number) + " is not NDJSON of a batch"});
        return std::nullopt;
      }
      begun_.keep = end;
    }
    return std::move(begun_);
  }

 private:
  bool take(std::string text) {
    SourceMap sources;
    Diagnostics faults;
    if (begun_.begin.empty()) begun_.begin = text + "\n";
    const SourceId source = sources.add(path_, std::move(text));
    const auto tree = json_.parse(sources, source, faults);
    if (!tree) return false;
    const WrittenLine line(tree->root());
    const std::string_view type = line.word("type");
    const bool is_first = begun_.keep == 0;
    if (is_first) return type == "begin";
    if (type == "record") return take_record(line);
    if (type != "summary") return false;
    const auto code = line.number("exit_code");
    if (code) begun_.end = static_cast<ExitCode>(*code);
    return code.has_value();
  }

  bool take_record(const WrittenLine& line) {
    render::BatchSummary& summary = begun_.summary;
    const std::string_view status = line.word("status");
    const auto errors = line.number("errors");
    const auto warnings = line.number("warnings");
    const auto level = line.number("level");
    begun_.last = line.word("path");
    const bool is_unreadable = status == outcome_name(Outcome::unreadable);
    const bool is_failed = status == outcome_name(Outcome::failed);
    const bool is_scored = is_failed || status == outcome_name(Outcome::scored);
    if (begun_.last.empty() || !errors || !warnings || is_scored != level.has_value() ||
        (!is_scored && !is_unreadable)) {
      return false;
    }
    ++summary.files;
    summary.errors += static_cast<std::size_t>(*errors);
    summary.warnings += static_cast<std::size_t>(*warnings);
    if (is_unreadable) ++summary.unreadable;
    if (is_failed) ++summary.failed;
    if (is_scored) ++summary.scored;
    if (is_scored) ++summary.levels[*level];
    return true;
  }

  const std::string& path_;
  Diagnostics& diagnostics_;
  yaml::JsonReader json_;
  BegunBatch begun_;
};

}  // namespace

std::optional<BegunBatch> read_begun_batch(const std::string& path, Env& env,
                                           Diagnostics& diagnostics) {
  const std::string part = part_path(path);
  const bool has_part = env.files.kind(part) != PathKind::missing;
  if (!has_part && env.files.kind(path) == PathKind::missing) return BegunBatch{};
  auto feed = env.files.open_feed(has_part ? part : path, diagnostics);
  if (!feed) return std::nullopt;
  auto begun = Reader(path, diagnostics).run(Lines(std::move(feed), longest_line));
  if (diagnostics.has_errors()) return std::nullopt;  // it could not be read to its end
  return begun;
}

}  // namespace assess::cmd
