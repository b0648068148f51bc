#include <assess/render/breakdown.hpp>
#include <assess/render/json_values.hpp>

namespace assess::render {
namespace {

using report::AreaPart;
using report::Breakdown;

class BreakdownJson {
 public:
  BreakdownJson(const Diagnosis& diagnosis, const Breakdown& breakdown)
      : diagnosis_(diagnosis),
        bank_(*diagnosis.bank),
        breakdown_(breakdown),
        level_(diagnosis.card.levels[breakdown.level]) {}

  Json run(const std::string& path) const {
    const std::string& variant = diagnosis_.answers.variant.value;
    Json out{
        {"schema_version", schema_version},
        {"tool", tool()},
        {"command", "explain"},
        {"path", path},
        {"bank", {{"id", bank_.id.value}, {"version", bank_.version}, {"sha256", bank_.sha256}}},
        {"variant", variant.empty() ? Json(nullptr) : Json(variant)},
        {"level", level_value()},
        {"area", explained_area()},
        {"part", part_name(breakdown_.part)},
        {"score", figure(breakdown_.score)}};
    add_worth(out, report::has_part(breakdown_.part), breakdown_.worth);
    out["ancestors"] = Json::array();
    for (const AreaPart& step : breakdown_.way) {
      if (step.area != breakdown_.area) out["ancestors"].push_back(area_value(step));
    }
    out["children"] = Json::array();
    for (const AreaPart& child : breakdown_.children) out["children"].push_back(area_value(child));
    out["left_out"] = Json::array();
    for (const report::LeftOut& entry : breakdown_.left_out) {
      Json value = area_name(entry.area);
      value["part"] = part_name(entry.part);
      value["bank_weight"] = bank_weight(entry.area);
      out["left_out"].push_back(std::move(value));
    }
    out["questions"] = Json::array();
    for (const auto& question : breakdown_.questions) {
      out["questions"].push_back(question_value(question));
    }
    return out;
  }

 private:
  static void add_worth(Json& out, bool has_worth, const report::Worth& worth) {
    out["share"] = has_worth ? figure(worth.share) : Json(nullptr);
    out["gained"] = has_worth ? figure(worth.gained) : Json(nullptr);
    out["missed"] = has_worth ? figure(worth.missed) : Json(nullptr);
  }

  Json level_value() const {
    Json out{{"level", level_.level},
             {"open", level_.is_open},
             {"complete", level_.is_complete()},
             {"satisfied", level_.is_satisfied},
             {"threshold", figure(level_.threshold)},
             {"score", figure(level_.score)}};
    add_tally(out, level_.tally);
    return out;
  }

  Json area_name(AreaId id) const {
    const Area& area = bank_.area(id);
    return {{"id", area.id.value},
            {"tier", bank_.tier_name(area.depth)},
            {"parent", area.parent ? Json(bank_.area(*area.parent).id.value) : Json(nullptr)},
            {"title", text_value(area.title)}};
  }

  Json bank_weight(AreaId id) const {
    const auto& weight = bank_.area(id).weights[diagnosis_.sheet->weight_set];
    return weight ? figure(weight->value.value) : Json(nullptr);
  }

  // The figures of the explained area stand beside it: a level has them too.
  Json explained_area() const {
    if (!breakdown_.area) return nullptr;
    const bool is_counted = !breakdown_.way.empty();
    Json out = area_name(*breakdown_.area);
    out["bank_weight"] = bank_weight(*breakdown_.area);
    out["weight"] = is_counted ? figure(breakdown_.way.back().weight) : Json(nullptr);
    const auto place = diagnosis_.sheet->find(*breakdown_.area);
    add_tally(out, place ? level_.areas[*place].tally : Tally());
    return out;
  }

  Json area_value(const AreaPart& part) const {
    const bool is_counted = report::has_part(part.part);
    Json out = area_name(part.area);
    out["part"] = part_name(part.part);
    out["bank_weight"] = bank_weight(part.area);
    out["weight"] = is_counted ? figure(part.weight) : Json(nullptr);
    out["score"] = figure(part.score);
    add_worth(out, is_counted, part.worth);
    return out;
  }

  Json question_value(const report::QuestionPart& part) const {
    const Question& question = bank_.question(part.question);
    const bool is_answered = part.state == Response::State::answered;
    const bool is_scored = part.score.has_value();
    Json out{
        {"id", question.id.value},
        {"area", bank_.area(question.area).id.value},
        {"weight", figure(question.weight)},
        {"state", state_name(part.state)},
        {"option", is_answered ? Json(question.options[part.option].key.value) : Json(nullptr)},
        {"score", figure(part.score)},
        {"within", is_scored ? figure(part.within) : Json(nullptr)}};
    add_worth(out, is_scored, part.worth);
    out["text"] = text_value(question.text);
    return out;
  }

  static std::string_view state_name(Response::State state) {
    switch (state) {
      case Response::State::unanswered:
        return "unanswered";
      case Response::State::answered:
        return "answered";
      case Response::State::not_applicable:
        return "not_applicable";
    }
    return {};
  }

  const Diagnosis& diagnosis_;
  const Bank& bank_;
  const Breakdown& breakdown_;
  const LevelScore& level_;
};

}  // namespace

std::string breakdown_json(const Diagnosis& diagnosis, const Breakdown& breakdown,
                           const std::string& path) {
  return written(BreakdownJson(diagnosis, breakdown).run(path));
}

}  // namespace assess::render
