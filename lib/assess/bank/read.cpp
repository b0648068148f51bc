#include <assess/bank/read.hpp>
#include <assess/bank/reader.hpp>
#include <assess/base/nearest.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <array>

namespace assess {
namespace bank_reader {
namespace {

// The value of a key that takes one of a few words.
template <typename Enum, std::size_t N>
Enum read_word(yaml::Fields& fields, std::string_view key, const std::array<Enum, N>& values,
               std::string_view (*name)(Enum), Enum absent, Context& context) {
  const auto word = fields.optional_text(key);
  if (!word) return absent;
  std::string expected;
  for (const Enum value : values) {
    if (word->value == name(value)) return value;
    if (!expected.empty()) expected += " | ";
    expected += name(value);
  }
  context.diagnostics.report(rules::wrong_type, word->span, std::string(key),
                             Text{expected, expected}, word->value);
  return absent;
}

void read_languages(yaml::Fields& fields, Context& context) {
  for (const auto& tag : fields.texts("languages")) {
    const bool is_known = tag.value == "zh" || tag.value == "en";
    if (!is_known) {
      context.diagnostics.report(rules::wrong_type, tag.span, std::string("languages"),
                                 Text{"zh 或 en", "zh or en"}, tag.value);
      continue;
    }
    const Language language = *parse_language(tag.value);
    auto& known = context.bank.languages;
    if (std::find(known.begin(), known.end(), language) == known.end()) known.push_back(language);
  }
  if (context.bank.languages.empty()) context.bank.languages = {Language::zh, Language::en};
}

void read_levels(yaml::Fields& fields, Context& context) {
  fields.require("levels");
  for (const yaml::Node& node :
       at_most(bank_limits::levels, fields.list("levels"), nouns::level, context)) {
    yaml::Fields level(node, nouns::level, context.diagnostics);
    Level out;
    out.number = level.integer("level");
    out.title = required_text(level, "title", context);
    out.description = optional_text(level, "description", context);
    out.threshold = level.number("threshold");
    level.done();
    context.bank.levels.push_back(std::move(out));
  }
}

void read_variants(yaml::Fields& fields, Context& context) {
  for (const yaml::Node& node :
       at_most(bank_limits::variants, fields.list("variants"), nouns::variant, context)) {
    yaml::Fields variant(node, nouns::variant, context.diagnostics);
    Variant out;
    out.id = variant.text("id");
    out.title = required_text(variant, "title", context);
    out.description = optional_text(variant, "description", context);
    variant.done();
    context.bank.variants.push_back(std::move(out));
  }
}

void read_tiers(yaml::Fields& fields, Context& context) {
  for (const yaml::Node& node :
       at_most(bank_limits::tiers, fields.list("tiers"), nouns::tier, context)) {
    yaml::Fields tier(node, nouns::tier, context.diagnostics);
    Tier out;
    out.id = tier.text("id");
    out.title = required_text(tier, "title", context);
    tier.done();
    context.bank.tiers.push_back(std::move(out));
  }
}

void read_origins(yaml::Fields& fields, Context& context) {
  const auto node = fields.find("provenance");
  if (!node) return;
  yaml::Fields origins(*node, nouns::origin, context.diagnostics);
  for (const auto& [key, value] :
       at_most(bank_limits::origins, origins.pairs(), nouns::origin, context)) {
    yaml::Fields origin(value, nouns::origin, context.diagnostics);
    Origin out;
    out.key = key;
    constexpr std::array values{Confidence::high, Confidence::medium, Confidence::low};
    origin.require("confidence");
    out.confidence =
        read_word(origin, "confidence", values, confidence_name, Confidence::low, context);
    out.text = required_text(origin, "text", context);
    origin.done();
    context.bank.origins.push_back(std::move(out));
  }
}

void read_scoring(yaml::Fields& fields, Context& context) {
  const auto node = fields.find("scoring");
  if (!node) return;
  yaml::Fields scoring(*node, nouns::scoring, context.diagnostics);
  Scoring& out = context.bank.scoring;
  out.progression =
      read_word(scoring, "progression", std::array{Progression::sequential, Progression::open},
                progression_name, out.progression, context);
  out.empty_area = read_word(scoring, "empty_area", std::array{EmptyArea::exclude, EmptyArea::met},
                             empty_area_name, out.empty_area, context);
  out.not_applicable =
      read_word(scoring, "not_applicable",
                std::array{NotApplicable::tailored, NotApplicable::any, NotApplicable::never},
                not_applicable_name, out.not_applicable, context);
  out.satisfied_counts = read_word(scoring, "satisfied_counts",
                                   std::array{SatisfiedCounts::one, SatisfiedCounts::score},
                                   satisfied_counts_name, out.satisfied_counts, context);
  out.weights_sum = scoring.optional_number("weights_sum");
  scoring.done();
}

Scale read_scale(yaml::Fields& fields, Context& context) {
  Scale scale;
  const auto node = fields.find("scale");
  if (!node) return scale;
  yaml::Fields entries(*node, nouns::option, context.diagnostics);
  for (const auto& [key, value] :
       at_most(bank_limits::options, entries.pairs(), nouns::option, context)) {
    const auto score = yaml::read_number(value, key.value, context.diagnostics);
    if (!score) continue;
    if (score->value < Fraction(0) || score->value > Fraction(1)) {
      context.diagnostics.report(rules::bank_score_range, score->span, score->value.shortest(6));
    }
    scale.emplace_back(key.value, score->value);
  }
  return scale;
}

void read_indicators(yaml::Fields& fields, Context& context) {
  for (const yaml::Node& node :
       at_most(bank_limits::indicators, fields.list("indicators"), nouns::indicator, context)) {
    yaml::Fields indicator(node, nouns::indicator, context.diagnostics);
    Indicator out;
    out.id = indicator.text("id");
    out.title = required_text(indicator, "title", context);
    out.description = optional_text(indicator, "description", context);
    if (const auto unit = indicator.optional_text("unit")) out.unit = unit->value;
    out.is_free = indicator.flag("free", false);
    indicator.done();
    context.bank.indicators.push_back(std::move(out));
  }
}

}  // namespace

void count_digits(const Located<Fraction>& number, std::size_t& digits, std::size_t limit,
                  Context& context) {
  const std::size_t length = number.span.end - number.span.begin;
  if (length <= bank_limits::short_number) return;
  if (digits <= limit && digits + length > limit) {
    context.diagnostics.report(rules::bank_too_many, number.span, nouns::digit.text(), limit);
  }
  digits += length;
}

Text read_languages_of(yaml::Fields& fields, std::string_view key, TextRole role,
                       Context& context) {
  auto zh = fields.optional_text("zh");
  auto en = fields.optional_text("en");
  Text out{zh ? zh->value : std::string(), en ? en->value : std::string()};
  if (context.texts != nullptr && (zh || en)) {
    context.texts->push_back({std::string(context.question), std::string(key),
                              role == TextRole::option, std::move(zh), std::move(en)});
  }
  return out;
}

Text read_bilingual(const std::optional<yaml::Node>& node, std::string_view name,
                    Context& context) {
  if (!node) return {};
  yaml::Fields fields(*node, nouns::text, context.diagnostics);
  Text out = read_languages_of(fields, name, TextRole::other, context);
  fields.done();
  if (!fields.is_mapping()) return out;
  for (const Language language : context.bank.languages) {
    const bool is_missing = language == Language::zh ? out.zh.empty() : out.en.empty();
    if (is_missing) {
      context.diagnostics.report(rules::bank_missing_translation, node->span(),
                                 std::string(language_tag(language)), std::string(name));
    }
  }
  return out;
}

Text required_text(yaml::Fields& fields, std::string_view key, Context& context) {
  return read_bilingual(fields.require(key), key, context);
}

Text optional_text(yaml::Fields& fields, std::string_view key, Context& context) {
  return read_bilingual(fields.find(key), key, context);
}

}  // namespace bank_reader

Bank read_bank(const BankFiles& files, Diagnostics& diagnostics, std::vector<WrittenText>* texts) {
  Bank bank;
  bank_reader::Context context{diagnostics, bank, texts};
  yaml::Fields fields(files.main, nouns::bank, diagnostics);
  const auto schema = fields.text("schema");
  if (!schema.value.empty() && schema.value != bank_schema) {
    diagnostics.report(rules::wrong_schema, schema.span, schema.value);
    return bank;  // every other key would be a fault that says nothing
  }
  bank.id = fields.text("id");
  bank.version = fields.text("version").value;
  bank_reader::read_languages(fields, context);
  bank.title = required_text(fields, "title", context);
  bank.description = optional_text(fields, "description", context);
  bank.instructions = optional_text(fields, "instructions", context);
  bank_reader::read_tiers(fields, context);
  bank_reader::read_levels(fields, context);
  bank_reader::read_variants(fields, context);
  bank_reader::read_scoring(fields, context);
  bank_reader::read_origins(fields, context);
  const bank_reader::Scale scale = bank_reader::read_scale(fields, context);
  bank_reader::read_areas(fields, context);
  bank_reader::read_indicators(fields, context);
  if (const auto list = fields.find("questions")) {
    bank_reader::read_questions(*list, scale, context);
  }
  fields.done();
  for (const yaml::Node& list : files.questions) {
    bank_reader::read_questions(list, scale, context);
  }
  return bank;
}

}  // namespace assess
