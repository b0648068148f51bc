// The look at the bytes before any parser sees them.
#pragma once

#include <assess/diag/diagnostic.hpp>
#include <assess/diag/source.hpp>

#include <string_view>

namespace assess::yaml {

// Bytes of a byte order mark at the start.
std::size_t bom_length(std::string_view text);

// False, with a report, when the text is not clean UTF-8: other encodings, control characters, a
// byte order mark inside, brackets that open without end.
bool prescan(std::string_view text, SourceId source, Diagnostics& diagnostics);

// Offset behind the closing quote of the quoted scalar that opens at `begin`, or nullopt when it is
// never closed.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t begin);

// Offset behind a plain scalar that begins at `begin` and reads `value` once its lines are folded.
std::size_t end_of_plain(std::string_view text, std::size_t begin, std::string_view value);

// Offset behind the block scalar (| or >) whose indicator stands at `begin`. Its parent begins in
// `parent_column`, counted from 0: an indentation that is given by a digit starts there.
std::size_t end_of_block(std::string_view text, std::size_t begin, std::size_t parent_column);

// Offset behind the bracket that closes a flow collection whose last value ends at `from`.
std::size_t end_of_flow(std::string_view text, std::size_t from, char bracket);

// Offset of the first quote that opens behind `from` and is never closed.
std::optional<std::size_t> find_unclosed_quote(std::string_view text, std::size_t from);

// Offset of a quote that opens on an earlier line and closes just before `at`, on the same line:
// where the text between them is none, its closing quote was forgotten and the next one taken for
// it.
std::optional<std::size_t> find_quote_over_lines(std::string_view text, std::size_t at);

// Whether the bracket that opens at `begin` has no partner.
bool is_never_closed(std::string_view text, std::size_t begin);

}  // namespace assess::yaml
