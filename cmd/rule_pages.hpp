// The pages of docs/rules.md, compiled into the program so that `explain` works offline.
#pragma once

#include <assess/render/render.hpp>

#include <string>
#include <string_view>

namespace assess::cmd {

// All of docs/rules.md, made a part of the program by the build.
extern const std::string_view rule_pages;

// The page of a rule in one language, without its heading; empty when there is none. Paragraphs in
// the other language and outputs in the other language are left out.
std::string rule_page(std::string_view pages, std::string_view rule, Language language);

// The same as Markdown: blocks keep their fences.
std::string rule_markdown(std::string_view pages, std::string_view rule, Language language);

// Both, of a page of this program.
render::RulePage page_of(const RuleInfo& rule, Language language);

}  // namespace assess::cmd
