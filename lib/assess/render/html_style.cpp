// The style sheet of the HTML report: for screens from 360 px on, and for A4.
#include <assess/render/escape.hpp>
#include <assess/render/html_parts.hpp>
#include <assess/render/palette.hpp>

#include <fmt/format.h>

#include <array>
#include <utility>

namespace assess::render {
namespace {

std::string colours() {
  constexpr std::array inks{
      std::pair{"black", Ink::black},        std::pair{"grey", Ink::grey},
      std::pair{"accent", Ink::accent},      std::pair{"middle", Ink::accent_middle},
      std::pair{"light", Ink::accent_light}, std::pair{"tint", Ink::tint},
      std::pair{"rule", Ink::rule},          std::pair{"white", Ink::white},
  };
  std::string out = ":root {";
  for (const auto& [name, ink] : inks) out += fmt::format(" --{}: #{:06x};", name, rgb_of(ink));
  return out + " }\n";
}

// `label` with its first `{}` as the page and its second as the number of pages.
std::string page_label(std::string_view label) {
  std::string out;
  for (const std::string_view counter : {" counter(page) ", " counter(pages) "}) {
    const std::size_t at = label.find("{}");
    if (at == std::string_view::npos) break;
    out += css_string(label.substr(0, at));
    out += counter;
    label.remove_prefix(at + 2);
  }
  return out + css_string(label);
}

// What stands at the edges of printed pages, where the browser can do it. The cover has no head.
std::string page_edges(const report::Document& document) {
  const std::string mark = document.cover ? document.cover->mark : "";
  std::string out = "@page {\n  size: A4; margin: 24mm 20mm 22mm;\n";
  const auto add = [&](std::string_view place, const std::string& content) {
    out += fmt::format("  @{} {{ content: {}; color: #{:06x}; font-size: 7.5pt; }}\n", place,
                       content, rgb_of(Ink::grey));
  };
  add("top-left", css_string(document.title));
  add("top-right", css_string(mark.empty() ? document.subtitle : mark));
  add("bottom-left", css_string(document.footer));
  add("bottom-right", page_label(document.page_label));
  // A browser prints its own date and title into an edge that has no content at all.
  return out + "}\n@page :first { @top-left { content: \"\"; } @top-right { content: \"\"; } }\n";
}

constexpr std::string_view words = R"css(
* { box-sizing: border-box; }
:root {
  --han: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
    "WenQuanYi Micro Hei";
}
body:lang(zh) { font-family: var(--han), "Helvetica Neue", Arial, sans-serif; }
html { color-scheme: light; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; border-top: 6px solid var(--accent); background: var(--white); color: var(--black);
  font-family: "Helvetica Neue", Arial, var(--han), sans-serif;
  font-size: 1rem; line-height: 1.75; overflow-wrap: break-word;
}
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.5rem; }
p, ul, dl, figure { margin: 0 0 1rem; }
h1, h2, h3, h4, h5 { line-height: 1.35; break-after: avoid; }
h1 { margin: 0 0 .5rem; color: var(--accent); font-size: 2.25rem; }
h2 {
  margin: 4rem 0 1.25rem; padding-bottom: .5rem; border-bottom: 2px solid var(--accent);
  color: var(--accent); font-size: 1.5rem;
}
h3 { margin: 2.5rem 0 .75rem; font-size: 1.125rem; }
h4, h5 { margin: 2rem 0 .5rem; font-size: 1rem; }
.number { margin-right: .35em; }
.number:empty { display: none; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--middle); outline-offset: 2px; }
span, a, dt, dd { unicode-bidi: isolate; }
.muted { color: var(--grey); }
p.muted { font-size: .875rem; }
.mark {
  display: inline-block; width: 1.4rem; color: var(--accent); font-size: .85em; line-height: 1;
  font-family: "Segoe UI Symbol", "Apple Symbols", "DejaVu Sans", var(--han), sans-serif;
}
.warning .mark { color: var(--black); }
.note { padding: .75rem 1rem .75rem 2.4rem; border-left: 4px solid; }
.note .mark { margin-left: -1.4rem; }
.note.good { border-color: var(--accent); background: var(--tint); print-color-adjust: exact; }
.note.warning { border: 1px solid var(--rule); border-left: 4px solid var(--black); }
header { padding-top: 3rem; }
.subtitle { color: var(--grey); font-size: 1.25rem; }
.cover { padding-bottom: 1rem; }
.top { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1rem; margin-bottom: 4rem; }
.logo { max-width: min(16rem, 60%); max-height: 5rem; }
.confidential {
  margin: 0 0 0 auto; padding: .1rem .75rem; border: 1px solid; color: var(--grey);
  font-size: .875rem;
}
.kind { margin: 0 0 .25rem; color: var(--grey); letter-spacing: .12em; }
.cover .subtitle { margin-bottom: 2.5rem; color: var(--black); }
.notice {
  margin: 2.5rem 0; padding: .25rem 0 .25rem 1.25rem;
  border-left: 4px solid var(--light); color: var(--grey); font-size: .9375rem;
}
.facts div, .entry dl div { display: grid; grid-template-columns: 13em minmax(0, 1fr); }
.facts div { gap: 1.5rem; padding: .4rem 0; border-bottom: 1px solid var(--rule); }
.facts dt { color: var(--grey); }
.facts { margin-bottom: 1.5rem; }
dd { margin: 0; }
.headline {
  display: grid; grid-template-columns: repeat(4, auto); gap: 1.5rem; margin: 2rem 0 2.5rem;
}
.headline div { min-width: 0; padding-left: 1rem; border-left: 4px solid var(--accent); }
.headline dt { color: var(--grey); font-size: .875rem; }
.headline dd { color: var(--accent); font-size: 1.75rem; font-weight: 700; line-height: 1.3; }
ul { padding-left: 1.4em; }
li { margin-bottom: .3rem; }
.contents { margin-top: 3rem; }
.contents h2 { margin-top: 0; }
.contents ol { margin: 0; padding: 0; list-style: none; }
.contents ol ol { padding-left: 1.75rem; }
.contents li { margin: 0; }
.contents a { display: block; padding: .2rem 0; text-decoration: none; }
.contents > ol > li > a { font-weight: 700; }
.contents a:hover { text-decoration: underline; }
footer { margin-top: 5rem; padding-bottom: 3rem; color: var(--grey); font-size: .875rem; }
footer::before {
  display: block; margin-bottom: 1.25rem; border-top: 1px solid var(--rule); content: "";
}
footer p { margin: 0; }
)css";

constexpr std::string_view tables = R"css(
.scroll { margin: 0 0 2rem; overflow-x: auto; }
table {
  width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.6;
  font-variant-numeric: tabular-nums;
}
.scroll table { min-width: calc(var(--columns) * 4.5rem); }
caption { padding: 0 0 .6rem; font-weight: 700; text-align: left; }
th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; }
th { font-weight: 400; }
thead th {
  border-bottom: 1.5px solid var(--accent); color: var(--accent); font-weight: 700;
  vertical-align: bottom; overflow-wrap: normal;
}
tbody th, tbody td { border-bottom: 1px solid var(--rule); }
tbody th { padding-left: calc(.6rem + var(--depth, 0) * 1.2em); }
th.group { background: var(--tint); font-weight: 700; print-color-adjust: exact; }
th.right, td.right { text-align: right; }
th.center, td.center { text-align: center; }
td.right { white-space: nowrap; }
.right + .left { padding-left: 1.5rem; }
tr.muted { color: var(--grey); }
.marked tbody th:not(.group) { padding-left: calc(2rem + var(--depth, 0) * 1.2em); }
.marked .mark { margin-left: -1.4rem; }
.approvals { margin: 3rem 0 1rem; }
.approvals th, .approvals td { width: 25%; border: 1px solid var(--rule); }
.approvals tbody th, .approvals tbody td { height: 3.5rem; vertical-align: middle; }
.heat thead th { border-bottom-width: 2px; }
.heat tbody th { border-bottom: 0; }
.heat tbody td { border: 2px solid var(--white); }
.heat td { text-align: center; white-space: nowrap; }
.heat tbody th[scope=row] { min-width: 8em; }
.heat .level { font-weight: 700; }
.full, .most, .some, .low { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.full { background: var(--accent); color: var(--white); }
.most { background: var(--middle); }
.some { background: var(--light); }
.low { background: var(--tint); box-shadow: inset 0 0 0 1px var(--rule); }
.none { color: var(--grey); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: -1.25rem 0 2rem; padding: 0;
  color: var(--grey); font-size: .8125rem; list-style: none; }
.swatches { display: inline-flex; gap: 2px; margin-right: .5em; vertical-align: -.15em; }
.swatches span { width: 1.5em; height: 1em; }
.swatches .none { border: 1px dashed var(--grey); }
figure { margin: 1.5rem 0 2.5rem; }
figure .muted { margin: .75rem 0 0; }
figcaption { margin-bottom: .75rem; font-weight: 700; break-after: avoid; }
.drawing { overflow-x: auto; }
svg { display: block; width: 100%; min-width: 34rem; }
svg text { white-space: pre; }
details { margin-top: 1rem; color: var(--grey); }
summary { padding: .2rem 0; font-size: .8125rem; cursor: pointer; }
details table { font-size: .75rem; line-height: 1.4; }
details th, details td { padding-top: .2rem; padding-bottom: .2rem; }
details .scroll { margin-bottom: 0; }
.entries { margin-bottom: 2rem; }
.heads, .entry {
  display: grid; grid-template-columns: 7rem minmax(0, 1fr) 6rem; gap: 0 1rem;
}
.heads {
  margin: 0; padding-bottom: .3rem; border-bottom: 1.5px solid var(--accent); color: var(--accent);
  font-size: .875rem; font-weight: 700;
}
.entry { padding: .9rem 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
.entry p { min-width: 0; margin: 0; }
.key { font-variant-numeric: tabular-nums; }
.entry .key { grid-row: 1 / 3; color: var(--grey); font-size: .875rem; line-height: 2; }
.belongs { display: block; font-size: .8125rem; line-height: 1.5; }
.entry .title { font-weight: 700; }
.figure { text-align: right; }
.entry .figure { color: var(--accent); font-weight: 700; font-variant-numeric: tabular-nums; }
.entry dl { grid-column: 2 / 4; margin: .35rem 0 0; font-size: .875rem; }
.entry dl div { grid-template-columns: 7em minmax(0, 1fr); gap: 1rem; padding: .15rem 0; }
.entry dt { color: var(--grey); }
.choice { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .6em; }
.entry .good {
  margin: .35rem 0 .35rem -1rem; padding: .5rem .75rem; border-left: .25rem solid var(--accent);
  background: var(--tint); print-color-adjust: exact;
}
.entry .good dt { color: var(--accent); font-weight: 700; }
.entry .muted { color: var(--grey); }
)css";

constexpr std::string_view media = R"css(
@media (max-width: 40rem) {
  header, main, footer { padding-right: 1rem; padding-left: 1rem; }
  header { padding-top: 1.5rem; }
  h1 { font-size: 1.75rem; }
  h2 { margin-top: 3rem; font-size: 1.3125rem; }
  .top { margin-bottom: 2rem; }
  .facts div, .entry dl div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .headline { grid-template-columns: minmax(0, 1fr); }
  .approvals th, .approvals td { padding: .4rem .25rem; }
  .heads, .entry { grid-template-columns: minmax(0, 1fr) fit-content(40%); }
  .heads .title { display: none; }
  .entry .key { grid-row: 1; }
  .belongs { display: inline; margin-left: .5em; }
  .entry .figure { grid-column: 2; grid-row: 1; }
  .entry .title, .entry dl { grid-column: 1 / 3; }
}
@media (forced-colors: active) {
  .full { outline: 2px solid; outline-offset: -2px; }
}
@media print {
  html { font-size: 9.5pt; }
  body { border-top: 0; line-height: 1.6; }
  header, main, footer { max-width: none; padding-right: 0; padding-left: 0; }
  header { padding-top: 0; }
  h2 { margin-top: 2.25rem; }
  h3 { margin-top: 1.75rem; }
  a { color: inherit; text-decoration: none; }
  .cover { break-after: page; padding-top: 15mm; }
  .page { break-before: page; margin-top: 0; }
  .scroll, .drawing { overflow: visible; }
  .scroll table { min-width: 0; }
  .short, .heat { break-inside: avoid; }
  .heat th, .heat td { padding-top: .2rem; padding-bottom: .2rem; }
  details { display: none; }
  caption { break-after: avoid; }
  thead { display: table-header-group; break-inside: avoid; }
  tr, svg, footer, .note, .headline div { break-inside: avoid; }
  tbody th, tbody td { overflow-wrap: anywhere; }
  th.group, .heads { break-after: avoid; }
  h2, h3, h4, h2 + p, h3 + p { break-after: avoid; }
  svg { min-width: 0; max-width: 100%; max-height: 225mm; }
  footer { margin-top: 2.5rem; padding-bottom: 0; }
  p, li { orphans: 3; widows: 3; }
}
)css";

}  // namespace

std::string html_style(const report::Document& document) {
  std::string out = page_edges(document) + colours();
  for (const std::string_view part : {words, tables, media}) out += part;
  return out;
}

}  // namespace assess::render
