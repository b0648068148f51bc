#include <assess/base/date.hpp>

#include <doctest/doctest.h>

namespace assess {
namespace {

TEST_CASE("a day is read and written as ISO 8601 has it") {
  CHECK(parse_iso_date("1970-01-01") == 0);
  CHECK(parse_iso_date("1970-01-02") == 86400);
  CHECK(parse_iso_date("2024-02-29") == 1709164800);
  for (const char* day : {"0001-01-01", "1969-12-31", "2026-11-22", "9999-12-31"}) {
    CAPTURE(day);
    REQUIRE(parse_iso_date(day));
    CHECK(iso_date(*parse_iso_date(day)) == day);
  }
  CHECK(iso_date(86399) == "1970-01-01");
  CHECK(iso_date(-1) == "1969-12-31");
}

TEST_CASE("what is no day is none") {
  for (const char* text : {"", "2026-11", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-00",
                           "2026-1-100", "2026/11/22", "+026-11-22", "-026-11-22", "2026-+1-22",
                           "2026-11-22 ", "2026-11-22T08:00", "二〇二六年"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text));
  }
}

TEST_CASE("the month of a day is its beginning") {
  CHECK(month_of("2026-11-22") == "2026-11");
}

}  // namespace
}  // namespace assess
