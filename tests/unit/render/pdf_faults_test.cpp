#include <assess/render/pdf_faults.hpp>

#include <doctest/doctest.h>

namespace assess::render {
namespace {

TextRun text_at(double x, double y) {
  return {x, y, 10, Ink::black, Weight::regular, "智能", 20};
}

std::size_t count_faults(std::vector<Operation> operations) {
  Drawing drawing;
  drawing.pages.resize(2);
  drawing.pages[1].operations = std::move(operations);
  for (const LayoutFault& fault : find_faults(drawing)) CHECK(fault.page == 1);
  return find_faults(drawing).size();
}

TEST_CASE("texts that overlap are found, neighbours are not") {
  CHECK(count_faults({text_at(100, 100), text_at(115, 104)}) == 1);
  CHECK(count_faults({text_at(100, 100), text_at(100, 100), text_at(101, 101)}) == 3);
  CHECK(count_faults({text_at(100, 100), text_at(120, 100)}) == 0);
  CHECK(count_faults({text_at(100, 100), text_at(100, 112)}) == 0);
}

TEST_CASE("what leaves the page is found") {
  CHECK(count_faults({text_at(page_width - 60, 100)}) == 1);
  CHECK(count_faults({text_at(40, 100)}) == 1);
  CHECK(count_faults({text_at(100, 5)}) == 1);
  CHECK(count_faults({text_at(100, page_height)}) == 1);
  CHECK(count_faults({Box{0, 0, page_width, 9, {}}}) == 0);
  CHECK(count_faults({Box{0, 0, page_width + 1, 9, {}}}) == 1);
  CHECK(count_faults({Line{{10, 10}, {10, -1}}}) == 1);
  CHECK(count_faults({Circle{{1, 100}, 2, {}}}) == 1);
  CHECK(count_faults({Polygon{{{1, 1}, {2, page_height + 1}}, {}}}) == 1);
  CHECK(count_faults({Picture{100, 100, 600, 10}}) == 1);
  CHECK(count_faults({Link{-1, 100, 10, 10, 0}}) == 1);
}

TEST_CASE("a page number that was never filled in is a fault") {
  CHECK(count_faults({PageNumber{100, 100, 9, 0}}) == 1);
}

}  // namespace
}  // namespace assess::render
