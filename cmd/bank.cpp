// `assess bank show` and `assess bank list`.
#include "banks.hpp"
#include "output.hpp"
#include <assess/diag/rules.hpp>

namespace assess::cmd {

ExitCode run(const BankShowOptions& options, Env& env) {
  Diagnostics diagnostics;
  BankShelf shelf(env);
  const std::string path = shelf.resolve_option({options.bank}, diagnostics);
  if (diagnostics.has_errors()) {
    say(diagnostics, options.common, env);
    return ExitCode::cannot;
  }
  const auto loaded = shelf.load(path);
  if (!loaded->bank || loaded->has_errors()) {
    say(loaded->findings, options.common, env);
    return ExitCode::cannot;
  }
  env.out.write(options.json ? render::bank_json(*loaded->bank)
                             : render::bank_text(*loaded->bank, context_for(options.common, env)));
  return ExitCode::yes;
}

ExitCode run(const BankListOptions& options, Env& env) {
  BankShelf shelf(env);
  std::vector<render::FoundBank> found;
  std::vector<std::shared_ptr<const LoadedBank>> kept;  // owns what `found` points to
  for (const std::string& path : shelf.list()) {
    const auto loaded = shelf.load(path);
    if (!loaded->bank) continue;
    kept.push_back(loaded);
    found.push_back({loaded->bank.get(), path, !loaded->has_errors()});
  }
  env.out.write(options.json ? render::bank_list_json(found)
                             : render::bank_list_text(found, context_for(options.common, env)));
  return ExitCode::yes;
}

}  // namespace assess::cmd
