#include <assess/report/calculation.hpp>
#include <assess/report/figures.hpp>

#include <algorithm>
#include <string_view>

namespace assess::report {
namespace {

constexpr int rounded_decimals = 6;  // of a number that is too long to stand there exactly

// Grows from left to right, and remembers whether all of it is exact so far.
class Formula {
 public:
  // A rounded number must not look like the threshold either.
  explicit Formula(const Fraction& threshold) : threshold_(threshold) {}

  void sign(std::string_view text) { text_ += text; }

  void number(const Fraction& value) {
    const auto exact = shown_exactly(value);
    if (!exact) is_exact_ = false;
    text_ += exact ? *exact : rounded(value);
  }

  void product(const Fraction& a, const Fraction& b) {
    number(a);
    sign(" × ");
    number(b);
  }

  void divisor(const Fraction& value) {
    const bool is_fraction = shown_number(value).find('/') != std::string::npos;
    if (is_fraction) sign("(");
    number(value);
    if (is_fraction) sign(")");
  }

  std::string equals(const Fraction& result) {
    const auto exact = shown_exactly(result);
    text_ += is_exact_ && exact ? " = " : " ≈ ";
    text_ += exact ? *exact : rounded(result);
    if (exact && exact->find('/') != std::string::npos) text_ += " ≈ " + rounded(result);
    return std::move(text_);
  }

 private:
  std::string rounded(const Fraction& value) const {
    return rounded_apart(value, rounded_decimals, {Fraction(0), Fraction(1), threshold_});
  }

  Fraction threshold_;
  std::string text_;
  bool is_exact_ = true;
};

class Calculator {
 public:
  Calculator(const Diagnosis& diagnosis, const Breakdown& breakdown)
      : bank_(*diagnosis.bank),
        breakdown_(breakdown),
        threshold_(diagnosis.card.levels[breakdown.level].threshold) {}

  std::vector<Calculation> run() const {
    std::vector<Calculation> out;
    if (!has_part(breakdown_.part) || !breakdown_.score) return out;
    if (!breakdown_.children.empty()) {
      out.push_back({{"得分（各下级得分的加权和）", "score (weighted sum of its parts)"}, sum()});
    } else if (breakdown_.part == Part::scored) {
      const Words what =
          has_equal_weights()
              ? Words{"得分（各题得分的平均）", "score (mean of its questions)"}
              : Words{"得分（各题得分的加权平均）", "score (weighted mean of its questions)"};
      out.push_back({what, mean()});
    }
    if (breakdown_.way.size() > 1) {
      out.push_back({{"占等级（各层权重相乘）", "share (product of the weights)"}, share()});
    }
    if (breakdown_.area) {
      Formula formula(threshold_);
      formula.product(breakdown_.worth.share, *breakdown_.score);
      out.push_back({{"贡献（占等级 × 得分）", "gained (share × score)"},
                     formula.equals(breakdown_.worth.gained)});
    }
    return out;
  }

 private:
  std::string sum() const {
    Formula formula(threshold_);
    for (const AreaPart& child : breakdown_.children) {
      if (&child != &breakdown_.children.front()) formula.sign(" + ");
      formula.product(child.weight, *child.score);
    }
    return formula.equals(*breakdown_.score);
  }

  std::vector<const QuestionPart*> scored_questions() const {
    std::vector<const QuestionPart*> out;
    for (const QuestionPart& question : breakdown_.questions) {
      if (question.score) out.push_back(&question);
    }
    return out;
  }

  const Fraction& weight_of(const QuestionPart* part) const {
    return bank_.question(part->question).weight;
  }

  bool has_equal_weights() const {
    const auto questions = scored_questions();
    return std::all_of(questions.begin(), questions.end(), [&](const QuestionPart* part) {
      return weight_of(part) == weight_of(questions.front());
    });
  }

  // In the order in which the questions are listed.
  std::string mean() const {
    const auto questions = scored_questions();
    const bool is_plain = has_equal_weights();
    Formula formula(threshold_);
    Fraction weights = 0;
    const bool is_alone = questions.size() == 1;
    if (!is_alone) formula.sign("(");
    for (const QuestionPart* part : questions) {
      if (part != questions.front()) formula.sign(" + ");
      if (is_plain) {
        formula.number(*part->score);
      } else {
        formula.product(weight_of(part), *part->score);
      }
      weights += is_plain ? Fraction(1) : weight_of(part);
    }
    formula.sign(is_alone ? " / " : ") / ");
    formula.divisor(weights);
    return formula.equals(*breakdown_.score);
  }

  std::string share() const {
    Formula formula(threshold_);
    for (const AreaPart& step : breakdown_.way) {
      if (&step != &breakdown_.way.front()) formula.sign(" × ");
      formula.number(step.weight);
    }
    return formula.equals(breakdown_.worth.share);
  }

  const Bank& bank_;
  const Breakdown& breakdown_;
  const Fraction& threshold_;
};

}  // namespace

std::vector<Calculation> calculations(const Diagnosis& diagnosis, const Breakdown& breakdown) {
  return Calculator(diagnosis, breakdown).run();
}

}  // namespace assess::report
