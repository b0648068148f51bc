// Lays out the reports of generated answer files and counts what overlaps or leaves a page:
// `assess_layout_check [FIRST] LAST`, ten thousand of them by default. Exit status 1 if anything
// does.
#include "banks.hpp"
#include "fonts.hpp"
#include "support/generated.hpp"
#include <assess/render/pdf_faults.hpp>
#include <assess/render/pdf_layout.hpp>
#include <assess/report/build.hpp>

#include <fmt/format.h>

#include <cstdlib>

int main(int argc, char** argv) {
  using namespace assess;
  const auto number = [&](int place, std::uint32_t otherwise) {
    return argc > place ? static_cast<std::uint32_t>(std::strtoul(argv[place], nullptr, 10))
                        : otherwise;
  };
  const std::uint32_t first = argc > 2 ? number(1, 0) : 0;
  const std::uint32_t last = number(argc > 2 ? 2 : 1, 10'000);
  RealFiles files;
  cmd::StringInput in;
  cmd::StringStream out;
  cmd::StringStream err;
  cmd::Env env{.files = files, .in = in, .out = out, .err = err};
  Diagnostics diagnostics;
  const auto fonts = cmd::load_fonts({}, env, diagnostics);
  const auto loaded = cmd::BankShelf(env).load(std::string(ASSESS_ROOT) + "/questionbanks/cmmm");
  if (!fonts || !loaded->bank) return 2;
  std::size_t pages = 0;
  std::size_t faults = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    const Diagnosis diagnosis =
        test::diagnosed(loaded->bank, test::generated_answers(*loaded->bank, i));
    const report::Document document =
        report::build_document(diagnosis, {.language = i % 2 == 0 ? Language::zh : Language::en});
    const render::Drawing drawing = render::lay_out(document, *fonts);
    pages += drawing.pages.size();
    for (const render::LayoutFault& fault : render::find_faults(drawing)) {
      fmt::print("number {}, page {}: {}\n", i, fault.page + 1, fault.text);
      ++faults;
    }
  }
  fmt::print("{} reports, {} pages, {} faults\n", last - first, pages, faults);
  return faults == 0 ? 0 : 1;
}
