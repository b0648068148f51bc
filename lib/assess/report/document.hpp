// The report of one diagnosis as a document that no renderer needs to think about: what stands in
// it and in which order, in one language, with every number already written as people read it.
// Renderers decide how a block looks, never what it says.
#pragma once

#include <assess/base/language.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace assess::report {

// How a state is to be marked; never by colour alone, the text says it too.
enum class Tone { plain, good, warning, muted };

struct Heading {
  int depth = 1;  // 1 a chapter, 2 a section in it
  std::string text;
};

struct Paragraph {
  std::string text;
  Tone tone = Tone::plain;
};

struct Bullets {
  std::vector<std::string> items;
};

// Pairs of a name and what holds for it: the enterprise block.
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

// The levels from lowest to highest, each against its threshold.
struct Ladder {
  struct Step {
    std::string name;             // "1 规划级"
    std::optional<double> score;  // 0..1; absent when the level has no score
    double threshold = 0;         // 0..1
    std::string value;            // the score as people read it, or a dash
    std::string state;            // "达到", "未达到", "未开放"
    Tone tone = Tone::plain;
  };
  std::vector<Step> steps;
};

// One value per axis on a scale 0..1, with a ring at the threshold.
struct Radar {
  struct Axis {
    std::string name;
    std::optional<double> value;  // absent: drawn as a gap, named all the same
    std::string shown;            // the number as people read it, or why there is none
  };
  std::string title;
  std::vector<Axis> axes;
  double threshold = 0;
  std::string threshold_label;
  std::string value_label;
};

// Horizontal bars on a scale 0..1, in groups, with a line at the threshold.
struct Bars {
  struct Bar {
    std::string name;
    std::optional<double> value;
    std::string shown;
    Tone tone = Tone::plain;
  };
  struct Group {
    std::string name;
    std::vector<Bar> bars;
  };
  std::string title;
  std::vector<Group> groups;
  double threshold = 0;
  std::string threshold_label;
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
  };
  std::string title;  // or empty
  std::vector<Column> columns;
  std::vector<Row> rows;
};

struct PageBreak {};

using Block = std::variant<Heading, Paragraph, Bullets, Facts, Headline, Ladder, Radar, Bars, Table,
                           PageBreak>;

struct Document {
  Language language = Language::zh;
  std::string title;     // of the document: also in the PDF's information
  std::string subtitle;  // the enterprise
  std::string author;    // "assess 0.1.0"
  std::string subject;
  std::string footer;                // "self-diagnosis, not a certified assessment"
  std::string page_label;            // "第 {} 页，共 {} 页": page and number of pages
  std::optional<std::int64_t> date;  // seconds since 1970, UTC; only when the user gave one
  std::vector<Block> blocks;
};

}  // namespace assess::report
