#include <assess/base/sha256.hpp>
#include <assess/diag/rules.hpp>
#include <assess/diagnosis/seal.hpp>

#include <algorithm>
#include <unordered_map>

namespace assess {
namespace {

constexpr std::string_view not_applicable = "n/a";

std::string bank_name(const Bank& bank) {
  return bank.id.value + "@" + bank.version;
}

std::vector<std::string> sorted_areas(const Answers& answers) {
  std::vector<std::string> out;
  for (const auto& area : answers.tailored) out.push_back(area.value);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

// Each text with its length before it, so that no two records read alike.
void put(std::string& out, std::string_view text) {
  out += std::to_string(text.size());
  out += ':';
  out += text;
  out += '\n';
}

// What was answered, as a seal says it; empty for nothing.
std::string answer_word(const Question& question, const Response& response) {
  switch (response.state) {
    case Response::State::unanswered:
      return {};
    case Response::State::not_applicable:
      return std::string(not_applicable);
    case Response::State::answered:
      return question.options[response.option].key.value;
  }
  return {};
}

class SealCheck {
 public:
  SealCheck(const Sheet& sheet, const Answers& answers, const std::vector<Response>& responses,
            const Scorecard& card, Diagnostics& diagnostics)
      : bank_(*sheet.bank),
        sheet_(sheet),
        answers_(answers),
        responses_(responses),
        card_(card),
        diagnostics_(diagnostics) {}

  void run() {
    for (std::size_t i = 0; i < answers_.seals.size(); ++i) {
      const Seal& seal = answers_.seals[i];
      if (check_order(seal, i) && check_digest(seal)) check_changes(seal);
    }
    if (answers_.finish && !diagnostics_.has_errors()) check_finish(*answers_.finish);
  }

 private:
  void report_broken(Span where, Text why) {
    diagnostics_.report(rules::seal_broken, where, std::move(why));
  }

  static Text about(const Seal& seal, std::string_view zh, std::string_view en) {
    const std::string level = std::to_string(seal.level.value);
    return {"等级 " + level + " 的封存记录" + std::string(zh),
            "the seal of level " + level + " " + std::string(en)};
  }

  // Levels are submitted one after the other, each once, from the first.
  bool check_order(const Seal& seal, std::size_t place) {
    const bool is_known = place < bank_.levels.size();
    if (is_known && seal.level.value == bank_.levels[place].number.value) return true;
    report_broken(seal.level.span, about(seal, "不按等级顺序", "is out of order"));
    return false;
  }

  bool check_digest(const Seal& seal) {
    if (seal_digest(seal) == seal.sha256.value) return true;
    report_broken(seal.sha256.span, about(seal, "与其 sha256 不符：记录或校验值被改动过",
                                          "does not fit its sha256: one of them was edited"));
    return false;
  }

  void report_change(const Seal& seal, Span where, Text what, const std::string& before,
                     const std::string& now) {
    const auto shown = [](const std::string& text) { return text.empty() ? "–" : text; };
    diagnostics_
        .report(rules::seal_changed, where, seal.level.value, std::move(what), shown(before),
                shown(now))
        .labels.push_back({seal.sha256.span, {"在这里提交封存", "submitted and sealed here"}});
  }

  void check_changes(const Seal& seal) {
    const Span top = answers_.bank.span;
    if (seal.bank != bank_name(bank_)) {
      report_change(seal, top, {"题库", "the bank"}, seal.bank, bank_name(bank_));
      return;  // its questions are others
    }
    if (seal.variant != answers_.variant.value) {
      const Span where = answers_.variant.value.empty() ? top : answers_.variant.span;
      report_change(seal, where, {"企业类型", "the variant"}, seal.variant, answers_.variant.value);
      return;  // and with it what is asked
    }
    const auto tailored = sorted_areas(answers_);
    if (seal.tailored != tailored) {
      const Span where = answers_.tailored.empty() ? top : answers_.tailored.front().span;
      report_change(seal, where, {"裁剪", "the tailoring"}, joined(seal.tailored),
                    joined(tailored));
      return;
    }
    check_answers_of(seal);
  }

  void check_answers_of(const Seal& seal) {
    std::unordered_map<std::string_view, std::string_view> sealed;
    for (const auto& [question, option] : seal.answers) sealed.emplace(question, option);
    for (const SheetQuestion& entry : sheet_.questions) {
      const Question& question = bank_.question(entry.question);
      if (question.level != seal.level.value) continue;
      const Response& response = responses_[entry.question.index];
      const auto found = sealed.find(question.id.value);
      const std::string before(found == sealed.end() ? std::string_view() : found->second);
      const std::string now = answer_word(question, response);
      if (before == now) continue;
      const Answer* answer = response.answer;
      const Span where = answer == nullptr ? answers_.place
                         : answer->option  ? answer->option->span
                                           : answer->question.span;
      report_change(seal, where,
                    {"题目 " + question.id.value + " 的作答", "the answer to " + question.id.value},
                    before, now);
    }
  }

  void check_finish(const Finish& finish) {
    if (answers_.seals.empty()) {
      report_broken(finish.sha256.span,
                    {"自诊断标为完成，但没有任何等级提交过",
                     "the diagnosis is marked as finished, and no level was submitted"});
    } else if (finish_digest(answers_, finish) != finish.sha256.value) {
      report_broken(
          finish.sha256.span,
          {"自诊断已完成，之后改动了成效类指标或结果",
           "the diagnosis is finished, and an indicator or the result was changed since"});
    } else if (finish.level != card_.attained || finish.total != card_.total) {
      report_broken(finish.sha256.span,
                    {"完成时的结果与重新计算的不符：记录 " + finish.total.shortest(6) + "，计算 " +
                         card_.total.shortest(6),
                     "the recorded result differs from what is computed: " +
                         finish.total.shortest(6) + " against " + card_.total.shortest(6)});
    }
  }

  const Bank& bank_;
  const Sheet& sheet_;
  const Answers& answers_;
  const std::vector<Response>& responses_;
  const Scorecard& card_;
  Diagnostics& diagnostics_;
};

}  // namespace

Seal make_seal(const Sheet& sheet, const Answers& answers, const std::vector<Response>& responses,
               int level, const std::string& date) {
  Seal seal;
  seal.level.value = level;
  seal.date = date;
  seal.bank = bank_name(*sheet.bank);
  seal.variant = answers.variant.value;
  seal.tailored = sorted_areas(answers);
  for (const SheetQuestion& entry : sheet.questions) {
    const Question& question = sheet.bank->question(entry.question);
    if (question.level != level) continue;
    seal.answers.emplace_back(question.id.value,
                              answer_word(question, responses[entry.question.index]));
  }
  seal.sha256.value = seal_digest(seal);
  return seal;
}

Finish make_finish(const Answers& answers, const Scorecard& card, const std::string& date) {
  Finish finish{.date = date, .level = card.attained, .total = card.total, .sha256 = {}};
  finish.sha256.value = finish_digest(answers, finish);
  return finish;
}

std::string seal_digest(const Seal& seal) {
  std::string record;
  put(record, "assess/seal/1");
  put(record, seal.bank);
  put(record, seal.variant);
  put(record, joined(seal.tailored));
  put(record, std::to_string(seal.level.value));
  put(record, seal.date);
  for (const auto& [question, option] : seal.answers) {
    put(record, question);
    put(record, option);
  }
  return sha256_hex(record);
}

std::string finish_digest(const Answers& answers, const Finish& finish) {
  std::string record;
  put(record, "assess/finish/1");
  for (const Seal& seal : answers.seals) put(record, seal.sha256.value);
  for (const IndicatorValue& value : answers.indicators) {
    for (const std::string* text : {&value.id.value, &value.name, &value.value, &value.formula}) {
      put(record, *text);
    }
  }
  put(record, finish.date);
  put(record, std::to_string(finish.level));
  put(record, finish.total.exact());
  return sha256_hex(record);
}

bool seals_hold(const Answers& answers) {
  std::unordered_map<std::string_view, std::string_view> now;
  for (const Answer& answer : answers.answers) {
    if (answer.option) now[answer.question.value] = answer.option->value;
  }
  const auto tailored = sorted_areas(answers);
  for (const Seal& seal : answers.seals) {
    const bool is_same = seal_digest(seal) == seal.sha256.value &&
                         seal.variant == answers.variant.value && seal.tailored == tailored;
    if (!is_same) return false;
    for (const auto& [question, option] : seal.answers) {
      const auto found = now.find(question);
      if (found == now.end() || found->second != option) return false;
    }
  }
  const auto& finish = answers.finish;
  return !finish ||
         (!answers.seals.empty() && finish_digest(answers, *finish) == finish->sha256.value);
}

void check_seals(const Sheet& sheet, const Answers& answers, const std::vector<Response>& responses,
                 const Scorecard& card, Diagnostics& diagnostics) {
  SealCheck(sheet, answers, responses, card, diagnostics).run();
}

}  // namespace assess
