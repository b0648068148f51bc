// `assess report`: one answer file becomes one PDF.
#include "diagnose.hpp"
#include "fonts.hpp"
#include "output.hpp"
#include <assess/diag/rules.hpp>
#include <assess/render/pdf.hpp>
#include <assess/report/build.hpp>

#include <algorithm>

namespace assess::cmd {
namespace {

// Beside the answer file, with another ending; standard input has nothing beside it.
std::string default_output(const InputFile& input) {
  if (input.is_stdin) return "-";
  std::string path = input.path;
  for (const std::string_view ending : {".yaml", ".yml"}) {
    if (path.ends_with(ending)) path.resize(path.size() - ending.size());
  }
  return path + ".pdf";
}

// The file is the product, so its language does not follow LANG: the same command gives the same
// bytes on every machine.
Language document_language(const CommonOptions& common, const Bank& bank) {
  return common.language.value_or(bank.languages.front());
}

bool write_pdf(const std::string& path, const std::string& bytes, const CommonOptions& common,
               Env& env, Diagnostics& diagnostics) {
  if (path == "-") {
    if (env.out_is_terminal) {
      diagnostics.report(rules::cli_usage, std::nullopt,
                         Text{"PDF 不能写到终端；用 `-o 文件.pdf`",
                              "a PDF cannot be written to a terminal; use `-o FILE.pdf`"});
      return false;
    }
    env.out.write(bytes);
    return true;
  }
  if (!env.files.write(path, bytes, diagnostics)) return false;
  if (common.quiet == 0) {
    env.err.write(std::string(Words{"已写入 ", "wrote "}.in(common.spoken)) + path + "\n");
  }
  return true;
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
  const auto inputs = find_inputs(options.input, Wanted::answers, env, diagnostics);
  if (!inputs || diagnostics.has_errors()) return fail();
  if (inputs->files.size() != 1) {
    diagnostics.report(rules::cli_usage, std::nullopt,
                       Text{"`report` 一次只写一份答卷的报告",
                            "`report` writes the report of one answer file at a time"});
    return fail();
  }
  const InputFile& input = inputs->files.front();
  const Diagnosed diagnosed = diagnose(input, bank_path, Depth::score, {}, shelf, env);
  if (diagnosed.bank) tell_choices({diagnosed.bank.get()}, options.common, env);
  if (diagnosed.bank && diagnosed.bank->has_errors()) {
    say(diagnosed.bank->findings, options.common, env);
  }
  say(diagnosed.findings, options.common, env);
  if (!diagnosed.file.diagnosis) return ExitCode::cannot;
  const auto fonts = load_fonts(options.fonts, env, diagnostics);
  if (!fonts) return fail();
  report::DocumentOptions document_options;
  document_options.language = document_language(options.common, *diagnosed.file.diagnosis->bank);
  document_options.date = options.date;
  const report::Document document =
      report::build_document(*diagnosed.file.diagnosis, document_options);
  const auto pdf = render::render_pdf(document, *fonts, diagnostics);
  if (!pdf) return fail();
  const std::string path = options.output.empty() ? default_output(input) : options.output;
  const bool is_written = write_pdf(path, *pdf, options.common, env, diagnostics);
  say(diagnostics, options.common, env);
  return is_written ? ExitCode::yes : ExitCode::cannot;
}

}  // namespace assess::cmd
