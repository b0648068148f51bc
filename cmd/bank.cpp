// `assess bank show` and `assess bank list`.
#include "banks.hpp"
#include "output.hpp"
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/render/json_values.hpp>
#include <assess/render/text_table.hpp>

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
  const render::Context context = context_for(options.common, env);
  render::TextTable table(
      {render::Align::left, render::Align::left, render::Align::left, render::Align::left});
  render::Json list = render::Json::array();
  for (const std::string& path : shelf.list()) {
    const auto loaded = shelf.load(path);
    if (!loaded->bank) continue;
    const Bank& bank = *loaded->bank;
    table.row({safe_to_show(bank.id.value), safe_to_show(bank.version),
               safe_to_show(bank.title.in(context.language)), safe_to_show(path)});
    list.push_back({{"id", bank.id.value},
                    {"version", bank.version},
                    {"title", render::text_value(bank.title)},
                    {"path", path},
                    {"usable", !loaded->has_errors()}});
  }
  if (options.json) {
    env.out.write(
        render::written({{"schema_version", render::schema_version}, {"banks", std::move(list)}}));
  } else {
    env.out.write(table.text(0, context.colour));
  }
  return ExitCode::yes;
}

}  // namespace assess::cmd
