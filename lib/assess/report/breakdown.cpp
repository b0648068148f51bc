#include <assess/report/breakdown.hpp>

#include <algorithm>

namespace assess::report {
namespace {

Part part_in(const LevelScore& level, const std::optional<Fraction>& score, const Tally& tally) {
  if (!level.is_open) return Part::not_open;
  const bool is_asked = tally.questions > tally.not_applicable;
  if (score) return is_asked ? Part::scored : Part::met;
  if (tally.questions == 0) return Part::nothing_asked;
  return is_asked ? Part::weightless : Part::not_applicable;
}

// Takes one score apart. What is asked of the enterprise is found by its place on the sheet, what
// is not by its id in the bank.
class Analysis {
 public:
  Analysis(const Diagnosis& diagnosis, std::size_t level)
      : bank_(*diagnosis.bank),
        sheet_(*diagnosis.sheet),
        responses_(diagnosis.responses),
        level_(diagnosis.card.levels[level]),
        places_(bank_.areas.size()),
        is_tailored_(bank_.areas.size(), false),
        weights_(weights_at(sheet_, level_)),
        shares_(shares(sheet_, responses_, level_)) {
    for (std::size_t i = 0; i < sheet_.areas.size(); ++i) places_[sheet_.areas[i].area.index] = i;
    for (const OutArea& out : sheet_.out) {
      if (out.reason == OutReason::tailored) mark_tailored(out.area);
    }
  }

  // Of an area, or of the whole level.
  void explain(Breakdown& out) const {
    if (out.area) {
      explain_area(*out.area, out);
    } else {
      explain_level(out);
    }
    if (out.part != Part::not_open) out.questions = questions_of(out.area);
  }

 private:
  void explain_level(Breakdown& out) const {
    out.part = part_in(level_, level_.score, level_.tally);
    if (!has_part(out.part)) return;
    out.score = level_.score;
    out.worth = {Fraction(1), *level_.score, Fraction(1) - *level_.score};
    out.children = parts_of(siblings_below(std::nullopt));
    out.left_out = left_out_of(siblings_below(std::nullopt));
  }

  void explain_area(AreaId area, Breakdown& out) const {
    out.part = part_of(area);
    if (!has_part(out.part)) return;
    const AreaPart part = area_part(area);
    out.score = part.score;
    out.worth = part.worth;
    for (std::optional<AreaId> at = area; at; at = bank_.area(*at).parent) {
      out.way.insert(out.way.begin(), area_part(*at));
    }
    for (const AreaPart& step : out.way) {
      const auto beside = left_out_of(siblings_below(bank_.area(step.area).parent));
      out.left_out.insert(out.left_out.end(), beside.begin(), beside.end());
    }
    out.children = parts_of(bank_.area(area).children);
    const auto below = left_out_of(bank_.area(area).children);
    out.left_out.insert(out.left_out.end(), below.begin(), below.end());
  }

  Part part_of(AreaId area) const {
    const auto place = places_[area.index];
    if (!place) return is_tailored_[area.index] ? Part::tailored : Part::out_of_variant;
    const AreaScore& score = level_.areas[*place];
    return part_in(level_, score.score, score.tally);
  }

  // The sheet names lowest areas: one above them went for tailoring if any of them did.
  void mark_tailored(AreaId leaf) {
    for (std::optional<AreaId> at = leaf; at; at = bank_.area(*at).parent) {
      is_tailored_[at->index] = true;
    }
  }

  bool is_at_or_below(AreaId area, AreaId above) const {
    for (std::optional<AreaId> at = area; at; at = bank_.area(*at).parent) {
      if (*at == above) return true;
    }
    return false;
  }

  AreaPart area_part(AreaId area) const {
    AreaPart out{.area = area, .part = part_of(area)};
    if (!has_part(out.part)) return out;
    const std::size_t place = *places_[area.index];
    out.weight = weights_[place];
    out.score = level_.areas[place].score;
    const Fraction& share = shares_.areas[place];
    out.worth = {share, share * *out.score, shares_.missed(level_, place)};
    return out;
  }

  std::vector<AreaId> siblings_below(std::optional<AreaId> parent) const {
    if (parent) return bank_.area(*parent).children;
    std::vector<AreaId> top;
    for (std::size_t i = 0; i < bank_.areas.size(); ++i) {
      if (!bank_.areas[i].parent) top.push_back(AreaId{static_cast<std::uint32_t>(i)});
    }
    return top;
  }

  std::vector<AreaPart> parts_of(const std::vector<AreaId>& siblings) const {
    std::vector<AreaPart> out;
    for (const AreaId area : siblings) {
      const AreaPart part = area_part(area);
      if (has_part(part.part)) out.push_back(part);
    }
    return out;
  }

  // Those that the variant does not have never had a weight to give away.
  std::vector<LeftOut> left_out_of(const std::vector<AreaId>& siblings) const {
    std::vector<LeftOut> out;
    for (const AreaId area : siblings) {
      const auto& weight = bank_.area(area).weights[sheet_.weight_set];
      const Part part = part_of(area);
      if (has_part(part) || !weight || weight->value.value == Fraction(0)) continue;
      out.push_back({area, part});
    }
    return out;
  }

  std::vector<QuestionPart> questions_of(std::optional<AreaId> area) const {
    std::vector<QuestionPart> out;
    const auto place = area ? places_[area->index] : std::nullopt;
    if (area && !place) return out;
    const auto within = place ? shares_within(sheet_, responses_, level_, *place) : shares_;
    std::vector<const QuestionShare*> of_area(bank_.questions.size(), nullptr);
    std::vector<const QuestionShare*> of_level(bank_.questions.size(), nullptr);
    for (const QuestionShare& share : within.questions) of_area[share.question.index] = &share;
    for (const QuestionShare& share : shares_.questions) of_level[share.question.index] = &share;
    for (const SheetQuestion& entry : sheet_.questions) {
      const Question& question = bank_.question(entry.question);
      if (question.level != level_.level) continue;
      if (area && !is_at_or_below(question.area, *area)) continue;
      QuestionPart part = answered_part(entry.question);
      if (const auto* share = of_area[entry.question.index]) part.within = share->share;
      if (const auto* share = of_level[entry.question.index]) {
        part.worth = {share->share, share->gained, share->missed()};
      }
      out.push_back(std::move(part));
    }
    std::stable_sort(out.begin(), out.end(), [](const QuestionPart& a, const QuestionPart& b) {
      return a.worth.missed > b.worth.missed;
    });
    return out;
  }

  QuestionPart answered_part(QuestionId id) const {
    const Response& response = responses_[id.index];
    QuestionPart out{.question = id, .state = response.state, .option = response.option};
    switch (response.state) {
      case Response::State::answered:
        out.score = bank_.question(id).options[response.option].score;
        break;
      case Response::State::unanswered:
        out.score = Fraction(0);
        break;
      case Response::State::not_applicable:
        break;
    }
    return out;
  }

  const Bank& bank_;
  const Sheet& sheet_;
  const std::vector<Response>& responses_;
  const LevelScore& level_;
  std::vector<std::optional<std::size_t>> places_;  // on the sheet, by AreaId
  std::vector<bool> is_tailored_;                   // it or something below it, by AreaId
  std::vector<Fraction> weights_;
  LevelShares shares_;
};

}  // namespace

std::string_view part_name(Part part) {
  switch (part) {
    case Part::scored:
      return "scored";
    case Part::met:
      return "met";
    case Part::tailored:
      return "tailored";
    case Part::out_of_variant:
      return "out_of_variant";
    case Part::not_open:
      return "not_open";
    case Part::nothing_asked:
      return "nothing_asked";
    case Part::not_applicable:
      return "not_applicable";
    case Part::weightless:
      return "weightless";
  }
  return {};
}

bool has_part(Part part) {
  return part == Part::scored || part == Part::met;
}

Breakdown find_breakdown(const Diagnosis& diagnosis, std::optional<AreaId> area,
                         std::size_t level) {
  Breakdown out;
  out.level = level;
  out.area = area;
  Analysis(diagnosis, level).explain(out);
  return out;
}

}  // namespace assess::report
