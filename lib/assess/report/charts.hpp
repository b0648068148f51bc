// The charts of a document: numbers on a scale of 0 to 1 with the text that stands beside each.
// Every chart can be told as a table as well (chart_tables.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace assess::report {

// How a state is to be marked; never by colour alone, the text says it too.
enum class Tone { plain, good, warning, muted };

// A mark on the scale of a chart, and what it is called: "达标线 0.8".
struct Threshold {
  double value = 0;  // 0..1
  std::string label;
};

// The levels from lowest to highest, each against its threshold.
struct Ladder {
  struct Step {
    std::string name;             // "1 规划级"
    std::optional<double> score;  // 0..1; absent when the level has no score
    double threshold = 0;         // 0..1
    std::string value;            // the score as people read it, or a dash
    std::string limit;            // the threshold as people read it
    std::string state;            // "达到", "未达到", "未开放"
    Tone tone = Tone::plain;
  };
  std::vector<Step> steps;
};

// One value per axis and series on a scale 0..1, with a ring at each threshold.
struct Radar {
  struct Value {
    std::optional<double> value;  // absent: drawn as a gap
    std::string shown;            // the number as people read it, or why there is none
  };
  struct Series {
    std::string label;
    std::vector<Value> values;  // one per axis
  };
  std::string title;
  std::string axis_head;  // what an axis is: "章"
  std::vector<std::string> axes;
  std::vector<Series> series;  // one or two; the last is the one that matters most
  std::vector<Threshold> thresholds;
};

// Horizontal bars on a scale from 0 to `full`, in groups, with a line at the threshold.
struct Bars {
  struct Bar {
    std::string name;
    std::optional<double> value;
    std::string shown;
    std::string lost;  // what is missing, as people read it, or empty
    Tone tone = Tone::plain;
  };
  struct Group {
    std::string name;
    std::vector<Bar> bars;
  };
  std::string title;
  std::string name_head;
  std::string value_head;
  std::string lost_head;  // empty when no bar says what is lost
  std::vector<Group> groups;
  std::optional<Threshold> threshold;
  double full = 1;
};

// A table whose cells are tinted by their value: areas down, levels across, and at the end of each
// row the level that the area attains by itself.
struct Heat {
  struct Cell {
    std::optional<double> value;  // 0..1; absent: an empty cell with a dash
    std::string shown;
    Tone tone = Tone::muted;  // good: the threshold is reached; warning: it is not
  };
  struct Row {
    std::string name;
    std::vector<Cell> cells;  // one per column
    std::string level;
    bool is_group = false;  // a row that heads the ones below it
  };
  std::string title;
  std::string name_head;
  std::vector<std::string> columns;
  std::string level_head;
  std::vector<Row> rows;
  std::string good_label;  // for the legend: what dark, pale and empty cells mean
  std::string warning_label;
  std::string shade_label;  // behind the one before, where cells are tinted
  std::string muted_label;
};

}  // namespace assess::report
