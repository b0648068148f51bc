#include <assess/answers/shapes.hpp>
#include <assess/diag/nouns.hpp>

#include <array>

namespace assess::answers_shapes {
namespace {

using Type = Shape::Type;
using Key = Shape::Key;
using Value = Shape::Value;
constexpr auto required = Shape::Presence::required;
constexpr auto optional = Shape::Presence::optional;

constexpr Value plain_text{.type = Type::text};
constexpr Value texts{.type = Type::list, .item = Type::text};
constexpr Value day{.type = Type::date};
constexpr Value level_number{.type = Type::integer};

constexpr std::array answers_keys{
    Key{"schema",
        {.type = Type::text, .constant = "assess/answers/1"},
        required,
        {"文件格式", "the format of the file"}},
    Key{"bank",
        plain_text,
        required,
        {"题库：标识，或标识@版本，例如 cmmm@1", "the bank: ID or ID@VERSION, such as cmmm@1"}},
    Key{"date",
        day,
        optional,
        {"诊断日期，例如 2026-11-22", "of the diagnosis, such as 2026-11-22"}},
    Key{"enterprise",
        {.type = Type::mapping, .shape = &enterprise},
        required,
        {"企业信息，不影响得分", "whose diagnosis it is; nothing in it changes a score"}},
    Key{"variant", plain_text, optional, {"企业类型的标识", "the id of a variant of the bank"}},
    Key{"tailored",
        texts,
        optional,
        {"裁剪的能力项：企业没有的业务",
         "the areas that are tailored out: business that it does not have"}},
    Key{"answers",
        {.type = Type::pairs, .item = Type::text_or_mapping, .shape = &answer},
        optional,
        {"题号和作答", "what is answered, by the id of the question"}},
    Key{"indicators",
        {.type = Type::pairs, .item = Type::mapping, .shape = &indicator},
        optional,
        {"成效类指标", "the effectiveness indicators, by their ids"}},
    Key{"seals",
        {.type = Type::list, .item = Type::mapping, .shape = &seal},
        optional,
        {"由 assess submit 写入，请勿改动", "written by assess submit; leave it as it is"}},
    Key{"finish",
        {.type = Type::mapping, .shape = &finish},
        optional,
        {"由 assess submit 写入，请勿改动", "written by assess submit; leave it as it is"}},
};

constexpr std::array enterprise_keys{
    Key{"name", plain_text, required, {"企业名称", "the name of the enterprise"}},
    Key{"uscc",
        plain_text,
        optional,
        {"统一社会信用代码，18 位", "the unified social credit code, 18 characters"}},
    Key{"type",
        plain_text,
        optional,
        {"登记的企业类型，例如 民营企业", "the kind of enterprise as registered"}},
    Key{"industry",
        plain_text,
        optional,
        {"国民经济行业代码（GB/T 4754-2017），例如 C3484",
         "code of GB/T 4754-2017, such as C3484"}},
    Key{"size",
        plain_text,
        optional,
        {"企业规模：大型、中型、小型、微型", "large, medium, small or micro"}},
    Key{"revenue",
        {.type = Type::number},
        optional,
        {"全年销售收入，万元", "sales of the year in 10,000 yuan"}},
};

constexpr std::array answer_keys{
    Key{"option",
        plain_text,
        optional,
        {"选项的键，或 n/a（不涉及）", "the key of an option, or n/a"}},
    Key{"note", plain_text, optional, {"说明", "an explanation"}},
    Key{"evidence", texts, optional, {"文件或记录的名称", "names of files or records"}},
};

constexpr std::array indicator_keys{
    Key{"name",
        plain_text,
        optional,
        {"由企业命名的指标的名称", "of an indicator that the enterprise names itself"}},
    Key{"value",
        {.type = Type::scalar},
        required,
        {"数值；不适用时写 0 或 无", "the figure; 0 or none where it does not apply"}},
    Key{"formula",
        {.type = Type::scalar},
        required,
        {"怎样算出；不适用时写 无", "how it was worked out; none where it does not apply"}},
};

constexpr std::array seal_keys{
    Key{"level", level_number, required, {"提交的等级", "the level that was submitted"}},
    Key{"date", day, required, {"提交日期", "of the submission"}},
    Key{"bank", plain_text, required, {"题库及完整版本", "the bank and its whole version"}},
    Key{"variant", plain_text, optional, {"企业类型", "the variant"}},
    Key{"tailored", texts, optional, {"裁剪的能力项", "the areas that were tailored out"}},
    Key{"answers",
        {.type = Type::pairs, .item = Type::text},
        required,
        {"该等级的作答", "what the level was answered with"}},
    Key{"sha256", plain_text, required, {"以上内容的校验值", "a hash over the above"}},
};

constexpr std::array finish_keys{
    Key{"date", day, required, {"完成日期", "on which the diagnosis was finished"}},
    Key{"level", {.type = Type::integer}, required, {"达到的等级", "the level attained"}},
    Key{"total", {.type = Type::number}, required, {"总分", "the total, exactly"}},
    Key{"sha256", plain_text, required, {"以上内容的校验值", "a hash over the above"}},
};

}  // namespace

constinit const Shape answers{"answers", nouns::answers, answers_keys};
constinit const Shape enterprise{"enterprise", nouns::enterprise, enterprise_keys};
constinit const Shape answer{"answer", nouns::answer, answer_keys};
constinit const Shape indicator{"indicator", nouns::indicator, indicator_keys};
constinit const Shape seal{"seal", nouns::seal, seal_keys};
constinit const Shape finish{"finish", nouns::finish, finish_keys};

}  // namespace assess::answers_shapes
