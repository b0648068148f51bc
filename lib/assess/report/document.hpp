// The report of one diagnosis as a document that no renderer needs to think about: what stands in
// it and in which order, in one language, with every number already written as people read it.
// Renderers decide how a block looks, never what it says.
#pragma once

#include <assess/base/language.hpp>
#include <assess/report/charts.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace assess::report {

struct Heading {
  int depth = 1;       // 1 a chapter, 2 a section in it
  std::string number;  // "2.1", "A"; may be empty
  std::string text;

  std::string whole() const { return number.empty() ? text : number + "  " + text; }
};

// The headings with their places, made by the renderer from the headings of the document.
struct Contents {
  std::string title;
};

struct Paragraph {
  std::string text;
  Tone tone = Tone::plain;
};

struct Bullets {
  std::vector<std::string> items;
};

// Pairs of a name and what holds for it.
struct Facts {
  std::vector<std::pair<std::string, std::string>> rows;
};

// The result in large letters: "1 规划级" with "总分 1.00" beside it.
struct Headline {
  struct Figure {
    std::string label;
    std::string value;
  };
  std::vector<Figure> figures;
};

struct Table {
  enum class Align { left, right, center };
  struct Column {
    std::string head;
    Align align = Align::left;
    double share = 1;  // of the width, relative to the other columns
  };
  struct Row {
    std::vector<std::string> cells;  // one per column
    Tone tone = Tone::plain;
    bool is_group = false;  // a line that heads the rows below it; only its first cell is filled
    int depth = 0;          // how far its first cell is indented
  };
  std::string title;  // or empty
  std::vector<Column> columns;
  std::vector<Row> rows;
};

// Questions with what is to be said of each: its id, its text, named details below it and a figure
// at its side.
struct Entries {
  struct Detail {
    std::string label;
    std::string text;
    Tone tone = Tone::plain;  // good: what to do
    std::string key = {};     // of the option that the text is: "D"; or empty
  };
  struct Entry {
    std::string key;
    std::string note;  // under the key: what it belongs to; or empty
    std::string title;
    std::vector<Detail> details;
    std::string figure;
  };
  struct Group {
    std::string name;  // or empty
    std::vector<Entry> entries;
  };
  std::string key_head;
  std::string title_head;
  std::string figure_head;
  std::vector<Group> groups;
};

// What follows begins a page.
struct PageBreak {
  double if_left_below = 1;  // only when less than this part of the page's height is left
};

using Block = std::variant<Heading, Contents, Paragraph, Bullets, Facts, Headline, Ladder, Radar,
                           Bars, Heat, Table, Entries, PageBreak>;

// The first page. All of it may be empty.
struct Cover {
  std::string logo;    // the bytes of a PNG file that can be read
  std::string kind;    // over the title: "诊断报告"
  Facts facts;         // variant, date, bank
  std::string notice;  // what this document is not
  std::string mark;    // of confidentiality; also on every page
  struct Approval {
    std::string role;  // "编制"
    std::string name;
  };
  std::vector<Approval> approvals;
  std::vector<std::string> approval_heads;  // role, name, signature, date
};

struct Document {
  Language language = Language::zh;
  std::string title;     // of the document: also in the PDF's information
  std::string subtitle;  // the enterprise
  std::string author;    // "assess 0.1.0"
  std::string subject;
  std::string footer;                // "self-diagnosis, not a certified assessment"
  std::string page_label;            // "第 {} 页，共 {} 页": page and number of pages
  std::optional<std::int64_t> date;  // seconds since 1970, UTC; only when the user gave one
  std::optional<Cover> cover;
  std::vector<Block> blocks;
};

}  // namespace assess::report
