// JSON Schema (draft 7, which editors take) of the files that are read and of the results that are
// written. Those of files are made of the shapes that the readers read by (base/shape.hpp).
#pragma once

#include <assess/bank/bank.hpp>
#include <assess/base/language.hpp>

#include <string>

namespace assess::schema {

// Of a bank: `bank.yaml` and a one-file bank, or a list of questions as in `questions/*.yaml`.
// Whatever it refuses, `validate` refuses; not the other way round. Descriptions in `language`.
std::string bank_schema(Language language);

// Of an answer file; with a bank of a diagnosis with that one, its questions and their options
// named, so that an editor can offer them.
std::string answers_schema(const Bank* bank, Language language);

// The first line of a file that tells editors with the YAML language server where its schema is,
// relative to the file.
std::string modeline(const std::string& schema_path);

// Of what `score` and `validate` write as JSON.
std::string result_schema();

}  // namespace assess::schema
