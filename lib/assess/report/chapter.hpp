// What the chapters of the document have in common.
#pragma once

#include <assess/report/build.hpp>
#include <assess/report/figures.hpp>

#include <optional>
#include <string>
#include <utility>

namespace assess::report {

// Appends blocks to a document in one language.
class Chapter {
 public:
  Chapter(const Diagnosis& diagnosis, const DocumentOptions& options, Document& document)
      : diagnosis_(diagnosis),
        bank_(*diagnosis.bank),
        card_(diagnosis.card),
        current_(card_.levels[card_.begun_level()]),
        options_(options),
        document_(document) {}

 protected:
  std::string say(Words words) const { return std::string(words.in(options_.language)); }
  const std::string& read(const Text& text) const { return text.in(options_.language); }
  void add(Block block) { document_.blocks.push_back(std::move(block)); }

  // The highest level that has been begun, whose scores the charts show.
  std::string current_name() const {
    return shown_level(bank_.levels[card_.begun_level()], options_.language);
  }

  static std::optional<double> drawn(const std::optional<Fraction>& score) {
    return score ? std::optional(score->approximate()) : std::nullopt;
  }

  const Diagnosis& diagnosis_;
  const Bank& bank_;
  const Scorecard& card_;
  const LevelScore& current_;
  const DocumentOptions& options_;
  Document& document_;
};

// The chapters, in the order in which they are written.
void write_summary(const Diagnosis& diagnosis, const DocumentOptions& options, Document& document);
void write_results(const Diagnosis& diagnosis, const DocumentOptions& options, Document& document);
void write_closing(const Diagnosis& diagnosis, const DocumentOptions& options, Document& document);

}  // namespace assess::report
