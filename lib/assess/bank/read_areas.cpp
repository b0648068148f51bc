// The model tree of a bank.
#include <assess/bank/reader.hpp>
#include <assess/bank/shapes.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>

namespace assess::bank_reader {
namespace {

void report_unknown_variant(const Located<std::string>& key, Context& context) {
  auto& fault = context.diagnostics.report(rules::bank_unknown_variant, key.span, key.value);
  std::vector<std::string> ids;
  for (const Variant& variant : context.bank.variants) ids.push_back(variant.id.value);
  suggest(fault, key.value, ids, context);
}

std::string known_origin(const Located<std::string>& key, Context& context) {
  check_origin(key, context);
  return key.value;
}

// A bank with variants has `weights`, one per variant, and `provenance`, one key per variant.
void read_weights_by_variant(yaml::Fields& fields, Area& area, Context& context) {
  const auto weights = fields.find("weights");
  if (weights) {
    for (const auto& [key, value] : yaml::read_pairs(*weights, nouns::area, context.diagnostics)) {
      const auto variant = context.bank.find_variant(key.value);
      if (!variant) {
        report_unknown_variant(key, context);
        continue;
      }
      const auto number = yaml::read_number(value, key.value, context.diagnostics);
      if (!number) continue;
      area.weights[*variant] = Weight{*number, {}};
      count_digits(*number, context.area_digits[*variant], bank_limits::area_digits, context);
    }
  }
  const auto origins = fields.find("provenance");
  if (!origins) return;
  for (const auto& [key, value] : yaml::read_pairs(*origins, nouns::origin, context.diagnostics)) {
    const auto variant = context.bank.find_variant(key.value);
    if (!variant) {
      report_unknown_variant(key, context);
      continue;
    }
    const auto origin = yaml::read_text(value, key.value, context.diagnostics);
    if (origin && area.weights[*variant]) {
      area.weights[*variant]->origin = known_origin(*origin, context);
    }
  }
}

// A bank without variants has one `weight`, 1 when absent, and one `provenance`.
void read_single_weight(yaml::Fields& fields, Area& area, Context& context) {
  const auto number = fields.optional_number("weight");
  if (number) count_digits(*number, context.area_digits[0], bank_limits::area_digits, context);
  area.weights[0] = Weight{number.value_or(Located<Fraction>{1, fields.span()}), {}};
  if (const auto origin = fields.optional_text("provenance")) {
    area.weights[0]->origin = known_origin(*origin, context);
  }
}

void read_siblings(yaml::Fields& fields, std::optional<AreaId> parent, Context& context) {
  for (const yaml::Node& node :
       at_most(bank_limits::siblings, fields.list("areas"), nouns::area, context)) {
    if (context.bank.areas.size() >= bank_limits::areas) {
      context.diagnostics.report(rules::bank_too_many, node.span(), nouns::area.text(),
                                 bank_limits::areas);
      return;
    }
    yaml::Fields entry(node, bank_shapes::area, context.diagnostics);
    const AreaId id{static_cast<std::uint32_t>(context.bank.areas.size())};
    Area area;
    area.id = entry.text("id");
    area.title = required_text(entry, "title", context);
    area.description = optional_text(entry, "description", context);
    area.parent = parent;
    area.section = entry.optional_integer("section");
    if (area.section && area.section->value < 1) {
      context.diagnostics.report(rules::wrong_type, area.section->span, std::string("section"),
                                 Text{"大于 0 的整数", "a whole number over 0"},
                                 std::to_string(area.section->value));
    }
    area.is_tailorable = entry.flag("tailorable", false);
    area.weights.resize(context.bank.weight_sets());
    if (context.bank.variants.empty()) {
      read_single_weight(entry, area, context);
    } else {
      read_weights_by_variant(entry, area, context);
    }
    if (parent) {
      Area& above = context.bank.areas[parent->index];
      area.depth = above.depth + 1;
      area.is_tailorable = area.is_tailorable || above.is_tailorable;
      above.children.push_back(id);
    }
    context.bank.areas.push_back(std::move(area));
    read_siblings(entry, id, context);
    entry.done();
  }
}

}  // namespace

void read_areas(yaml::Fields& fields, Context& context) {
  fields.require("areas");
  context.area_digits.resize(context.bank.weight_sets());
  read_siblings(fields, std::nullopt, context);
}

}  // namespace assess::bank_reader
