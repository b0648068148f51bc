#include <assess/authoring/checks.hpp>
#include <assess/base/utf8.hpp>
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>

#include <string>
#include <unordered_map>

namespace assess::authoring {
namespace {

class SimilarIds {
 public:
  explicit SimilarIds(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  // `id_of` gives the `Located<std::string>` of a thing.
  template <typename Things, typename IdOf>
  void check(const Things& things, Words noun, IdOf id_of) {
    seen_.clear();
    for (const auto& thing : things) {
      const Located<std::string>& id = id_of(thing);
      const auto [first, is_new] = seen_.try_emplace(lower_ascii(id.value), &id);
      if (is_new) continue;
      diagnostics_
          .report(rules::bank_similar_id, id.span, noun.text(), id.value, first->second->value)
          .labels.push_back({first->second->span, {"另一个在这里", "the other one is here"}});
    }
  }

 private:
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, const Located<std::string>*> seen_;
};

}  // namespace

void check_similar_ids(const Bank& bank, Diagnostics& diagnostics) {
  const auto id_of = [](const auto& thing) -> const Located<std::string>& { return thing.id; };
  const auto key_of = [](const auto& thing) -> const Located<std::string>& { return thing.key; };
  SimilarIds ids(diagnostics);
  ids.check(bank.tiers, nouns::tier, id_of);
  ids.check(bank.variants, nouns::variant, id_of);
  ids.check(bank.origins, nouns::origin, key_of);
  ids.check(bank.areas, nouns::area, id_of);
  ids.check(bank.questions, nouns::question, id_of);
  ids.check(bank.indicators, nouns::indicator, id_of);
  for (const Question& question : bank.questions) {
    ids.check(question.options, nouns::option, key_of);
  }
}

}  // namespace assess::authoring
