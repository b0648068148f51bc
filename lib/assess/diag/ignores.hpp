// Comments by which an author asks `validate` to pass over a finding:
//
//   # assess: ignore[bank/duplicate-id] -- the same on purpose until 3.0
//   # assess: ignore-file[bank/missing-translation, yaml/ambiguous-text] -- an old bank
//
// The first acts on the line it ends, or from a line of its own on the next one that is neither
// blank nor a comment; the second acts on the whole file.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/diag/source.hpp>

#include <string_view>
#include <vector>

namespace assess {

// How such a comment begins, behind the `#`.
inline constexpr std::string_view ignore_mark = "assess:";

// A comment that begins so, and the bytes that it acts on unless it says that it means the file.
struct IgnoreComment {
  Span span;   // from the `#` to the end of its line
  Span scope;  // whole lines, and the whole of a value that goes over several of them
};

// Whether all that can be found was looked for: only then an ignore that met nothing is of no use.
enum class Checked { wholly, partly };

// Marks what the comments ask for (`Diagnostic::suppressed`), and reports what is wrong with the
// comments themselves; no comment can ignore that.
void apply_ignores(const std::vector<IgnoreComment>& comments, const SourceMap& sources,
                   Checked checked, Diagnostics& diagnostics);

}  // namespace assess
