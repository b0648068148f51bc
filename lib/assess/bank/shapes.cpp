#include <assess/bank/shapes.hpp>
#include <assess/diag/nouns.hpp>

#include <array>

namespace assess::bank_shapes {
namespace {

using Type = Shape::Type;
using Key = Shape::Key;
using Value = Shape::Value;
constexpr auto required = Shape::Presence::required;
constexpr auto optional = Shape::Presence::optional;

constexpr Value text_pair{.type = Type::mapping, .shape = &text};
constexpr Value id_value{.type = Type::id};
constexpr Value plain_text{.type = Type::text};
constexpr Value share{.type = Type::number, .range = Shape::Range{0, false, 1}};

constexpr Value list_of(const Shape& shape, std::size_t fewest = 0) {
  return {.type = Type::list, .item = Type::mapping, .shape = &shape, .fewest = fewest};
}

constexpr Value word_of(std::span<const std::string_view> words) {
  return {.type = Type::word, .words = words};
}

constexpr std::array<std::string_view, 2> languages{"zh", "en"};
constexpr std::array<std::string_view, 3> confidences{"high", "medium", "low"};
constexpr std::array<std::string_view, 2> progressions{"sequential", "open"};
constexpr std::array<std::string_view, 2> empty_areas{"exclude", "met"};
constexpr std::array<std::string_view, 3> not_applicables{"tailored", "any", "never"};
constexpr std::array<std::string_view, 2> satisfied_counts{"one", "score"};

constexpr std::array bank_keys{
    Key{"schema",
        {.type = Type::text, .constant = "assess/bank/1"},
        required,
        {"文件格式", "the format of the file"}},
    Key{"id", id_value, required, {"答卷引用题库的名字", "what answer files call the bank"}},
    Key{"version",
        plain_text,
        required,
        {"版本，例如 1.0.0；评分有变化时必须升高", "such as 1.0.0; it rises when scoring changes"}},
    Key{"title", text_pair, required, {"题库名称", "the name of the bank"}},
    Key{"description",
        text_pair,
        optional,
        {"题库是什么、不是什么", "what the bank is, and is not"}},
    Key{"languages",
        {.type = Type::list, .item = Type::word, .words = languages},
        optional,
        {"文本有哪些语言；第一个是报告的语言",
         "in which texts are given; the first is that of a report"}},
    Key{"instructions", text_pair, optional, {"填报说明", "how to fill in the answers"}},
    Key{"tiers",
        list_of(tier),
        optional,
        {"模型树各层的名称，自上而下", "names of the depths of the model tree, from the top"}},
    Key{"levels", list_of(level, 1), required, {"等级，从 1 开始", "the maturity levels, from 1"}},
    Key{"variants",
        list_of(variant),
        optional,
        {"企业类型，每种有自己的权重", "sets of weights, one of which an enterprise chooses"}},
    Key{"scale",
        {.type = Type::pairs, .item = Type::number, .range = Shape::Range{0, false, 1}},
        optional,
        {"各选项的分值，0 到 1", "scores of the options of questions, from 0 to 1"}},
    Key{"scoring",
        {.type = Type::mapping, .shape = &scoring},
        optional,
        {"评分规则", "the rules of scoring"}},
    Key{"provenance",
        {.type = Type::pairs, .item = Type::mapping, .shape = &origin},
        optional,
        {"题库中各项说法的出处", "where statements of the bank come from"}},
    Key{"areas", list_of(area, 1), required, {"模型树", "the model tree"}},
    Key{"indicators",
        list_of(indicator),
        optional,
        {"成效类指标，只收集，不计分", "figures that are collected and never scored"}},
    Key{"questions",
        list_of(question),
        optional,
        {"题目；也可以写在 questions/*.yaml 中", "questions; or put them into questions/*.yaml"}},
};

constexpr std::array text_keys{
    Key{"zh", plain_text, optional, {"中文", "Chinese"}},
    Key{"en", plain_text, optional, {"英文", "English"}},
};

constexpr std::array tier_keys{
    Key{"id", id_value, required, {"结果中对这一层的称呼", "the word for this depth in results"}},
    Key{"title", text_pair, required, {"给人看的名称", "the name for people"}},
};

constexpr std::array level_keys{
    Key{"level",
        {.type = Type::integer, .range = Shape::Range{1, false, {}}},
        required,
        {"1、2、3……依次排列", "1, 2, 3 and so on, in this order"}},
    Key{"title", text_pair, required, {"等级名称", "the name of the level"}},
    Key{"threshold",
        {.type = Type::number, .range = Shape::Range{0, true, 1}},
        required,
        {"得分达到这条线，该等级即为达到，例如 0.8",
         "the level is satisfied from this score on, such as 0.8"}},
    Key{"description", text_pair, optional, {"等级说明", "what the level means"}},
};

constexpr std::array variant_keys{
    Key{"id", id_value, required, {"答卷中写的名字", "what answer files write"}},
    Key{"title", text_pair, required, {"给人看的名称", "the name for people"}},
    Key{"description", text_pair, optional, {"适用于哪些企业", "whom it is for"}},
};

constexpr std::array scoring_keys{
    Key{"progression",
        word_of(progressions),
        optional,
        {"sequential：逐级开放；open：各级同时开放",
         "sequential: a level opens when those below it are satisfied; open: all are open"}},
    Key{"empty_area",
        word_of(empty_areas),
        optional,
        {"某等级没有题目的能力项：不计入，或视为满分",
         "an area with nothing to ask at a level: left out, or counted as 1"}},
    Key{"not_applicable",
        word_of(not_applicables),
        optional,
        {"哪里可以答 n/a：只限已裁剪的能力项、任何题目、都不可以",
         "where n/a is taken: only in areas that are out, everywhere, or nowhere"}},
    Key{"satisfied_counts",
        word_of(satisfied_counts),
        optional,
        {"progression 为 open 时，达到的等级在总分中计 1，还是计其得分",
         "with progression open: what a satisfied level adds to the total"}},
    Key{"weights_sum",
        {.type = Type::number},
        optional,
        {"同级权重之和应为多少", "what the weights of siblings must add up to"}},
};

constexpr std::array origin_keys{
    Key{"confidence", word_of(confidences), required, {"可靠程度", "how sure the statement is"}},
    Key{"text", text_pair, required, {"出处", "where it comes from"}},
};

constexpr std::array area_keys{
    Key{"id", id_value, required, {"在整棵树中唯一", "unique in the whole tree"}},
    Key{"title", text_pair, required, {"能力项名称", "the name of the area"}},
    Key{"section",
        {.type = Type::integer, .range = Shape::Range{1, false, {}}},
        optional,
        {"章号：人们按章作答", "makes the area a section of this number"}},
    Key{"tailorable",
        {.type = Type::flag},
        optional,
        {"企业没有这项业务时是否可以裁剪",
         "whether it, and what is below it, may be tailored out"}},
    Key{"description", text_pair, optional, {"能力项说明", "what it is about"}},
    Key{"weights",
        {.type = Type::pairs, .item = Type::number, .range = Shape::Range{0, false, {}}},
        optional,
        {"各企业类型下在同级中的权重；没有写的企业类型不含该能力项",
         "by variant, the weight among its siblings; a variant that is not named does not have the "
         "area"}},
    Key{"weight",
        {.type = Type::number, .range = Shape::Range{0, false, {}}},
        optional,
        {"题库不分企业类型时，在同级中的权重",
         "in a bank without variants, the weight among its siblings"}},
    Key{"provenance",
        {.type = Type::text_or_pairs},
        optional,
        {"权重的出处，按企业类型；不分企业类型时只写一个",
         "where each weight comes from, by variant; one text in a bank without variants"}},
    Key{"areas", list_of(area), optional, {"下级能力项", "the areas below it"}},
};

constexpr std::array question_keys{
    Key{"id",
        id_value,
        required,
        {"题号：L等级-章.子域.序号，例如 L1-5.3.1",
         "L<level>-<section>.<place>.<number>, such as L1-5.3.1"}},
    Key{"replaces",
        id_value,
        optional,
        {"以前版本中的题号，答卷中的作答按它带过来",
         "the id that it had in an earlier version, so that answers to it can be carried over"}},
    Key{"area", id_value, required, {"末级能力项的标识", "the id of one of the lowest areas"}},
    Key{"level",
        {.type = Type::integer, .range = Shape::Range{1, false, {}}},
        required,
        {"所属等级", "the level that it belongs to"}},
    Key{"weight",
        {.type = Type::number, .range = Shape::Range{0, true, {}}},
        optional,
        {"在同一能力项、同一等级的题目中的权重，默认 1",
         "among the questions of the same area and level; 1 when absent"}},
    Key{"requirement",
        plain_text,
        optional,
        {"所问的模型要求的编号", "id of the requirement of the model that is asked about"}},
    Key{"provenance", plain_text, optional, {"出处的键", "key of a provenance"}},
    Key{"text", text_pair, required, {"题目", "the question"}},
    Key{"help",
        text_pair,
        optional,
        {"指什么，什么算证据", "what is meant, and what counts as evidence"}},
    Key{"options",
        {.type = Type::pairs, .item = Type::mapping, .shape = &option, .fewest = 2},
        required,
        {"选项，分值由低到高，最后一个为满分",
         "in rising order of their scores, of which the last is 1"}},
    Key{"advice", text_pair, optional, {"怎样做到满分", "what to do to reach the full answer"}},
    Key{"evidence",
        {.type = Type::mapping, .shape = &evidence},
        optional,
        {"从哪个选项起应列出证据", "from which option on evidence is asked for"}},
};

constexpr std::array option_keys{
    Key{"zh", plain_text, optional, {"中文", "Chinese"}},
    Key{"en", plain_text, optional, {"英文", "English"}},
    Key{"score",
        share,
        optional,
        {"分值；不写时按 scale", "from 0 to 1; that of the scale when absent"}},
};

constexpr std::array evidence_keys{
    Key{"from", plain_text, required, {"该题某个选项的键", "the key of an option of the question"}},
};

constexpr std::array indicator_keys{
    Key{"id", id_value, required, {"答卷中写的名字", "what answer files write"}},
    Key{"title", text_pair, required, {"指标名称", "the name of the indicator"}},
    Key{"unit", plain_text, optional, {"单位，例如 %", "such as %"}},
    Key{"free",
        {.type = Type::flag},
        optional,
        {"由企业自己命名（其他）", "the enterprise gives it a name of its own"}},
    Key{"description", text_pair, optional, {"指标说明", "what it measures, and how"}},
};

}  // namespace

constinit const Shape bank{"bank", nouns::bank, bank_keys};
constinit const Shape text{"text", nouns::text, text_keys};
constinit const Shape tier{"tier", nouns::tier, tier_keys};
constinit const Shape level{"level", nouns::level, level_keys};
constinit const Shape variant{"variant", nouns::variant, variant_keys};
constinit const Shape scoring{"scoring", nouns::scoring, scoring_keys};
constinit const Shape origin{"origin", nouns::origin, origin_keys};
constinit const Shape area{"area", nouns::area, area_keys};
constinit const Shape question{"question", nouns::question, question_keys};
constinit const Shape option{"option", nouns::option, option_keys};
constinit const Shape evidence{"evidence", nouns::evidence, evidence_keys};
constinit const Shape indicator{"indicator", nouns::indicator, indicator_keys};

}  // namespace assess::bank_shapes
