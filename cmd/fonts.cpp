#include "fonts.hpp"

#include <assess/diag/rules.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace assess::cmd {
namespace {

constexpr std::size_t largest_font = std::size_t{64} * 1024 * 1024;

// A fixed list instead of fontconfig: the same machine gives the same report, and fontconfig would
// answer with fonts whose outlines libharu cannot take. Best Latin letters first.
constexpr std::array known_places{
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/wqy-microhei-fonts/wqy-microhei.ttc",
    "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/wqy-zenhei-fonts/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/usr/share/fonts/truetype/arphic/uming.ttc",
    "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf",
};

std::vector<std::string> split_at_colons(const std::string& text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find(':', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool add_font(const std::string& path, std::vector<render::Font>& fonts, Env& env,
              Diagnostics& diagnostics) {
  auto bytes = env.files.read(path, diagnostics, largest_font);
  if (!bytes) return false;
  auto font = render::Font::read(std::move(*bytes), 0);
  if (const Text* reason = std::get_if<Text>(&font)) {
    diagnostics.report(rules::unusable_font, std::nullopt, path, *reason);
    return false;
  }
  fonts.push_back(std::get<render::Font>(std::move(font)));
  return true;
}

}  // namespace

std::optional<render::FontStack> load_fonts(const std::vector<std::string>& named, Env& env,
                                            Diagnostics& diagnostics) {
  std::vector<render::Font> fonts;
  for (const std::string& path : named) {
    if (!add_font(path, fonts, env, diagnostics)) return std::nullopt;
  }
  if (!fonts.empty()) return render::FontStack(std::move(fonts));
  // The variable is a list of places to look at, as ASSESS_BANK_PATH is; it stands for ours.
  const auto chosen = split_at_colons(env.variable("ASSESS_FONT"));
  const std::vector<std::string> known(known_places.begin(), known_places.end());
  std::string searched;
  for (const std::string& path : chosen.empty() ? known : chosen) {
    if (!searched.empty()) searched += " ";
    searched += "`" + path + "`";
    if (env.files.kind(path) == PathKind::missing) continue;
    Diagnostics ignored;  // a known font that is broken is passed over like one that is not there
    const bool is_good = add_font(path, fonts, env, chosen.empty() ? ignored : diagnostics);
    if (!is_good && !chosen.empty()) return std::nullopt;
  }
  if (fonts.empty()) {
    diagnostics.report(rules::no_font, std::nullopt, searched);
    return std::nullopt;
  }
  return render::FontStack(std::move(fonts));
}

}  // namespace assess::cmd
