// A question bank: all that is known of one maturity model; the engine knows none (contract 4).
#pragma once

#include <assess/bank/scoring.hpp>
#include <assess/base/fraction.hpp>
#include <assess/base/id.hpp>
#include <assess/base/language.hpp>
#include <assess/diag/source.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess {

using AreaId = Id<struct AreaTag>;
using QuestionId = Id<struct QuestionTag>;

// Where a statement of the bank comes from and how sure it is.
enum class Confidence { high, medium, low };
std::string_view confidence_name(Confidence confidence);

struct Origin {
  Located<std::string> key;
  Confidence confidence = Confidence::low;
  Text text;
};

// The name of one depth of the model tree: element, domain, sub-domain.
struct Tier {
  Located<std::string> id;
  Text title;
};

struct Level {
  Located<int> number;  // 1, 2, 3 ... in rising order
  Text title;
  Text description;
  Located<Fraction> threshold;  // over 0, at most 1
};

struct Variant {
  Located<std::string> id;
  Text title;
  Text description;
};

// A weight of an area among its siblings for one variant; relative, 0 or more.
struct Weight {
  Located<Fraction> value;
  std::string origin;  // key of an Origin, or empty
};

// A node of the model tree.
struct Area {
  Located<std::string> id;
  Text title;
  Text description;
  std::optional<AreaId> parent;
  std::vector<AreaId> children;
  std::size_t depth = 0;                // 0 at the top
  std::optional<Located<int>> section;  // number, when people navigate by this area
  bool is_tailorable = false;           // its own mark or one above it
  // By variant; one entry for a bank without variants. Absent: the variant does not have this area.
  std::vector<std::optional<Weight>> weights;

  bool is_leaf() const { return children.empty(); }
};

struct Option {
  Located<std::string> key;
  Text text;
  Fraction score;         // 0..1, from the option itself or the scale
  bool has_score = true;  // false in a bank with errors: the score could not be read
};

struct Question {
  Located<std::string> id;
  Located<std::string> replaces;  // the id that it had in an earlier version, or empty
  AreaId area{};
  int level = 0;
  Fraction weight = 1;  // over 0, relative in its area and level
  Text text;
  Text help;
  Text advice;
  std::vector<Option> options;               // in rising order of maturity
  std::optional<std::string> evidence_from;  // from this option on evidence is asked for
  std::string requirement;                   // id of the requirement of the model, or empty
  std::string origin;                        // key of an Origin, or empty
};

struct Indicator {
  Located<std::string> id;
  Text title;
  Text description;
  std::string unit;
  bool is_free = false;  // named by the enterprise itself
};

struct Bank {
  Located<std::string> id;
  std::string version;
  std::string sha256;  // of the bytes it was read from
  Text title;
  Text description;
  Text instructions;
  std::vector<Language> languages;
  std::vector<Tier> tiers;
  std::vector<Level> levels;
  std::vector<Variant> variants;  // may be empty
  Scoring scoring;
  std::vector<Origin> origins;
  std::vector<Area> areas;  // parents before their children, siblings in the bank's order
  std::vector<Question> questions;
  std::vector<Indicator> indicators;

  const Area& area(AreaId area_id) const { return areas[area_id.index]; }
  const Question& question(QuestionId question_id) const { return questions[question_id.index]; }

  std::optional<AreaId> find_area(std::string_view area_id) const;
  std::optional<QuestionId> find_question(std::string_view question_id) const;
  std::optional<std::size_t> find_variant(std::string_view variant_id) const;
  const Indicator* find_indicator(std::string_view indicator_id) const;
  const Origin* find_origin(std::string_view key) const;

  // Number of entries in `Area::weights`.
  std::size_t weight_sets() const { return variants.empty() ? 1 : variants.size(); }

  // The areas that carry a section number, in order of that number.
  std::vector<AreaId> sections() const;

  // The section that an area lies in, itself included.
  std::optional<AreaId> section_of(AreaId area_id) const;

  // The name of the tier at a depth, or the depth counted from 1 where the bank names none.
  std::string tier_name(std::size_t depth) const;

  // `1.2` for the second lowest area of section 1; empty for areas outside sections.
  std::string area_number(AreaId area_id) const;
};

// The place of an option in a question, or nullopt.
std::optional<std::size_t> find_option(const Question& question, std::string_view key);

// Whether the bank asks for evidence with this option: from one of them on, or never.
bool asks_for_evidence(const Question& question, std::size_t option);

}  // namespace assess
