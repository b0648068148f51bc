// Days as ISO 8601 writes them: `2026-11-22`. Written so they sort as they follow each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assess {

// The first second of the day, counted from 1970, UTC. nullopt when the text is no such day.
std::optional<std::int64_t> parse_iso_date(std::string_view text);

// The day of a second counted from 1970, UTC.
std::string iso_date(std::int64_t seconds);

// `2026-11` of such a day.
inline std::string_view month_of(std::string_view date) {
  return date.substr(0, 7);
}

}  // namespace assess
