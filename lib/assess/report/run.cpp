#include <assess/answers/uscc.hpp>
#include <assess/report/run.hpp>

#include <algorithm>
#include <utility>

namespace assess {

PastResult result_of(const Diagnosis& diagnosis) {
  const Scorecard& card = diagnosis.card;
  const auto& levels = diagnosis.bank->levels;
  const auto attained = static_cast<std::size_t>(card.attained);
  PastResult result{.level = card.attained,
                    .level_title = {},
                    .levels = static_cast<int>(levels.size()),
                    .total = card.total,
                    .next_threshold = {}};
  if (attained > 0) result.level_title = levels[attained - 1].title;
  if (attained < levels.size()) result.next_threshold = card.levels[attained].threshold;
  return result;
}

PastDiagnosis past_of(const Diagnosis& diagnosis, std::string path) {
  const Answers& answers = diagnosis.answers;
  PastDiagnosis past{.path = std::move(path),
                     .enterprise = answers.enterprise.name,
                     .uscc = normalised_uscc(answers.enterprise.uscc.value),
                     .bank = diagnosis.bank->id.value + "@" + diagnosis.bank->version,
                     .submitted = answers.seals.size(),
                     .date = {},
                     .fingerprint = {},
                     .result = {}};
  if (!answers.finish) return past;
  past.date = answers.finish->date;
  past.fingerprint = answers.finish->sha256.value;
  past.result = result_of(diagnosis);
  return past;
}

ExitCode worst(ExitCode a, ExitCode b) {
  return std::max(a, b);
}

std::string_view status_name(ExitCode code) {
  switch (code) {
    case ExitCode::yes:
      return "ok";
    case ExitCode::no:
      return "fail";
    case ExitCode::cannot:
    case ExitCode::bug:
      return "error";
  }
  return {};
}

std::string_view outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::scored:
      return "scored";
    case Outcome::failed:
      return "failed";
    case Outcome::unreadable:
      return "unreadable";
    case Outcome::clean:
      return "clean";
    case Outcome::faulty:
      return "faulty";
  }
  return {};
}

bool counts_against(const Finding& finding, const Run& run) {
  if (finding.suppressed) return false;
  return is_unread(finding) || (run.fail_level && finding.severity >= *run.fail_level);
}

}  // namespace assess
