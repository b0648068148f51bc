#include "batch_reports.hpp"

#include "fonts.hpp"
#include <assess/base/sha256.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/render/pdf.hpp>
#include <assess/report/build.hpp>

#include <fmt/format.h>

namespace assess::cmd {
namespace {

constexpr std::size_t longest_stem = 80;  // bytes; file systems take 255
constexpr std::size_t digits_of_hash = 12;

bool is_safe(char32_t c) {
  const bool is_word = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
                       (c >= U'0' && c <= U'9') || c == U'-' || c == U'_';
  return is_word || (c >= 0xA1 && !is_unsafe_to_show(c));
}

}  // namespace

std::string report_name(const std::string& path) {
  std::string stem = file_name(path);
  if (const auto dot = stem.rfind('.'); dot != std::string::npos && dot > 0) stem.resize(dot);
  std::string safe;
  for (std::size_t at = 0; at < stem.size();) {
    const char32_t c = next_code_point(stem, at);
    if (safe.size() + 4 > longest_stem) break;
    append_utf8(safe, is_safe(c) ? c : U'_');
  }
  return safe + "-" + sha256_hex(path).substr(0, digits_of_hash) + ".pdf";
}

std::optional<BatchReports> BatchReports::open(const BatchOptions& options, Env& env,
                                               Diagnostics& diagnostics) {
  if (env.files.kind(options.reports) != PathKind::directory) {
    diagnostics.report(rules::cli_bad_value, std::nullopt, "--reports",
                       Text{"已有的文件夹", "a folder that is there"}, options.reports);
    return std::nullopt;
  }
  auto fonts = load_fonts({}, env, diagnostics);
  if (!fonts) return std::nullopt;
  return BatchReports(options, env, *std::move(fonts));
}

void BatchReports::write(Diagnosed& diagnosed) const {
  if (!diagnosed.file.diagnosis) return;
  const Diagnosis& diagnosis = *diagnosed.file.diagnosis;
  const Language language = options_->common.language.value_or(diagnosis.bank->languages.front());
  const report::Document document =
      report::build_document(diagnosis, {.language = language, .date = options_->date});
  Diagnostics diagnostics;
  const auto pdf = render::render_pdf(document, fonts_, diagnostics);
  if (pdf) {
    for (const render::MissingGlyph& missing : pdf->missing) {
      diagnostics.report(rules::missing_glyph, std::nullopt,
                         fmt::format("{:04X}", static_cast<unsigned>(missing.character)),
                         missing.text.substr(0, 60));
    }
    env_->files.write(join_path(options_->reports, report_name(diagnosed.file.path)), pdf->bytes,
                      diagnostics);
  }
  // Without its report a file has not been dealt with.
  if (diagnostics.has_errors()) diagnosed.file.outcome = Outcome::unreadable;
  for (Finding& finding : resolve(SourceMap(), diagnostics)) {
    diagnosed.findings.push_back(std::move(finding));
  }
}

}  // namespace assess::cmd
