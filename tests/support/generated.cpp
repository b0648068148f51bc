#include "support/generated.hpp"

#include <array>
#include <string>
#include <string_view>

namespace assess::test {
namespace {

class Generator {
 public:
  Generator(const Bank& bank, std::uint32_t number)
      : bank_(bank), state_(number * 2654435761U + 1) {}

  Answers run() {
    Answers answers;
    answers.bank.value = bank_.id.value + "@" + bank_.version;
    answers.enterprise.name = name();
    answers.enterprise.uscc.value = "91330200MADEM0C77R";
    answers.enterprise.type = one_in(2) ? text(20) : "";
    answers.enterprise.industry.value = "C3411";
    answers.enterprise.size.value = one_in(2) ? "medium" : "";
    answers.enterprise.revenue.value = one_in(2) ? "12000" : "";
    answers.enterprise.date = one_in(2) ? "2026-11-22" : "";
    if (!bank_.variants.empty()) {
      answers.variant.value = bank_.variants[below(bank_.variants.size())].id.value;
    }
    tailor(answers);
    answer(answers);
    for (const Indicator& indicator : bank_.indicators) {
      if (one_in(3)) continue;
      answers.indicators.push_back(
          {{indicator.id.value, {}}, indicator.is_free ? text(60) : "", "12.5", text(80)});
    }
    return answers;
  }

  Answers run_carefully(int levels) {
    Answers answers;
    answers.bank.value = bank_.id.value + "@" + bank_.version;
    answers.enterprise.name = name();
    answers.enterprise.uscc.value = "91330200MADEM0C77R";
    answers.enterprise.type = "民营企业";
    answers.enterprise.industry.value = "C3484";
    answers.enterprise.size.value = "中型";
    answers.enterprise.revenue.value = std::to_string(1000 + below(400'000));
    answers.enterprise.date = "2026-11-22";
    const std::size_t set = bank_.variants.empty() ? 0 : below(bank_.variants.size());
    if (!bank_.variants.empty()) answers.variant.value = bank_.variants[set].id.value;
    for (const Question& question : bank_.questions) {
      if (question.level > levels || !is_asked(question.area, set)) continue;
      Answer given{.question = {question.id.value, {}}};
      const std::size_t last = question.options.size() - 1;
      const std::size_t option = last - (last > 0 && one_in(4) ? 1 : 0);
      given.option = {question.options[option].key.value, {}};
      if (option != last) given.note = phrase(4);
      const bool shows_papers = asks_for_evidence(question, option) || one_in(8);
      const std::size_t papers = shows_papers ? 1 + below(2) : 0;
      for (std::size_t i = 0; i < papers; ++i) given.evidence.push_back({phrase(3), {}});
      answers.answers.push_back(std::move(given));
    }
    return answers;
  }

 private:
  std::uint32_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return state_;
  }
  std::size_t below(std::size_t limit) { return next() % limit; }
  bool one_in(std::size_t count) { return below(count) == 0; }

  // Up to `most` characters of one kind of text.
  std::string text(std::size_t most) {
    constexpr std::array<std::string_view, 8> pieces{
        "设备点检记录",      "，",    "plan ", "Wartungsprotokoll-2026",
        "《制度》（第3版）", "℃≥80%", "WWW",   "https://example.invalid/a/b?c=d&e="};
    const std::size_t kind = below(5);
    std::string out;
    for (std::size_t used = 0; used < most;) {
      const std::string_view piece = kind == 0   ? pieces[0]
                                     : kind == 1 ? pieces[6]
                                     : kind == 2 ? pieces[3]
                                                 : pieces[below(pieces.size())];
      out += piece;
      used += 6;
    }
    if (one_in(8)) out += "\n第二行\n\n末行";
    return out;
  }

  // Whether the variant has weights for the area and all above it.
  bool is_asked(AreaId area, std::size_t set) const {
    for (std::optional<AreaId> at = area; at; at = bank_.area(*at).parent) {
      if (!bank_.area(*at).weights[set]) return false;
    }
    return true;
  }

  // Some words of the trade.
  std::string phrase(std::size_t words) {
    constexpr std::array<std::string_view, 12> pieces{
        "设备点检记录", "2026年",   "关键工序", "仓储管理系统", "三号车间", "尚未接入",
        "培训签到表",   "（试行）", "MES",      "采购合同",     "22道",     "质量看板"};
    std::string out;
    for (; words > 0; --words) out += pieces[below(pieces.size())];
    return out;
  }

  std::string name() {
    constexpr std::array<std::string_view, 4> names{
        "某某精密制造有限公司", "某厂", "Example Precision Machinery (Ningbo) Company Limited",
        "某某省某某市某某经济技术开发区某某高端装备智能制造与精密加工技术研究开发股份有限公司第二分"
        "公司"};
    return std::string(names[below(names.size())]);
  }

  void tailor(Answers& answers) {
    if (one_in(2)) return;
    const std::size_t every = 1 + below(4);  // 1: all that can be
    for (const Area& area : bank_.areas) {
      if (area.is_tailorable && one_in(every)) answers.tailored.push_back({area.id.value, {}});
    }
  }

  void answer(Answers& answers) {
    // Up to which level everything is good, and how the one after it looks.
    const int good = static_cast<int>(below(bank_.levels.size() + 1));
    const std::size_t left_out = one_in(2) ? 0 : 1 + below(9);
    const bool is_wordy = one_in(3);
    for (const Question& question : bank_.questions) {
      if (question.level > good + 1 && !one_in(50)) continue;
      if (question.level > good && left_out != 0 && one_in(left_out)) continue;
      Answer given{.question = {question.id.value, {}}};
      const std::size_t last = question.options.size() - 1;
      const std::size_t option = question.level <= good ? last - below(2) : below(last + 1);
      given.option = {question.options[option].key.value, {}};
      if (one_in(is_wordy ? 2 : 10)) given.note = text(one_in(40) ? 2000 : 60);
      for (std::size_t i = below(is_wordy ? 4 : 2); i > 0; --i) {
        given.evidence.push_back({text(30), {}});
      }
      answers.answers.push_back(std::move(given));
    }
  }

  const Bank& bank_;
  std::uint32_t state_;
};

}  // namespace

Answers generated_answers(const Bank& bank, std::uint32_t number) {
  return Generator(bank, number).run();
}

Answers careful_answers(const Bank& bank, std::uint32_t number, int levels) {
  return Generator(bank, number).run_carefully(levels);
}

Diagnosis diagnosed(std::shared_ptr<const Bank> bank, Answers answers) {
  Diagnosis out;
  out.bank = std::move(bank);
  out.answers = std::move(answers);
  out.sheet = std::make_shared<const Sheet>(tailor(*out.bank, out.answers));
  out.responses = respond(*out.bank, out.answers);
  out.card = score(*out.sheet, out.responses);
  out.verdict = judge(*out.sheet, out.card, {});
  return out;
}

}  // namespace assess::test
