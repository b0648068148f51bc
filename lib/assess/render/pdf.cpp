#include <assess/base/utf8.hpp>
#include <assess/diag/rules_run.hpp>
#include <assess/render/pdf.hpp>
#include <assess/render/pdf_layout.hpp>
#include <assess/render/pdf_write.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <exception>
#include <string_view>
#include <utility>

namespace assess::render {
namespace {

// Enough of a text to find it again.
std::string beginning(std::string_view text) {
  constexpr std::size_t most = 20;
  std::size_t end = 0;
  for (std::size_t count = 0; count < most && end < text.size(); ++count) {
    next_code_point(text, end);
  }
  return std::string(text.substr(0, end));
}

}  // namespace

std::optional<std::string> render_pdf(const report::Document& document, const FontStack& fonts,
                                      Diagnostics& diagnostics) {
  try {
    const Drawing drawing = lay_out(document, fonts);
    for (const MissingGlyph& missing : drawing.missing) {
      diagnostics.report(rules::missing_glyph, std::nullopt,
                         fmt::format("{:04X}", static_cast<unsigned>(missing.character)),
                         beginning(missing.text));
    }
    PdfBytes pdf = write_pdf(drawing, document, fonts);
    if (pdf.error.empty()) return std::move(pdf.bytes);
    diagnostics.report(rules::cannot_draw, std::nullopt, pdf.error);
  } catch (const std::exception& fault) {
    diagnostics.report(rules::cannot_draw, std::nullopt, std::string(fault.what()));
  }
  return std::nullopt;
}

}  // namespace assess::render
