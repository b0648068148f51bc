#include "support/samples.hpp"

#include <assess/answers/check.hpp>
#include <assess/answers/read.hpp>
#include <assess/authoring/check_meaning.hpp>
#include <assess/bank/check.hpp>
#include <assess/bank/check_texts.hpp>
#include <assess/bank/read.hpp>
#include <assess/diag/finding.hpp>
#include <assess/diag/rules_texts.hpp>
#include <assess/yaml/node.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <deque>
#include <map>

namespace assess::test {
namespace {

std::string place_of(const Finding& finding, const std::string& main_path) {
  if (!finding.place) return "-";
  const std::string position =
      std::to_string(finding.place->begin.line) + ":" + std::to_string(finding.place->begin.column);
  return finding.place->path == main_path ? position : finding.place->path + "/" + position;
}

// Parses one text after another; trees stay where they are.
class Texts {
 public:
  explicit Texts(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  bool parse(std::string text) {
    const SourceId source = sources.add(std::to_string(sources.size() + 1), std::move(text));
    auto tree = yaml::parse(sources, source, diagnostics_);
    if (tree) trees.push_back(std::move(*tree));
    return !trees.empty() && trees.size() == sources.size();
  }

  SourceMap sources;
  std::deque<yaml::Tree> trees;

 private:
  Diagnostics& diagnostics_;
};

}  // namespace

std::filesystem::path repository() {
  return ASSESS_ROOT;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  REQUIRE_MESSAGE(text.find(from, at + 1) == std::string::npos, from);
  return text.replace(at, from.size(), to);
}

std::string faults(const SourceMap& sources, const Diagnostics& diagnostics) {
  const std::string main_path = sources.size() > 0 ? sources.path(SourceId{0}) : std::string();
  std::string out;
  for (const Finding& finding : resolve(sources, diagnostics)) {
    if (!out.empty()) out += ", ";
    out += place_of(finding, main_path) + " " + finding.rule;
  }
  return out;
}

bool is_about_texts(const RuleInfo& rule) {
  static const std::array<const RuleInfo*, 7> all{
      &rules::bank_outer_space,           &rules::bank_bidi_control,
      &rules::bank_invisible_character,   &rules::bank_mixed_punctuation,
      &rules::bank_identical_translation, &rules::bank_wrong_language,
      &rules::bank_similar_texts};
  return std::find(all.begin(), all.end(), &rule) != all.end();
}

namespace {

enum class Checks { for_scoring, all };

BankRead read_bank_parts(const std::string& text, const std::vector<std::string>& questions,
                         Checks checks) {
  BankRead out;
  Texts texts(out.diagnostics);
  bool is_whole = texts.parse(text);
  for (const std::string& more : questions) is_whole = texts.parse(more) && is_whole;
  if (is_whole) {
    BankFiles files{texts.trees.front().root(), {}};
    for (std::size_t i = 1; i < texts.trees.size(); ++i) {
      files.questions.push_back(texts.trees[i].root());
    }
    std::vector<WrittenText> written;
    out.bank = read_bank(files, out.diagnostics, &written);
    check_bank(out.bank, out.diagnostics);
    Diagnostics text_diagnostics;
    check_texts(written, texts.sources, text_diagnostics);
    out.text_faults = faults(texts.sources, text_diagnostics);
    const bool looks_further = checks == Checks::all && !out.diagnostics.has_errors();
    if (looks_further) check_meaning(out.bank, out.diagnostics);
  }
  out.faults = faults(texts.sources, out.diagnostics);
  return out;
}

}  // namespace

BankRead read_bank_text(const std::string& text, const std::vector<std::string>& questions) {
  return read_bank_parts(text, questions, Checks::for_scoring);
}

BankRead read_bank_closely(const std::string& text) {
  return read_bank_parts(text, {}, Checks::all);
}

Bank good_bank(const std::string& text) {
  BankRead read = read_bank_text(text);
  REQUIRE(read.faults.empty());
  return std::move(read.bank);
}

AnswersRead read_answers_text(const Bank& bank, const std::string& text) {
  AnswersRead out;
  Texts texts(out.diagnostics);
  if (texts.parse(text)) {
    out.answers = read_answers(texts.trees.front().root(), out.diagnostics);
    check_answers(bank, out.answers, out.diagnostics);
  }
  out.faults = faults(texts.sources, out.diagnostics);
  return out;
}

const std::string& small_bank_text() {
  static const std::string text = R"(schema: assess/bank/1
id: small
version: 1.2.0
title: {zh: 小题库, en: Small bank}
tiers:
  - {id: domain, title: {zh: 域, en: Domain}}
  - {id: part, title: {zh: 子域, en: Part}}
levels:
  - {level: 1, title: {zh: 一级, en: One}, threshold: 0.8}
  - {level: 2, title: {zh: 二级, en: Two}, threshold: 0.6}
variants:
  - {id: piece, title: {zh: 离散, en: Piece}}
  - {id: flow, title: {zh: 流程, en: Flow}}
scale: {A: 0, B: 0.5, C: 0.8, D: 1}
scoring: {not_applicable: tailored, weights_sum: 100}
provenance:
  guess: {confidence: low, text: {zh: 猜测, en: A guess}}
areas:
  - id: people
    title: {zh: 人员, en: People}
    section: 1
    weights: {piece: 40, flow: 100}
    provenance: {piece: guess}
    areas:
      - {id: skill, title: {zh: 技能, en: Skill}, weights: {piece: 100, flow: 100}}
  - id: work
    title: {zh: 作业, en: Work}
    section: 2
    weights: {piece: 60}
    areas:
      - {id: plan, title: {zh: 计划, en: Plan}, weights: {piece: 30, flow: 30}}
      - {id: ship, title: {zh: 发运, en: Ship}, tailorable: true, weights: {piece: 70, flow: 70}}
indicators:
  - {id: yield, title: {zh: 良率, en: Yield}, unit: "%"}
  - {id: other, title: {zh: 其他, en: Other}, free: true}
questions:
  - id: L1-1.1.1
    area: skill
    level: 1
    text: {zh: 有没有？, en: Is there any}
    options: {A: {zh: 没有, en: none}, B: {zh: 有些, en: some}, D: {zh: 都有, en: all}}
    evidence: {from: B}
  - id: L2-1.1.1
    area: skill
    level: 2
    text: {zh: 用没有？, en: Is it used}
    options: {A: {zh: 没用, en: unused}, D: {zh: 在用, en: used}}
  - id: L1-2.1.1
    area: plan
    level: 1
    weight: 2
    text: {zh: 排没排？, en: Is it planned}
    options: {A: {zh: 没排, en: never}, C: {zh: 多半, en: mostly}, D: {zh: 排了, en: always}}
  - id: L1-2.2.1
    area: ship
    level: 1
    text: {zh: 发没发？, en: Is it shipped}
    options: {no: {zh: 没发, en: kept, score: 0}, yes: {zh: 发了, en: gone, score: 100%}}
)";
  return text;
}

const std::string& small_answers_text() {
  static const std::string text = R"(schema: assess/answers/1
bank: small@1.2
enterprise: {name: 某厂, uscc: 91350100M000100Y43}
variant: piece
tailored: []
answers:
  L1-1.1.1: {option: D, note: 说明, evidence: [a.pdf]}
  L2-1.1.1: A
  L1-2.1.1: C
  L1-2.2.1: "yes"
indicators:
  yield: {value: 3.5, formula: 合格数 / 总数}
)";
  return text;
}

Diagnosis diagnose(const std::string& bank, const std::string& answers, const Gates& gates) {
  BankRead read = read_bank_text(bank);
  REQUIRE_MESSAGE(!read.diagnostics.has_errors(), read.faults);
  return diagnose(std::make_shared<const Bank>(std::move(read.bank)), answers, gates);
}

Diagnosis diagnose(std::shared_ptr<const Bank> bank, const std::string& answers,
                   const Gates& gates) {
  Diagnosis out;
  out.bank = std::move(bank);
  AnswersRead given = read_answers_text(*out.bank, answers);
  REQUIRE_MESSAGE(!given.diagnostics.has_errors(), given.faults);
  out.answers = std::move(given.answers);
  out.sheet = std::make_shared<const Sheet>(tailor(*out.bank, out.answers));
  out.responses = respond(*out.bank, out.answers);
  out.card = score(*out.sheet, out.responses);
  out.verdict = judge(*out.sheet, out.card, gates);
  return out;
}

const std::string& small_png() {
  using namespace std::string_literals;
  static const std::string png =
      "\x89PNG\r\n\x1A\n"
      "\x00\x00\x00\x0D\x49\x48\x44\x52\x00\x00\x00\x02\x00\x00\x00\x01\x08\x06\x00\x00\x00\xF4\x22"
      "\x7F\x8A"
      "\x00\x00\x00\x0D\x49\x44\x41\x54\x78\xDA\x63\xF8\xCF\xC0\x00\x46\x00\x0E\xFA\x02\xFE\x2A\x40"
      "\x5E\xB9"
      "\x00\x00\x00\x00\x49\x45\x4E\x44\xAE\x42\x60\x82"s;
  return png;
}

const std::vector<std::string>& shipped_bank_ids() {
  static const std::vector<std::string> ids = [] {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(repository() / "questionbanks")) {
      out.push_back(entry.path().filename().string());
    }
    std::sort(out.begin(), out.end());
    return out;
  }();
  return ids;
}

const BankRead& shipped_bank(const std::string& id) {
  static const std::map<std::string, BankRead> banks = [] {
    std::map<std::string, BankRead> out;
    for (const std::string& one : shipped_bank_ids()) {
      const auto folder = repository() / "questionbanks" / one;
      std::vector<std::filesystem::path> paths;
      for (const auto& entry : std::filesystem::directory_iterator(folder / "questions")) {
        paths.push_back(entry.path());
      }
      std::sort(paths.begin(), paths.end());
      std::vector<std::string> questions;
      for (const auto& path : paths) questions.push_back(read_bytes(path));
      out.emplace(one, read_bank_text(read_bytes(folder / "bank.yaml"), questions));
    }
    return out;
  }();
  return banks.at(id);
}

}  // namespace assess::test
