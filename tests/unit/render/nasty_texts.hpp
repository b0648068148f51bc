// Texts that try to be anything but text, and blocks made of them. For the tests of formats that
// have markup.
#pragma once

#include <assess/report/document.hpp>

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::render::test {

// Makes texts that are all different: each is nasty in its first line and has a number of its own
// in its second. Remembers them.
class NastyTexts {
 public:
  std::string next() {
    static constexpr std::array<std::string_view, 24> lines{
        "<script>alert('1')</script>",
        "</td></table></p>",
        "A & B &amp; C &#35;",
        "\"quoted\" 'text'",
        "]]>",
        "a | b",
        "=1+1",
        "# x",
        "- x",
        "1. x",
        "+ x",
        "> x",
        "---",
        "===",
        ":-- | --:",
        "`code` ``` ~~~",
        "![x](javascript:alert(1)) [a](b) [c]: d",
        "*x* **x** _x_ ~x~ $x$",
        "\u202Ereversed\u2066",
        "全角　文字，“引用” A\u0301\u200D👍🏽",
        "www.example.org",
        "C:\\dir\\",
        "\x01\x7F \xFF\xC3",
        "<!-- x --> <?x?> {{x}}",
    };
    texts_.push_back(fmt::format("{}\nN{}", lines[texts_.size() % lines.size()], texts_.size()));
    return texts_.back();
  }
  std::vector<std::string> some(std::size_t count) {
    std::vector<std::string> out;
    while (out.size() < count) out.push_back(next());
    return out;
  }
  const std::vector<std::string>& all() const { return texts_; }

 private:
  std::vector<std::string> texts_;
};

inline report::Ladder nasty_ladder(NastyTexts& texts, std::size_t steps) {
  report::Ladder ladder;
  for (std::size_t i = 0; i < steps; ++i) {
    ladder.steps.push_back({texts.next(), 0.1 * static_cast<double>(i), 0.8, texts.next(),
                            texts.next(), texts.next(), report::Tone::warning});
  }
  return ladder;
}

inline report::Radar nasty_radar(NastyTexts& texts, std::size_t axes) {
  report::Radar radar{.title = texts.next(),
                      .axis_head = texts.next(),
                      .axes = texts.some(axes),
                      .series = {{texts.next(), {}}, {texts.next(), {}}},
                      .thresholds = {{0.8, texts.next()}}};
  for (std::size_t i = 0; i < axes; ++i) {
    radar.series[0].values.push_back({std::nullopt, texts.next()});
    radar.series[1].values.push_back({0.5, texts.next()});
  }
  return radar;
}

inline report::Table nasty_table(NastyTexts& texts, std::size_t rows) {
  report::Table table{.title = texts.next(),
                      .columns = {{texts.next()},
                                  {texts.next(), report::Table::Align::right},
                                  {texts.next(), report::Table::Align::center, 0.5}},
                      .rows = {}};
  for (std::size_t i = 0; i < rows; ++i) {
    const bool is_group = i % 3 == 1;
    table.rows.push_back(
        {is_group ? std::vector{texts.next(), std::string(), std::string()} : texts.some(3),
         i % 2 == 0 ? report::Tone::good : report::Tone::muted, is_group, static_cast<int>(i)});
  }
  return table;
}

inline report::Heat nasty_heat(NastyTexts& texts) {
  using report::Tone;
  report::Heat heat{.title = texts.next(), .name_head = texts.next(), .columns = texts.some(3)};
  heat.level_head = texts.next();
  heat.rows = {{texts.next(), {}, {}, true},
               {texts.next(),
                {{0.9, texts.next(), Tone::good},
                 {0.1, texts.next(), Tone::warning},
                 {std::nullopt, texts.next()}},
                texts.next()}};
  heat.good_label = texts.next();
  heat.warning_label = texts.next();
  heat.muted_label = texts.next();
  return heat;
}

inline report::Entries nasty_entries(NastyTexts& texts, std::size_t groups) {
  report::Entries entries{
      .key_head = texts.next(), .title_head = texts.next(), .figure_head = texts.next()};
  for (std::size_t i = 0; i < groups; ++i) {
    report::Entries::Group group{.name = i == 0 ? "" : texts.next()};
    for (std::size_t k = 0; k < 5; ++k) {
      report::Entries::Entry entry{
          .key = texts.next(), .note = texts.next(), .title = texts.next()};
      entry.details = {{texts.next(), texts.next(), report::Tone::good},
                       {texts.next(), texts.next(), report::Tone::muted},
                       {.label = texts.next(), .text = texts.next(), .key = texts.next()}};
      entry.figure = texts.next();
      group.entries.push_back(entry);
    }
    entries.groups.push_back(group);
  }
  return entries;
}

}  // namespace assess::render::test
