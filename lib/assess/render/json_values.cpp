#include <assess/base/version.hpp>
#include <assess/render/json_values.hpp>

#include <fmt/format.h>

#include <charconv>
#include <string_view>

namespace assess::render {
namespace {

bool belongs_to_number(char c) {
  return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == '+' || c == '-';
}

// The library writes one number in some hundreds with more digits than it takes, and small ones
// with an exponent. No number of ours has more than six decimals.
std::string plain_decimals(std::string_view number) {
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  std::string out = fmt::format("{:.6f}", value);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

std::string with_plain_decimals(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  bool is_in_text = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') is_in_text = !is_in_text;
    if (is_in_text && c == '\\') {
      out.append(json, at++, 2);
      continue;
    }
    const bool begins_number = !is_in_text && (c == '-' || (c >= '0' && c <= '9'));
    if (!begins_number) {
      out += c;
      continue;
    }
    std::size_t end = at;
    while (end < json.size() && belongs_to_number(json[end])) ++end;
    const std::string_view number = std::string_view(json).substr(at, end - at);
    const bool is_whole = number.find_first_of(".e") == std::string_view::npos;
    out += is_whole ? std::string(number) : plain_decimals(number);
    at = end - 1;
  }
  return out;
}

}  // namespace

Json plain_number(const Fraction& value) {
  // Rounded exactly first; `written` then writes the nearest double as those very decimals.
  const std::string text = value.shortest(6);
  if (text.find('.') == std::string::npos) {
    std::int64_t whole = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (error == std::errc{} && end == text.data() + text.size()) return whole;
  }
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Json figure(const Fraction& value) {
  return {{"value", plain_number(value)}, {"exact", value.exact()}};
}

Json figure(const std::optional<Fraction>& value) {
  return value ? figure(*value) : Json(nullptr);
}

void add_tally(Json& out, const Tally& tally) {
  out["questions"] = tally.questions;
  out["answered"] = tally.answered;
  out["not_applicable"] = tally.not_applicable;
}

Json text_value(const Text& text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

Json tool() {
  return {{"name", "assess"}, {"version", program_version}};
}

Json document_head(const Run& run) {
  return {{"schema_version", schema_version},
          {"tool", tool()},
          {"command", run.command},
          {"status", status_name(run.exit_code)},
          {"exit_code", static_cast<int>(run.exit_code)}};
}

Json diagnostics(const Run& run, const Context& context) {
  Json out = Json::array();
  for (const Finding& finding : run.findings) {
    if (finding.severity < context.min_severity) continue;
    Json entry{{"rule", finding.rule},
               {"severity", severity_name(finding.severity)},
               {"message", finding.message.in(context.language)}};
    const bool has_place = finding.place.has_value();
    const auto position = [&](auto member) {
      return has_place ? Json(member(*finding.place)) : Json(nullptr);
    };
    entry["path"] = position([](const Place& p) { return p.path; });
    entry["line"] = position([](const Place& p) { return p.begin.line; });
    entry["column"] = position([](const Place& p) { return p.begin.column; });
    entry["end_line"] = position([](const Place& p) { return p.end.line; });
    entry["end_column"] = position([](const Place& p) { return p.end.column; });
    const std::string& help = finding.help.in(context.language);
    entry["help"] = help.empty() ? Json(nullptr) : Json(help);
    entry["suppressed"] = nullptr;
    if (finding.suppressed) entry["suppressed"] = {{"reason", *finding.suppressed}};
    out.push_back(std::move(entry));
  }
  return out;
}

std::string written(const Json& document) {
  return with_plain_decimals(document.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace assess::render
