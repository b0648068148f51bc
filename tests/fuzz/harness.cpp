#include "harness.hpp"

#include "banks.hpp"
#include "diagnose.hpp"
#include "env.hpp"
#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>
#include <assess/form/bank_format.hpp>
#include <assess/io/files.hpp>
#include <assess/render/render.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <span>
#include <sstream>
#include <utility>

namespace assess::fuzz {
namespace {

std::string common_file(const std::string& name) {
  std::ostringstream bytes;
  bytes << std::ifstream(ASSESS_ROOT "/tests/golden/common/" + name, std::ios::binary).rdbuf();
  return bytes.str();
}

void require(bool holds, std::string_view promise) {
  if (holds) return;
  std::cerr << "broken: " << promise << "\n";
  std::abort();
}

bool is_clean(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c != U'\n' && is_unsafe_to_show(c)) return false;
  }
  return true;
}

void look_at(const std::string& text, bool is_for_people) {
  require(!find_invalid_utf8(text), "output is UTF-8");
  require(!is_for_people || is_clean(text), "nothing unsafe reaches a terminal");
}

// A world in memory with one bank.
class World {
 public:
  explicit World(std::string bank)
      : env_{files_, in_, out_, err_}, shelf_(env_, cmd::BankChecks::all) {
    files_.files["bank.yaml"] = std::move(bank);
  }

  cmd::BankShelf& shelf() { return shelf_; }

  // Reads an answer file as `validate` does, which looks at more.
  void check(const std::string& answers) {
    const cmd::InputFile input{.path = "answers.yaml", .text = answers, .is_read = true};
    const cmd::Diagnosed diagnosed =
        cmd::diagnose(input, "bank.yaml", cmd::Depth::check, {}, shelf_, env_);
    look_at(render::show_findings(diagnosed.findings, {}), true);
  }

  // Reads, scores and renders an answer file in every format and both languages.
  void diagnose(std::string answers) {
    cmd::InputFile input{.path = "answers.yaml", .text = std::move(answers), .is_stdin = true};
    const Gates gates{.min_level = 1, .min_areas = {{"people", Fraction(1)}}};
    cmd::Diagnosed diagnosed =
        cmd::diagnose(input, "bank.yaml", cmd::Depth::score, gates, shelf_, env_);
    require(diagnosed.file.diagnosis || has_errors(diagnosed.findings), "a refusal has a reason");
    Run run;
    run.command = "score";
    run.has_gates = true;
    run.findings = std::move(diagnosed.findings);
    run.files.push_back(std::move(diagnosed.file));
    render_all(run, render::score_formats());
    render_all(run, render::validate_formats());
  }

 private:
  static void render_all(const Run& run, std::span<const render::Format> formats) {
    for (const render::Format& format : formats) {
      for (const Language language : {Language::zh, Language::en}) {
        render::Context context;
        context.language = language;
        look_at(format.render(run, context), format.name != "json");
      }
    }
  }

  MemoryFiles files_;
  cmd::StringInput in_;
  cmd::StringStream out_;
  cmd::StringStream err_;
  cmd::Env env_;
  cmd::BankShelf shelf_;
};

}  // namespace

void try_answers(std::string_view bytes) {
  static World world(common_file("tiny.yaml"));
  world.check(std::string(bytes));
  world.diagnose(std::string(bytes));
}

namespace {

// What is formatted says the same, and is in form then.
void format_bank(std::string text) {
  for (int turn = 0; turn < 2; ++turn) {
    SourceMap sources;
    Diagnostics faults;
    const auto formatted = form::format_bank(sources, sources.add("bank.yaml", text), faults);
    for (const Diagnostic& fault : faults.all()) {
      require(fault.rule != rules::form_cannot_format.id, "a bank can be formatted");
    }
    if (!formatted) {
      require(turn == 0 && faults.has_errors(), "a refusal has a reason");
      return;
    }
    require(turn == 0 || *formatted == text, "formatting twice changes nothing");
    text = *formatted;
  }
}

}  // namespace

void try_bank(std::string_view bytes) {
  static const std::string answers = common_file("weak.yaml");
  World world{std::string(bytes)};
  const auto loaded = world.shelf().load("bank.yaml");
  look_at(render::show_findings(loaded->findings, {}), true);
  require(loaded->bank || loaded->has_errors(), "a refusal has a reason");
  format_bank(std::string(bytes));
  if (loaded->bank && !loaded->has_errors()) {
    look_at(render::bank_stats_text(*loaded->bank, {}), true);
    look_at(render::bank_stats_json(*loaded->bank), false);
    look_at(render::bank_text(*loaded->bank, {}), true);
    look_at(render::bank_json(*loaded->bank), false);
    const std::string id = loaded->bank->id.value;
    world.diagnose("schema: assess/answers/1\nbank: \"" + id + "\"\n" +
                   answers.substr(answers.find("enterprise:")));
  }
}

}  // namespace assess::fuzz
