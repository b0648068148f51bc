// What a person can ask `fill` to do besides choosing an option, and the words for it.
#pragma once

#include <array>
#include <string_view>

namespace assess::cmd {

enum class Verb {
  next,
  explain,
  not_applicable,
  note,
  evidence,
  back,
  on,
  go,
  progress,
  score,
  help,
  quit
};

struct VerbName {
  std::string_view name;
  Verb verb;
};

inline constexpr std::array verb_names{
    VerbName{"?", Verb::explain},
    VerbName{"说明", Verb::explain},
    VerbName{"n", Verb::not_applicable},
    VerbName{"n/a", Verb::not_applicable},
    VerbName{"不涉及", Verb::not_applicable},
    VerbName{"note", Verb::note},
    VerbName{"备注", Verb::note},
    VerbName{"ev", Verb::evidence},
    VerbName{"evidence", Verb::evidence},
    VerbName{"证据", Verb::evidence},
    VerbName{"<", Verb::back},
    VerbName{"back", Verb::back},
    VerbName{"上一题", Verb::back},
    VerbName{">", Verb::on},
    VerbName{"next", Verb::on},
    VerbName{"下一题", Verb::on},
    VerbName{"go", Verb::go},
    VerbName{"跳转", Verb::go},
    VerbName{"p", Verb::progress},
    VerbName{"进度", Verb::progress},
    VerbName{"s", Verb::score},
    VerbName{"得分", Verb::score},
    VerbName{"h", Verb::help},
    VerbName{"help", Verb::help},
    VerbName{"帮助", Verb::help},
    VerbName{"q", Verb::quit},
    VerbName{"quit", Verb::quit},
    VerbName{"退出", Verb::quit},
};

}  // namespace assess::cmd
