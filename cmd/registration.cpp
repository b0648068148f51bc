#include "registration.hpp"

#include <assess/base/fraction.hpp>
#include <assess/base/utf8.hpp>
#include <assess/report/figures.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace assess::cmd {
namespace {

// What a person is asked at the start of a diagnosis, in the order of the platform.
class Registration {
 public:
  Registration(const Bank& bank, Answers& answers, Dialogue& dialogue)
      : bank_(bank), answers_(answers), dialogue_(dialogue) {}

  bool run(const NewOptions& given) {
    introduce();
    Enterprise& enterprise = answers_.enterprise;
    return ask_text({"企业名称", "name of the enterprise"}, enterprise.name, true) &&
           ask_text({"统一社会信用代码", "unified social credit code"}, enterprise.uscc.value) &&
           ask_text({"单位性质（如 民营企业）", "kind of enterprise"}, enterprise.type) &&
           ask_text({"行业代码（GB/T 4754，如 C3411）", "industry (GB/T 4754, such as C3411)"},
                    enterprise.industry.value) &&
           ask_text({"企业规模（大型、中型、小型、微型）", "size (large, medium, small, micro)"},
                    enterprise.size.value) &&
           ask_revenue() && (given.variant.empty() ? ask_variant() : true) &&
           (given.tailored.empty() ? ask_tailoring() : true);
  }

 private:
  const std::string& read(const Text& text) const { return text.in(dialogue_.language()); }

  void introduce() {
    dialogue_.show(read(bank_.title));
    dialogue_.show("");
    for (const Level& level : bank_.levels) {
      dialogue_.show("  " + report::shown_level(level, dialogue_.language()) + "  ",
                     read(level.description));
    }
    dialogue_.show("");
    dialogue_.show(dialogue_.say({"模型：", "The model: "}), sections());
    show_instructions();
    dialogue_.show("");
    dialogue_.show(dialogue_.say({"直接回车表示不填。Ctrl-D 退出，不写文件。",
                                  "Enter leaves a field empty. Ctrl-D leaves without a file."}));
  }

  // Numbered paragraphs hang from their numbers.
  void show_instructions() {
    const std::string& text = read(bank_.instructions);
    if (!text.empty()) dialogue_.show("");
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string line = text.substr(at, end - at);
      const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
      const std::size_t lead = digits > 0 && line.compare(digits, 2, ". ") == 0 ? digits + 2 : 0;
      dialogue_.show(line.substr(0, lead), line.substr(lead));
      at = end + 1;
    }
  }

  std::string sections() const {
    std::string out;
    for (const AreaId id : bank_.sections()) {
      out += (out.empty() ? "" : dialogue_.say({"、", ", "})) + read(bank_.area(id).title);
    }
    return out;
  }

  bool ask_text(Words name, std::string& value, bool is_required = false) {
    while (value.empty()) {
      const auto line = dialogue_.ask(dialogue_.say(name) + dialogue_.say({"：", ": "}));
      if (!line) return false;
      value = *line;
      if (!value.empty() || !is_required) break;
      dialogue_.show(dialogue_.say({"这一项必填。", "This one is needed."}));
    }
    return true;
  }

  bool ask_revenue() {
    std::string& revenue = answers_.enterprise.revenue.value;
    while (ask_text({"全年销售收入（万元）", "annual revenue (10,000 CNY)"}, revenue)) {
      if (revenue.empty() || Fraction::parse(revenue)) return true;
      dialogue_.show(
          dialogue_.say({"请填数值，如 12000 或 7350.5。", "A number, such as 12000 or 7350.5."}));
      revenue.clear();
    }
    return false;
  }

  bool ask_variant() {
    if (bank_.variants.empty()) return true;
    dialogue_.show("");
    for (std::size_t i = 0; i < bank_.variants.size(); ++i) {
      const Variant& variant = bank_.variants[i];
      dialogue_.show("  " + std::to_string(i + 1) + "  " + read(variant.title) + "  ",
                     read(variant.description));
    }
    while (true) {
      const auto line = dialogue_.ask(
          dialogue_.say({"企业类型（序号或名称）：", "variant (its number or name): "}));
      if (!line) return false;
      std::vector<const Text*> titles;
      for (const Variant& variant : bank_.variants) titles.push_back(&variant.title);
      auto chosen = choice_in(half_width(*line), titles);
      if (!chosen) chosen = bank_.find_variant(*line);
      if (!chosen) {
        ask_for_choice(bank_.variants.size());
        continue;
      }
      answers_.variant.value = bank_.variants[*chosen].id.value;
      return true;
    }
  }

  bool ask_tailoring() {
    std::vector<AreaId> choices;
    for (std::size_t i = 0; i < bank_.areas.size(); ++i) {
      const AreaId id{static_cast<std::uint32_t>(i)};
      if (bank_.area(id).is_tailorable && bank_.area(id).is_leaf() && is_in_variant(id)) {
        choices.push_back(id);
      }
    }
    if (choices.empty()) return true;
    dialogue_.show("");
    dialogue_.show(
        dialogue_.say({"企业没有的业务可以裁剪，提交一级之后不能再改：",
                       "What the enterprise does not have may be tailored out; this is fixed once "
                       "level 1 is submitted:"}));
    for (std::size_t i = 0; i < choices.size(); ++i) {
      dialogue_.show("  " + std::to_string(i + 1) + "  ", read(bank_.area(choices[i]).title));
    }
    while (true) {
      const auto line = dialogue_.ask(
          dialogue_.say({"裁剪（序号或名称，多个用逗号隔开；回车为不裁剪）：",
                         "tailor out (numbers or names, commas between; Enter for none): "}));
      if (!line) return false;
      if (take_tailoring(half_width(*line), choices)) return true;
      ask_for_choice(choices.size());
    }
  }

  void ask_for_choice(std::size_t most) {
    dialogue_.show(dialogue_.say({"请填 1 到 ", "A number from 1 to "}) + std::to_string(most) +
                   dialogue_.say({" 的序号，或上面的名称。", ", or a name as above."}));
  }

  // Between commas; names may hold blanks, numbers may stand with nothing but blanks between.
  bool take_tailoring(const std::string& line, const std::vector<AreaId>& choices) {
    std::vector<const Text*> titles;
    for (const AreaId id : choices) titles.push_back(&bank_.area(id).title);
    std::vector<std::size_t> chosen;
    for (const std::string& piece : pieces(line, ",")) {
      if (const auto one = choice_in(piece, titles)) {
        chosen.push_back(*one);
        continue;
      }
      for (const std::string& word : pieces(piece, " ")) {
        const auto one = choice_in(word, titles);
        if (!one) return false;
        chosen.push_back(*one);
      }
    }
    answers_.tailored.clear();
    for (const std::size_t one : chosen) {
      answers_.tailored.push_back({bank_.area(choices[one]).id.value, {}});
    }
    return true;
  }

  // What stands between the separators, without blanks around it, without the empty; 、 is a comma.
  static std::vector<std::string> pieces(std::string line, std::string_view separator) {
    constexpr std::string_view pause = "、";
    for (auto at = line.find(pause); at != std::string::npos; at = line.find(pause, at)) {
      line.replace(at, pause.size(), ",");
    }
    std::vector<std::string> out;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find(separator, at), line.size());
      const std::size_t first = std::min(line.find_first_not_of(' ', at), end);
      const std::size_t last = end > first ? line.find_last_not_of(' ', end - 1) + 1 : first;
      if (last > first) out.push_back(line.substr(first, last - first));
      at = end + separator.size();
    }
    return out;
  }

  // The place that a number from 1 means, or the only title that begins like that.
  static std::optional<std::size_t> choice_in(const std::string& typed,
                                              const std::vector<const Text*>& titles) {
    if (typed.empty()) return std::nullopt;
    if (typed.find_first_not_of("0123456789") == std::string::npos) {
      const std::size_t number = typed.size() > 3 ? 0 : std::stoul(typed);
      return number >= 1 && number <= titles.size() ? std::optional(number - 1) : std::nullopt;
    }
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < titles.size(); ++i) {
      const bool is_meant = titles[i]->zh.starts_with(typed) ||
                            lower_ascii(titles[i]->en).starts_with(lower_ascii(typed));
      if (!is_meant) continue;
      if (found) return std::nullopt;
      found = i;
    }
    return found;
  }

  bool is_in_variant(AreaId id) const {
    const auto variant = bank_.find_variant(answers_.variant.value);
    for (std::optional<AreaId> at = id; at; at = bank_.area(*at).parent) {
      if (!bank_.area(*at).weights[variant.value_or(0)]) return false;
    }
    return true;
  }

  const Bank& bank_;
  Answers& answers_;
  Dialogue& dialogue_;
};

}  // namespace

bool ask_registration(const Bank& bank, Answers& answers, Dialogue& dialogue,
                      const NewOptions& given) {
  return Registration(bank, answers, dialogue).run(given);
}

}  // namespace assess::cmd
