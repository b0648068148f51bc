// What a finding is known by from one run to the next, and where it lies in the repository: for
// systems that compare the findings of two runs (docs/formats.md).
#pragma once

#include <assess/render/render.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assess::render {

struct Fingerprint {
  std::string hash;        // 64 hexadecimal digits, of the rule, the file and the line's text
  std::size_t number = 1;  // tells findings apart that have the same hash
};

// One for each finding of the run, in their order. They do not depend on the number of the line,
// the language or what is shown.
std::vector<Fingerprint> fingerprints(const Run& run, const Context& context);

// For each finding the file of the run that it belongs to, or nullptr: `findings` of the files.
std::vector<const RunFile*> owners(const Run& run);

// The file that the finding is about, as people named it: of its place, else that of its owner;
// empty when it is about none.
std::string path_of(const Finding& finding, const RunFile* owner);

// Where a file lies in the repository; nullopt outside of it.
std::optional<std::string> repository_path(const std::string& path, const Context& context);

}  // namespace assess::render
