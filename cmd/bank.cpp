// `assess bank show`, `assess bank stats` and `assess bank list`.
#include "bank.hpp"

#include "output.hpp"
#include <assess/diag/rules.hpp>

namespace assess::cmd {

ExitCode run(const BankShowOptions& options, Env& env) {
  BankShelf shelf(env);
  const auto loaded = usable_bank(options.bank, options.common, shelf, env);
  if (!loaded) return ExitCode::cannot;
  env.out.write(options.json ? render::bank_json(*loaded->bank)
                             : render::bank_text(*loaded->bank, context_for(options.common, env)));
  return ExitCode::yes;
}

ExitCode run(const BankStatsOptions& options, Env& env) {
  BankShelf shelf(env);
  const auto loaded = usable_bank(options.bank, options.common, shelf, env);
  if (!loaded) return ExitCode::cannot;
  const render::Context context = context_for(options.common, env);
  env.out.write(options.json ? render::bank_stats_json(*loaded->bank)
                             : render::bank_stats_text(*loaded->bank, context));
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
