#include <assess/base/sha256.hpp>
#include <assess/render/fingerprint.hpp>

namespace assess::render {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

// What it says about, without saying where. Messages of findings without a place hold no line.
std::string_view subject(const Finding& finding) {
  return finding.place ? trimmed(finding.place->excerpt) : std::string_view(finding.message.en);
}

}  // namespace

std::vector<Fingerprint> fingerprints(const Run& run, const Context& context) {
  const auto files = owners(run);
  std::map<std::string, std::size_t> seen;
  std::vector<Fingerprint> out;
  out.reserve(run.findings.size());
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    const Finding& finding = run.findings[i];
    const std::string path = path_of(finding, files[i]);
    std::string text = finding.rule + "\n" + repository_path(path, context).value_or(path) + "\n";
    text += subject(finding);
    Fingerprint print{.hash = sha256_hex(text)};
    print.number = ++seen[print.hash];
    out.push_back(std::move(print));
  }
  return out;
}

std::vector<const RunFile*> owners(const Run& run) {
  std::vector<const RunFile*> out(run.findings.size(), nullptr);
  for (const RunFile& file : run.files) {
    for (std::size_t i = file.findings.begin; i < file.findings.end; ++i) out[i] = &file;
  }
  return out;
}

std::string path_of(const Finding& finding, const RunFile* owner) {
  if (finding.place) return finding.place->path;
  return owner == nullptr ? std::string() : owner->path;
}

std::optional<std::string> repository_path(const std::string& path, const Context& context) {
  const auto found = context.repository_paths.find(path);
  if (found == context.repository_paths.end()) return std::nullopt;
  return found->second;
}

}  // namespace assess::render
