// `assess report`: one answer file becomes a document, in one or more formats.
#include "cohorts.hpp"
#include "diagnose.hpp"
#include "fonts.hpp"
#include "output.hpp"
#include "past.hpp"
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/render/html.hpp>
#include <assess/render/image.hpp>
#include <assess/render/markdown.hpp>
#include <assess/render/pdf.hpp>
#include <assess/report/build.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::cmd {
namespace {

// The file is the product, so its language does not follow LANG: the same command gives the same
// bytes on every machine.
Language document_language(const CommonOptions& common, const Bank& bank) {
  return common.language.value_or(bank.languages.front());
}

// The bytes of the logo, known to be a picture; empty when none is wanted. nullopt after a report.
std::optional<std::string> read_logo(const std::string& path, Env& env, Diagnostics& diagnostics) {
  constexpr std::size_t largest = std::size_t{8} * 1024 * 1024;
  if (path.empty()) return std::string();
  auto bytes = env.files.read(path, diagnostics, largest);
  if (!bytes) return std::nullopt;
  const auto image = render::read_png(*bytes);
  if (const Text* reason = std::get_if<Text>(&image)) {
    diagnostics.report(rules::unusable_logo, std::nullopt, path, *reason);
    return std::nullopt;
  }
  return bytes;
}

// Enough of a text to find it again.
std::string beginning(std::string_view text) {
  constexpr std::size_t most = 20;
  std::size_t end = 0;
  for (std::size_t count = 0; count < most && end < text.size(); ++count) {
    next_code_point(text, end);
  }
  return std::string(text.substr(0, end));
}

// Writes one document in the formats that are asked for.
class DocumentWriter {
 public:
  DocumentWriter(const ReportOptions& options, const InputFile& input,
                 const report::Document& document, Env& env)
      : options_(options), input_(input), document_(document), env_(env) {
    // Only for the places of characters: what is wrong with the file has been told.
    Diagnostics ignored;
    auto text = input.is_stdin ? std::optional(input.text) : env.files.read(input.path, ignored);
    if (text) sources_.add(input.path, *std::move(text));
  }

  // False after a report. Either all documents are made or nothing is written.
  bool write() {
    std::vector<std::string> made;
    for (const OutputTarget& target : options_.outputs) {
      auto bytes = render(target.format);
      if (!bytes) return false;
      made.push_back(*std::move(bytes));
    }
    bool all_written = true;
    for (std::size_t i = 0; i < made.size(); ++i) {
      all_written = put(options_.outputs[i], made[i]) && all_written;
    }
    return all_written;
  }

  std::vector<Finding> findings() const { return resolve(sources_, diagnostics_); }

 private:
  std::optional<std::string> render(const std::string& format) {
    if (format == "html") return render::render_html(document_);
    if (format == "markdown") return render::render_markdown(document_);
    const auto fonts = load_fonts(options_.fonts, env_, diagnostics_);
    if (!fonts) return std::nullopt;
    auto pdf = render::render_pdf(document_, *fonts, diagnostics_);
    if (!pdf) return std::nullopt;
    for (const render::MissingGlyph& missing : pdf->missing) {
      diagnostics_.report(rules::missing_glyph, place_of(missing.character),
                          fmt::format("{:04X}", static_cast<unsigned>(missing.character)),
                          beginning(missing.text));
    }
    return std::move(pdf->bytes);
  }

  // Where the answer file has the character first; absent when it comes from the bank or an escape.
  std::optional<Span> place_of(char32_t character) const {
    if (sources_.size() == 0) return std::nullopt;
    std::string bytes;
    append_utf8(bytes, character);
    const auto at = sources_.text(SourceId{0}).find(bytes);
    if (at == std::string::npos) return std::nullopt;
    return Span{SourceId{0}, static_cast<std::uint32_t>(at),
                static_cast<std::uint32_t>(at + bytes.size())};
  }

  // Beside the answer file, with another ending; standard input has nothing beside it.
  std::string default_path(const std::string& format) const {
    if (input_.is_stdin) return "-";
    std::string path = input_.path;
    for (const std::string_view ending : {".yaml", ".yml"}) {
      if (path.ends_with(ending)) path.resize(path.size() - ending.size());
    }
    for (const render::DocumentFormat& row : render::document_formats()) {
      if (row.name == format) path += row.ending;
    }
    return path;
  }

  bool put(const OutputTarget& target, const std::string& bytes) {
    const std::string path = target.path.empty() ? default_path(target.format) : target.path;
    if (path == "-") {
      if (target.format == "pdf" && env_.out_is_terminal) {
        diagnostics_.report(rules::cli_usage, std::nullopt,
                            Text{"PDF 不能写到终端；用 `-o 文件.pdf`",
                                 "a PDF cannot be written to a terminal; use `-o FILE.pdf`"});
        return false;
      }
      env_.out.write(bytes);
      return true;
    }
    if (!env_.files.write(path, bytes, diagnostics_)) return false;
    if (options_.common.quiet == 0) {
      const Words wrote{"已写入 ", "wrote "};
      env_.err.write(std::string(wrote.in(options_.common.spoken)) + path + "\n");
    }
    return true;
  }

  const ReportOptions& options_;
  const InputFile& input_;
  const report::Document& document_;
  Env& env_;
  SourceMap sources_;
  Diagnostics diagnostics_;
};

// False after a report.
bool write_report(const ReportOptions& options, const InputFile& input, const Diagnosis& diagnosis,
                  const report::DocumentOptions& document_options, Env& env) {
  const report::Document document = report::build_document(diagnosis, document_options);
  DocumentWriter writer(options, input, document, env);
  const bool is_written = writer.write();
  say(writer.findings(), options.common, env);
  return is_written;
}

// The one file that is asked for. nullopt after a report.
std::optional<InputFile> find_input(const ReportOptions& options, Env& env,
                                    Diagnostics& diagnostics) {
  auto inputs = find_inputs(options.input, Wanted::answers, env, diagnostics);
  if (!inputs || diagnostics.has_errors()) return std::nullopt;
  if (inputs->files.size() == 1) return std::move(inputs->files.front());
  diagnostics.report(rules::cli_usage, std::nullopt,
                     Text{"`report` 一次只写一份答卷的报告",
                          "`report` writes the report of one answer file at a time"});
  return std::nullopt;
}

}  // namespace

ExitCode run(const ReportOptions& options, Env& env) {
  Diagnostics diagnostics;
  BankShelf shelf(env);
  const auto fail = [&] {
    say(diagnostics, options.common, env);
    return ExitCode::cannot;
  };
  const std::string bank_path = shelf.resolve_option(options.input.banks, diagnostics);
  if (diagnostics.has_errors()) return fail();
  const auto input = find_input(options, env, diagnostics);
  if (!input) return fail();
  std::optional<Cohort> cohort;
  if (!options.cohort.empty()) {
    cohort = load_cohort(options.cohort, env, diagnostics);
    if (!cohort) return fail();
  }
  const auto logo = read_logo(options.logo, env, diagnostics);
  if (!logo) return fail();
  const Diagnosed diagnosed = diagnose(*input, bank_path, Depth::report, {}, shelf, env);
  tell_bank(diagnosed.bank.get(), options.common, env);
  say(diagnosed.findings, options.common, env);
  if (!diagnosed.file.diagnosis) return ExitCode::cannot;
  const Diagnosis& diagnosis = *diagnosed.file.diagnosis;
  std::optional<EarlierDiagnoses> earlier;
  if (!options.history.empty()) {
    earlier = find_earlier(options, *input, diagnosis, bank_path, shelf, env, diagnostics);
    if (!earlier) return fail();
    say(earlier->findings, options.common, env);
  }
  std::optional<Placement> placement;
  if (cohort) {
    placement = place_in(*cohort, options.cohort, diagnosis, input->path, diagnostics);
    if (!placement) return fail();
  }
  report::DocumentOptions document_options{
      .language = document_language(options.common, *diagnosis.bank),
      .date = options.date,
      .mark = options.mark,
      .logo = *logo,
      .approvals = options.approvals,
      .history = {},
      .placement = std::move(placement)};
  if (earlier) document_options.history = earlier->diagnoses;
  const bool is_written = write_report(options, *input, diagnosis, document_options, env);
  // As `score` does: what could be made is made, and what could not be read shows in the status.
  const bool is_complete = !earlier || earlier->is_complete;
  return is_written && is_complete ? ExitCode::yes : ExitCode::cannot;
}

}  // namespace assess::cmd
