// What the chapters of the document have in common.
#pragma once

#include <assess/report/build.hpp>
#include <assess/report/figures.hpp>
#include <assess/report/standing.hpp>

#include <optional>
#include <string>
#include <utility>

namespace assess::report {

// What every chapter is written from.
struct Matter {
  const Diagnosis& diagnosis;
  const Standing& standing;
  const DocumentOptions& options;
};

// Appends blocks to a document in one language.
class Chapter {
 public:
  Chapter(const Matter& matter, Document& document)
      : diagnosis_(matter.diagnosis),
        standing_(matter.standing),
        bank_(*diagnosis_.bank),
        card_(diagnosis_.card),
        worked_(card_.levels[standing_.worked]),
        options_(matter.options),
        document_(document) {}

 protected:
  std::string say(Words words) const { return std::string(words.in(options_.language)); }
  const std::string& read(const Text& text) const { return text.in(options_.language); }
  void add(Block block) { document_.blocks.push_back(std::move(block)); }

  // Numbered after the headings that stand already.
  void add_heading(int depth, std::string text);
  void add_appendix(std::string text);

  std::string level_name(std::size_t index) const {
    return shown_level(bank_.levels[index], options_.language);
  }
  std::string area_name(AreaId area) const;  // with its number where it has one

  // What the bank calls the areas that questions belong to: the name of their tier, or that of any
  // area where they have none in common.
  std::string leaf_word() const;
  std::string threshold_label(const LevelScore& level) const;

  // In one sentence, why an open level has no score.
  std::string why_unscored(const LevelScore& level) const;

  static std::optional<double> drawn(const std::optional<Fraction>& score) {
    return score ? std::optional(score->approximate()) : std::nullopt;
  }

  // Whether the area stands alone below one of the same name and would be told twice.
  bool repeats_its_parent(const Area& area) const;

  const Diagnosis& diagnosis_;
  const Standing& standing_;
  const Bank& bank_;
  const Scorecard& card_;
  const LevelScore& worked_;  // the level whose scores the charts show
  const DocumentOptions& options_;
  Document& document_;
};

// The chapters, in the order in which they are written.
void write_summary(const Matter& matter, Document& document);
void write_profile(const Matter& matter, Document& document);
void write_losses(const Matter& matter, Document& document);
void write_gaps(const Matter& matter, Document& document);
void write_history(const Matter& matter, Document& document);
void write_among(const Matter& matter, Document& document);
void write_scope(const Matter& matter, Document& document);
void write_indicators(const Matter& matter, Document& document);
void write_method(const Matter& matter, Document& document);
void write_answers(const Matter& matter, Document& document);

}  // namespace assess::report
