#include <assess/base/utf8.hpp>
#include <assess/diag/rules_run.hpp>
#include <assess/render/pdf.hpp>
#include <assess/render/pdf_faults.hpp>
#include <assess/render/pdf_layout.hpp>
#include <assess/render/pdf_write.hpp>

#include <exception>
#include <utility>

namespace assess::render {

std::optional<Pdf> render_pdf(const report::Document& document, const FontStack& fonts,
                              Diagnostics& diagnostics) {
  try {
    Drawing drawing = lay_out(document, fonts);
    for (const LayoutFault& fault : find_faults(drawing)) {
      diagnostics.report(rules::layout_overlap, std::nullopt, fault.page + 1, fault.text);
    }
    PdfBytes pdf = write_pdf(drawing, document, fonts);
    if (pdf.error.empty()) return Pdf{std::move(pdf.bytes), std::move(drawing.missing)};
    diagnostics.report(rules::cannot_draw, std::nullopt, pdf.error);
  } catch (const std::exception& fault) {
    diagnostics.report(rules::cannot_draw, std::nullopt, std::string(fault.what()));
  }
  return std::nullopt;
}

}  // namespace assess::render
