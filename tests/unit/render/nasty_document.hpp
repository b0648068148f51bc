// A document with every sort of block in it, made of nasty texts.
#pragma once

#include "nasty_texts.hpp"
#include <assess/report/document.hpp>

#include <cstddef>
#include <string>

namespace assess::render::test {

// `texts` then has every text that a reader of the document must meet.
inline report::Document nasty_document(NastyTexts& texts) {
  using report::Tone;
  report::Document out{.title = texts.next(), .subtitle = texts.next(), .author = texts.next()};
  out.footer = texts.next();
  out.page_label = "</style> {} \" {}";
  out.cover = report::Cover{.logo = "\x89PNG", .kind = texts.next()};
  out.cover->facts.rows = {{texts.next(), texts.next()}};
  out.cover->notice = texts.next();
  out.cover->mark = texts.next();
  out.cover->approvals = {{texts.next(), texts.next()}};
  out.cover->approval_heads = texts.some(4);
  auto& blocks = out.blocks;
  blocks = {report::PageBreak{}, report::Contents{texts.next()}};
  for (const int depth : {2, 1, 2, 2, 3, 1}) {
    blocks.push_back(report::Heading{depth, texts.next(), texts.next()});
  }
  for (const Tone tone : {Tone::plain, Tone::good, Tone::warning, Tone::muted}) {
    blocks.push_back(report::Paragraph{texts.next(), tone});
  }
  blocks.push_back(report::Bullets{texts.some(26)});
  blocks.push_back(report::Bullets{texts.some(2)});
  blocks.push_back(report::Facts{{{texts.next(), texts.next()}, {texts.next(), texts.next()}}});
  blocks.push_back(report::Headline{{{texts.next(), texts.next()}}});
  blocks.push_back(nasty_table(texts, 7));
  blocks.push_back(nasty_table(texts, 0));
  blocks.push_back(nasty_table(texts, 24));
  for (const std::size_t steps : {0U, 1U, 7U}) blocks.push_back(nasty_ladder(texts, steps));
  for (const std::size_t axes : {0U, 2U, 9U}) blocks.push_back(nasty_radar(texts, axes));
  blocks.push_back(
      report::Bars{.title = texts.next(),
                   .name_head = texts.next(),
                   .value_head = texts.next(),
                   .lost_head = texts.next(),
                   .groups = {{texts.next(), {{texts.next(), 0.9, texts.next(), texts.next()}}}},
                   .threshold = report::Threshold{0.8, texts.next()}});
  blocks.push_back(nasty_heat(texts));
  blocks.push_back(nasty_entries(texts, 3));
  return out;
}

}  // namespace assess::render::test
