// Hundreds of generated answer files: every report keeps to its pages. tests/bench/layout_check.cpp
// does the same with as many as one likes.
#include "pdf_check.hpp"
#include "support/generated.hpp"
#include "support/samples.hpp"
#include <assess/render/pdf_faults.hpp>
#include <assess/render/pdf_layout.hpp>
#include <assess/report/build.hpp>

#include <doctest/doctest.h>

namespace assess::render::test {
namespace {

using assess::test::diagnosed;
using assess::test::generated_answers;
using assess::test::shipped_bank;

std::size_t count_faults(std::uint32_t first, std::uint32_t last) {
  const auto bank = std::make_shared<const Bank>(shipped_bank().bank);
  std::size_t count = 0;
  for (std::uint32_t number = first; number < last; ++number) {
    const Diagnosis diagnosis = diagnosed(bank, generated_answers(*bank, number));
    const report::Document document = report::build_document(
        diagnosis, {.language = number % 2 == 0 ? Language::zh : Language::en,
                    .mark = number % 3 == 0 ? "内部资料 注意保管" : "",
                    .approvals = {{"编制", "张三"}, {"审核", ""}}});
    for (const LayoutFault& fault : find_faults(lay_out(document, fonts()))) {
      CAPTURE(number);
      CAPTURE(fault.page);
      CHECK_MESSAGE(fault.text.empty(), "this overlaps or leaves the page");
      ++count;
    }
  }
  return count;
}

// In parts, so that they run side by side.
TEST_CASE("generated reports keep to their pages, the first hundred") {
  CHECK(count_faults(0, 100) == 0);
}

TEST_CASE("generated reports keep to their pages, the second hundred") {
  CHECK(count_faults(100, 200) == 0);
}

TEST_CASE("generated reports keep to their pages, the third hundred") {
  CHECK(count_faults(200, 300) == 0);
}

}  // namespace
}  // namespace assess::render::test
