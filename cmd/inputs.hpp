// Which files a command is to read: from operands, folders, patterns and lists to one sorted list.
#pragma once

#include "cli.hpp"
#include "env.hpp"
#include <assess/diag/diagnostic.hpp>

#include <optional>
#include <string>
#include <vector>

namespace assess::cmd {

// Whether the `schema` key of a file begins like this; found without reading all of YAML.
bool names_schema(std::string_view text, std::string_view schema);

enum class Schema { bank, answers, other };

// What the `schema` key of a file says; a file that is not even YAML is `other`.
Schema sniff_schema(std::string_view text);

struct InputFile {
  std::string path;  // as it is shown
  Schema schema = Schema::other;
  bool is_named = false;  // given by name, not met in a folder: read whatever it seems to be
  std::string text;       // of standard input, or once it has been read
  bool is_stdin = false;
  bool is_read = false;
  bool is_too_large = false;  // larger than it may be, and not read
  std::size_t line = 0;       // of a record of an NDJSON file, from 1; 0 for a whole YAML file

  // The path, with the line behind it: `cards.ndjson:17`.
  std::string name() const { return line == 0 ? path : path + ":" + std::to_string(line); }
};

struct InputList {
  std::vector<InputFile> files;  // bytewise by path, each file once
  int skipped = 0;               // files met in folders that are neither banks nor answer files
};

// What a command is looking for in folders.
enum class Wanted {
  answers,
  banks_and_answers,
  // Every YAML file, and standard input, for whoever reads each of them once; their schema is
  // `other`.
  unread,
  // The same, with the question files of banks.
  unread_parts_of_banks,
};

// Reports operands that lead to nothing; with those the list is what could be found. nullopt when
// nothing at all is left (and --allow-empty does not hold).
std::optional<InputList> find_inputs(const InputOptions& options, Wanted wanted, Env& env,
                                     Diagnostics& diagnostics);

}  // namespace assess::cmd
