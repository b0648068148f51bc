#include <assess/bank/read.hpp>
#include <assess/bank/reader.hpp>
#include <assess/bank/shapes.hpp>
#include <assess/base/nearest.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <array>
#include <cassert>

namespace assess {
namespace bank_reader {
namespace {

// The value of a key that takes one of a few words.
template <typename Enum, std::size_t N>
Enum read_word(yaml::Fields& fields, std::string_view key, const std::array<Enum, N>& values,
               std::string_view (*name)(Enum), Enum absent) {
  const auto word = fields.word(key);
  if (!word) return absent;
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](Enum value) { return name(value) == word->value; });
  assert(found != values.end() && "the shape lists a word that has no value");
  return found != values.end() ? *found : absent;
}

void read_languages(yaml::Fields& fields, Context& context) {
  for (const auto& tag : fields.words("languages")) {
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
    yaml::Fields level(node, bank_shapes::level, context.diagnostics);
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
    yaml::Fields variant(node, bank_shapes::variant, context.diagnostics);
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
    yaml::Fields tier(node, bank_shapes::tier, context.diagnostics);
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
  for (const auto& [key, value] :
       at_most(bank_limits::origins, yaml::read_pairs(*node, nouns::origin, context.diagnostics),
               nouns::origin, context)) {
    yaml::Fields origin(value, bank_shapes::origin, context.diagnostics);
    Origin out;
    out.key = key;
    constexpr std::array values{Confidence::high, Confidence::medium, Confidence::low};
    out.confidence = read_word(origin, "confidence", values, confidence_name, Confidence::low);
    out.text = required_text(origin, "text", context);
    origin.done();
    context.bank.origins.push_back(std::move(out));
  }
}

void read_scoring(yaml::Fields& fields, Context& context) {
  const auto node = fields.find("scoring");
  if (!node) return;
  yaml::Fields scoring(*node, bank_shapes::scoring, context.diagnostics);
  Scoring& out = context.bank.scoring;
  out.progression =
      read_word(scoring, "progression", std::array{Progression::sequential, Progression::open},
                progression_name, out.progression);
  out.empty_area = read_word(scoring, "empty_area", std::array{EmptyArea::exclude, EmptyArea::met},
                             empty_area_name, out.empty_area);
  out.not_applicable =
      read_word(scoring, "not_applicable",
                std::array{NotApplicable::tailored, NotApplicable::any, NotApplicable::never},
                not_applicable_name, out.not_applicable);
  out.satisfied_counts = read_word(scoring, "satisfied_counts",
                                   std::array{SatisfiedCounts::one, SatisfiedCounts::score},
                                   satisfied_counts_name, out.satisfied_counts);
  out.weights_sum = scoring.optional_number("weights_sum");
  scoring.done();
}

Scale read_scale(yaml::Fields& fields, Context& context) {
  Scale scale;
  const auto node = fields.find("scale");
  if (!node) return scale;
  for (const auto& [key, value] :
       at_most(bank_limits::options, yaml::read_pairs(*node, nouns::option, context.diagnostics),
               nouns::option, context)) {
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
    yaml::Fields indicator(node, bank_shapes::indicator, context.diagnostics);
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

void suggest(Diagnostic& fault, std::string_view name, const std::vector<std::string>& names,
             Context& context) {
  constexpr std::size_t most_listed = 12;
  if (!context.diagnostics.wants_suggestions(names.size())) return;
  if (const auto near = nearest(name, names)) {
    fault.help = {"是否想写 `" + *near + "`？", "did you mean `" + *near + "`?"};
    return;
  }
  std::vector<std::string> known_names;  // each once, of a bank in which some repeat or are missing
  for (const std::string& known : names) {
    const bool is_new =
        std::find(known_names.begin(), known_names.end(), known) == known_names.end();
    if (is_new && !known.empty()) known_names.push_back(known);
    if (known_names.size() > most_listed) return;
  }
  if (known_names.empty()) return;
  Text list;
  for (const std::string& known : known_names) {
    list.zh += (list.zh.empty() ? "可选：`" : "、`") + known + "`";
    list.en += (list.en.empty() ? "choose from: `" : ", `") + known + "`";
  }
  fault.help = std::move(list);
}

void check_origin(const Located<std::string>& key, Context& context) {
  if (context.bank.find_origin(key.value) != nullptr) return;
  auto& fault = context.diagnostics.report(rules::bank_unknown_provenance, key.span, key.value);
  std::vector<std::string> keys;
  for (const Origin& origin : context.bank.origins) keys.push_back(origin.key.value);
  suggest(fault, key.value, keys, context);
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
  yaml::Fields fields(*node, bank_shapes::text, context.diagnostics);
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
  yaml::Fields fields(files.main, bank_shapes::bank, diagnostics);
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
