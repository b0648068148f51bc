// Findings as SARIF 2.1.0, with all that GitHub code scanning asks for. What has no place in a file
// of the repository is a notification of the run: code scanning refuses a result without one.
#include <assess/base/utf8.hpp>
#include <assess/base/version.hpp>
#include <assess/diag/rules.hpp>
#include <assess/render/fingerprint.hpp>
#include <assess/render/json_values.hpp>

#include <fmt/format.h>

namespace assess::render {
namespace {

std::string_view sarif_level(Severity severity) {
  return severity == Severity::info ? "note" : severity_name(severity);
}

// RFC 3986: all that is neither unreserved nor a slash between two names.
std::string percent_encoded(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') ||
                          std::string_view("-._~/").find(c) != std::string_view::npos;
    out += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// Plain text, in which `[text](target)` would be a link. Empty text is refused.
Json message(std::string_view text) {
  std::string out;
  const bool may_be_link = text.find("](") != std::string_view::npos;
  for (const char c : text) {
    if (may_be_link && (c == '[' || c == ']')) out += '\\';
    out += c;
  }
  return {{"text", out.empty() ? "-" : out}};
}

// The first paragraph of a page, on one line.
std::string first_paragraph(const std::string& page) {
  std::string out = page.substr(0, page.find("\n\n"));
  while (out.ends_with('\n')) out.pop_back();
  for (char& c : out) {
    if (c == '\n') c = ' ';
  }
  return out;
}

Json artifact(const std::string& repository_path) {
  return {{"uri", percent_encoded(repository_path)}, {"uriBaseId", "%SRCROOT%"}};
}

Json location(const Place& place, const std::string& repository_path) {
  return {{"physicalLocation",
           {{"artifactLocation", artifact(repository_path)},
            {"region",
             {{"startLine", place.begin.line},
              {"startColumn", place.begin.column},
              {"endLine", place.end.line},
              {"endColumn", place.end.column}}}}}};
}

// The rules that occur, in the order in which they first do.
class Descriptors {
 public:
  explicit Descriptors(const Context& context) : context_(context) {}

  std::size_t index_of(const std::string& id) {
    const auto [known, is_new] = indices_.try_emplace(id, list_.size());
    if (is_new) list_.push_back(described(id));
    return known->second;
  }

  const Json& list() const { return list_; }

 private:
  Json described(const std::string& id) const {
    const RuleInfo* rule = rules::find(id);
    if (rule == nullptr) return {{"id", id}};
    const Language language = context_.language;
    RulePage page{rule, {}, {}};
    if (context_.page_of != nullptr) page = context_.page_of(*rule, language);
    const std::string summary(rule->summary.in(language));
    if (page.page.empty()) page.page = page.markdown = summary;
    return {
        {"id", id},
        {"shortDescription", {{"text", summary}}},
        {"fullDescription", {{"text", first_paragraph(page.page)}}},
        {"help", {{"text", page.page}, {"markdown", page.markdown}}},
        {"defaultConfiguration", {{"level", sarif_level(rule->severity)}}},
        {"properties",
         {{"tags", {id.substr(0, id.find('/'))}},
          {"precision", "very-high"},
          {"problem.severity",
           rule->severity == Severity::info ? "recommendation" : severity_name(rule->severity)}}}};
  }

  const Context& context_;
  std::map<std::string, std::size_t> indices_;
  Json list_ = Json::array();
};

class SarifRun {
 public:
  SarifRun(const Run& run, const Context& context)
      : run_(run),
        context_(context),
        files_(owners(run)),
        prints_(fingerprints(run, context)),
        rules_(context),
        notices_(context) {}

  Json value() {
    for (std::size_t i = 0; i < run_.findings.size(); ++i) {
      if (run_.findings[i].severity >= context_.min_severity) add(i);
    }
    const auto exit_code = static_cast<int>(run_.exit_code);
    Json driver{{"name", "assess"},
                {"semanticVersion", program_version},
                {"rules", rules_.list()},
                {"notifications", notices_.list()}};
    return {
        {"tool", {{"driver", std::move(driver)}}},
        {"language", language_tag(context_.language)},
        {"automationDetails", {{"id", "assess/" + run_.command + "/"}}},
        {"columnKind", "unicodeCodePoints"},
        {"invocations", Json::array({{{"executionSuccessful", run_.exit_code != ExitCode::cannot},
                                      {"exitCode", exit_code},
                                      {"toolExecutionNotifications", std::move(notifications_)}}})},
        {"results", std::move(results_)}};
  }

 private:
  std::string words_of(const Finding& finding) const {
    const std::string& help = finding.help.in(context_.language);
    const std::string out = safe_to_show(finding.message.in(context_.language));
    return help.empty() ? out : out + "\n" + safe_to_show(help);
  }

  void add(std::size_t i) {
    const Finding& finding = run_.findings[i];
    const auto path = repository_path(path_of(finding, files_[i]), context_);
    if (finding.place && path) {
      add_result(finding, *path, prints_[i]);
    } else {
      add_notification(finding, path);
    }
  }

  void add_result(const Finding& finding, const std::string& path, const Fingerprint& print) {
    Json result{{"ruleId", finding.rule},
                {"ruleIndex", rules_.index_of(finding.rule)},
                {"level", sarif_level(finding.severity)},
                {"message", message(words_of(finding))},
                {"locations", Json::array({location(*finding.place, path)})}};
    Json related = Json::array();
    for (const Finding::Note& note : finding.notes) {
      const auto other = repository_path(note.place.path, context_);
      if (!other) continue;
      Json entry = location(note.place, *other);
      entry["id"] = related.size() + 1;
      entry["message"] = message(safe_to_show(note.text.in(context_.language)));
      related.push_back(std::move(entry));
    }
    if (!related.empty()) result["relatedLocations"] = std::move(related);
    result["partialFingerprints"] = {
        {"primaryLocationLineHash", fmt::format("{}:{}", print.hash.substr(0, 16), print.number)}};
    if (finding.suppressed) {
      Json suppression{{"kind", "inSource"}, {"status", "accepted"}};
      if (!finding.suppressed->empty()) suppression["justification"] = *finding.suppressed;
      result["suppressions"] = Json::array({std::move(suppression)});
    }
    results_.push_back(std::move(result));
  }

  // A place outside of the repository is told in words.
  void add_notification(const Finding& finding, const std::optional<std::string>& path) {
    std::string text = words_of(finding);
    if (finding.place) {
      text = fmt::format("{}:{}:{}: {}", safe_to_show(finding.place->path),
                         finding.place->begin.line, finding.place->begin.column, text);
    }
    Json entry{{"descriptor", {{"id", finding.rule}, {"index", notices_.index_of(finding.rule)}}},
               {"level", sarif_level(finding.severity)},
               {"message", message(text)}};
    if (path) {
      entry["locations"] =
          Json::array({{{"physicalLocation", {{"artifactLocation", artifact(*path)}}}}});
    }
    notifications_.push_back(std::move(entry));
  }

  const Run& run_;
  const Context& context_;
  std::vector<const RunFile*> files_;
  std::vector<Fingerprint> prints_;
  Descriptors rules_;
  Descriptors notices_;
  Json results_ = Json::array();
  Json notifications_ = Json::array();
};

}  // namespace

std::string findings_sarif(const Run& run, const Context& context) {
  return written({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", Json::array({SarifRun(run, context).value()})}});
}

}  // namespace assess::render
