// The catalogue of rules: one constant per rule, by module, and one array of them all.
#pragma once

#include <assess/diag/rules_answers.hpp>
#include <assess/diag/rules_bank.hpp>
#include <assess/diag/rules_cohort.hpp>
#include <assess/diag/rules_diagnosis.hpp>
#include <assess/diag/rules_ignore.hpp>
#include <assess/diag/rules_meaning.hpp>
#include <assess/diag/rules_run.hpp>
#include <assess/diag/rules_texts.hpp>
#include <assess/diag/rules_versions.hpp>
#include <assess/diag/rules_yaml.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace assess::rules {

// In the order of the pages in docs/rules.md.
inline constexpr std::array<const RuleInfo*, 143> all{&cannot_read,
                                                      &not_a_file,
                                                      &too_large,
                                                      &cannot_write,
                                                      &no_such_input,
                                                      &no_answers,
                                                      &nothing_to_validate,
                                                      &no_bank_files,
                                                      &cannot_resume,
                                                      &cli_usage,
                                                      &cli_unknown_command,
                                                      &cli_unknown_option,
                                                      &cli_bad_value,
                                                      &cli_unknown_rule,
                                                      &cli_unknown_area,
                                                      &cli_unknown_bank,
                                                      &too_many_faults,
                                                      &unknown_gate_area,
                                                      &gate_missed,
                                                      &no_font,
                                                      &unusable_font,
                                                      &missing_glyph,
                                                      &unusable_logo,
                                                      &layout_overlap,
                                                      &cannot_draw,
                                                      &not_utf8,
                                                      &control_character,
                                                      &misplaced_bom,
                                                      &syntax,
                                                      &tab_indentation,
                                                      &unclosed_quote,
                                                      &several_documents,
                                                      &alias,
                                                      &tag,
                                                      &key_not_text,
                                                      &duplicate_key,
                                                      &too_deep,
                                                      &too_many_values,
                                                      &empty_file,
                                                      &not_a_mapping,
                                                      &not_a_list,
                                                      &unknown_key,
                                                      &missing_key,
                                                      &wrong_type,
                                                      &ambiguous_text,
                                                      &wrong_schema,
                                                      &json_syntax,
                                                      &bank_bad_id,
                                                      &bank_duplicate_id,
                                                      &bank_unknown_area,
                                                      &bank_not_a_leaf,
                                                      &bank_unknown_level,
                                                      &bank_unknown_variant,
                                                      &bank_unknown_provenance,
                                                      &bank_unknown_option,
                                                      &bank_level_order,
                                                      &bank_threshold,
                                                      &bank_weight,
                                                      &bank_zero_weights,
                                                      &bank_weights_sum,
                                                      &bank_variant_without_weights,
                                                      &bank_few_options,
                                                      &bank_missing_score,
                                                      &bank_score_range,
                                                      &bank_score_order,
                                                      &bank_no_full_score,
                                                      &bank_question_number,
                                                      &bank_missing_translation,
                                                      &bank_outer_space,
                                                      &bank_bidi_control,
                                                      &bank_invisible_character,
                                                      &bank_mixed_punctuation,
                                                      &bank_identical_translation,
                                                      &bank_wrong_language,
                                                      &bank_similar_texts,
                                                      &bank_section_number,
                                                      &bank_nested_section,
                                                      &bank_outside_sections,
                                                      &bank_empty_area,
                                                      &bank_empty_level,
                                                      &bank_no_questions,
                                                      &bank_too_many,
                                                      &bank_outside_folder,
                                                      &bank_shadowed,
                                                      &bank_unreachable_level,
                                                      &bank_variant_without_level,
                                                      &bank_constant_level,
                                                      &bank_tailoring_empties_bank,
                                                      &bank_tailoring_empties_level,
                                                      &bank_area_without_variant,
                                                      &bank_weightless_area,
                                                      &bank_lowest_score,
                                                      &bank_similar_id,
                                                      &bank_replaces,
                                                      &bank_version_not_raised,
                                                      &bank_version_step,
                                                      &answers_unknown_bank,
                                                      &answers_other_bank,
                                                      &answers_bank_version,
                                                      &answers_broken_bank,
                                                      &answers_unknown_variant,
                                                      &answers_no_variants,
                                                      &answers_unknown_area,
                                                      &answers_not_tailorable,
                                                      &answers_unknown_question,
                                                      &answers_unknown_option,
                                                      &answers_not_applicable,
                                                      &answers_tailored,
                                                      &answers_out_of_scope,
                                                      &answers_not_counted,
                                                      &answers_incomplete,
                                                      &answers_missing_evidence,
                                                      &answers_unknown_indicator,
                                                      &answers_uscc_form,
                                                      &answers_uscc_check,
                                                      &answers_evidence_not_found,
                                                      &answers_missing_indicators,
                                                      &answers_industry_code,
                                                      &answers_unknown_size,
                                                      &answers_size_revenue,
                                                      &answers_enterprise_gaps,
                                                      &seal_changed,
                                                      &seal_broken,
                                                      &diagnosis_incomplete,
                                                      &diagnosis_indicators,
                                                      &diagnosis_finished,
                                                      &diagnosis_sealed,
                                                      &form_cannot_edit,
                                                      &form_exists,
                                                      &form_changed,
                                                      &form_in_use,
                                                      &form_not_a_bank,
                                                      &form_cannot_format,
                                                      &cli_no_terminal,
                                                      &cohort_not_a_cohort,
                                                      &cohort_broken,
                                                      &cohort_other_bank,
                                                      &cohort_too_many_members,
                                                      &cohort_repeated_file,
                                                      &ignore_no_reason,
                                                      &ignore_unused,
                                                      &ignore_unknown_rule,
                                                      &ignore_malformed};

constexpr bool has_each_id_once() {
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (all[i]->id == all[j]->id) return false;
    }
  }
  return true;
}
static_assert(has_each_id_once(), "two rules have the same id");

// The rule with this id, or nullptr.
constexpr const RuleInfo* find(std::string_view id) {
  for (const RuleInfo* rule : all) {
    if (rule->id == id) return rule;
  }
  return nullptr;
}

}  // namespace assess::rules
