// `assess schema`: the JSON Schema of the files that are read and of the results.
#include "banks.hpp"
#include <assess/render/schema.hpp>

namespace assess::cmd {

ExitCode run(const SchemaOptions& options, Env& env) {
  // For machines: its language follows only --lang and ASSESS_LANG.
  const Language language = options.common.language.value_or(Language::en);
  switch (options.of) {
    case SchemaOf::bank:
      env.out.write(render::bank_schema_json(language));
      return ExitCode::yes;
    case SchemaOf::result:
      env.out.write(render::result_schema_json());
      return ExitCode::yes;
    case SchemaOf::answers:
      break;
  }
  BankShelf shelf(env);
  std::shared_ptr<const LoadedBank> loaded;
  if (!options.banks.empty()) {
    loaded = usable_bank(options.banks.front(), options.common, shelf, env);
    if (!loaded) return ExitCode::cannot;
  }
  env.out.write(render::answers_schema_json(loaded ? loaded->bank.get() : nullptr, language));
  return ExitCode::yes;
}

}  // namespace assess::cmd
