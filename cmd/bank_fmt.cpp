// `assess bank fmt`: the files of banks in canonical form.
#include "inputs.hpp"
#include "output.hpp"
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/form/bank_format.hpp>
#include <assess/form/unified_diff.hpp>
#include <assess/yaml/node.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace assess::cmd {
namespace {

using Mode = BankFormatOptions::Mode;

// As for a whole bank (cmd/banks.cpp); a file of one cannot be larger.
constexpr std::size_t max_file_bytes = 2 * Files::max_bytes;

class Formatter {
 public:
  Formatter(const BankFormatOptions& options, Env& env) : options_(options), env_(env) {}

  void format(const InputFile& input) {
    SourceMap sources;
    Diagnostics diagnostics;
    const auto text = input.is_stdin ? env_.in.read(diagnostics)
                                     : env_.files.read(input.path, diagnostics, max_file_bytes);
    if (text) {
      const SourceId source = sources.add(input.path, *text);
      const bool may_be_other = !input.is_named || options_.input.skip_others;
      if (may_be_other && !input.is_stdin && !is_of_a_bank(input.path, sources, source)) {
        ++skipped_;
        return;
      }
      const auto formatted = form::format_bank(sources, source, diagnostics);
      if (formatted) keep(input, *text, *formatted, diagnostics);
    }
    const auto& faults = diagnostics.all();
    const bool is_defect = std::any_of(faults.begin(), faults.end(), [](const Diagnostic& fault) {
      return fault.rule == rules::form_cannot_format.id;
    });
    if (diagnostics.has_errors()) raise(is_defect ? ExitCode::bug : ExitCode::cannot);
    say(resolve(sources, diagnostics), options_.common, env_);
  }

  ExitCode finish() {
    if (changed_ + unchanged_ == 0 && code_ == ExitCode::yes && !options_.input.allow_empty) {
      Diagnostics diagnostics;
      const auto& paths = options_.input.paths;
      diagnostics.report(rules::no_bank_files, std::nullopt,
                         paths.empty() ? "--files-from" : fmt::format("{}", fmt::join(paths, " ")));
      say(diagnostics, options_.common, env_);
      return ExitCode::cannot;
    }
    const bool has_files = changed_ + unchanged_ > 0 && !is_product_on_stdout_;
    if (options_.common.quiet == 0 && has_files) tell_summary();
    return code_;
  }

 private:
  // A file met in a folder. One that is not YAML tells by its looks or its place.
  bool is_of_a_bank(const std::string& path, const SourceMap& sources, SourceId source) {
    Diagnostics ignored;  // told when it is formatted
    const auto tree = yaml::parse(sources, source, ignored);
    if (tree) return form::part_of_bank(tree->root()).has_value();
    if (sniff_schema(sources.text(source)) == Schema::bank) return true;
    const std::string folder = parent_path(path);
    const std::string bank = join_path(parent_path(folder), "bank.yaml");
    return file_name(folder) == "questions" && env_.files.kind(bank) == PathKind::file;
  }

  void keep(const InputFile& input, const std::string& before, const std::string& after,
            Diagnostics& diagnostics) {
    const bool is_changed = before != after;
    ++(is_changed ? changed_ : unchanged_);
    if (options_.mode == Mode::write) {
      if (input.is_stdin) {
        env_.out.write(after);
        is_product_on_stdout_ = true;
      } else if (is_changed && env_.files.write(input.path, after, diagnostics)) {
        tell(Words{"已排版 {}\n", "formatted {}\n"}, input.path);
      }
      return;
    }
    if (!is_changed) return;
    raise(ExitCode::no);
    if (options_.common.quiet > 1) return;
    env_.out.write(options_.mode == Mode::diff ? form::unified_diff(input.path, before, after)
                                               : safe_to_show(input.path) + "\n");
  }

  void tell(Words words, const std::string& path) {
    if (options_.common.quiet > 0) return;
    env_.err.write(fmt::format(fmt::runtime(words.in(options_.common.spoken)), safe_to_show(path)));
  }

  void tell_summary() {
    const Words words =
        options_.mode == Mode::write
            ? Words{"已排版 {} 个文件，{} 个无须改动，跳过 {} 个\n",
                    "files formatted: {}, left as they are: {}, skipped: {}\n"}
            : Words{"需要排版 {} 个文件，{} 个无须改动，跳过 {} 个\n",
                    "files to be formatted: {}, fine as they are: {}, skipped: {}\n"};
    env_.err.write(fmt::format(fmt::runtime(words.in(options_.common.spoken)), changed_, unchanged_,
                               skipped_));
  }

  void raise(ExitCode code) { code_ = std::max(code_, code); }

  const BankFormatOptions& options_;
  Env& env_;
  int changed_ = 0;
  int unchanged_ = 0;
  int skipped_ = 0;
  bool is_product_on_stdout_ = false;
  ExitCode code_ = ExitCode::yes;
};

}  // namespace

ExitCode run(const BankFormatOptions& options, Env& env) {
  Diagnostics diagnostics;
  const auto inputs = find_inputs(options.input, Wanted::unread_parts_of_banks, env, diagnostics);
  say(diagnostics, options.common, env);
  if (!inputs) return ExitCode::cannot;
  Formatter formatter(options, env);
  for (const InputFile& input : inputs->files) formatter.format(input);
  const ExitCode code = formatter.finish();
  return diagnostics.has_errors() ? std::max(code, ExitCode::cannot) : code;
}

}  // namespace assess::cmd
