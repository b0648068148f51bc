// Reads a cohort file, `assess/cohort/1` (docs/formats.md).
#pragma once

#include <assess/cohort/cohort.hpp>
#include <assess/diag/diagnostic.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace assess {

namespace cohort_limits {
// A bank of five levels stays below it with any number of members: 97 divisions of 50,001 totals.
inline constexpr std::size_t bytes = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t values = 500'000;  // of JSON; the counts of a distribution are one
inline constexpr int depth = 16;
}  // namespace cohort_limits

inline constexpr std::string_view cohort_schema = "assess/cohort/1";

// What the figures are made of; those derived from it are passed over, and so are keys that are not
// known. Everything is held against everything else. nullopt after a report, which names `path`.
std::optional<Cohort> read_cohort(std::string_view bytes, const std::string& path,
                                  Diagnostics& diagnostics);

}  // namespace assess
