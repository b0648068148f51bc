#include "config.hpp"

#include "inputs.hpp"
#include <assess/diag/nouns.hpp>
#include <assess/diag/rules.hpp>
#include <assess/yaml/fields.hpp>

#include <array>
#include <type_traits>

namespace assess::cmd {
namespace {

std::string absolute_or_below(const std::string& folder, const std::string& path) {
  return path.starts_with('/') ? path : join_path(folder, path);
}

constexpr std::array approval_keys{
    Shape::Key{"role", {}, Shape::Presence::required, {"谁签批", "who signs"}},
    Shape::Key{"name", {}, Shape::Presence::optional, {"姓名", "the name"}},
};
constexpr Shape approval_shape{"approval", nouns::approval, approval_keys};

constexpr std::array config_keys{
    Shape::Key{"schema", {}, Shape::Presence::required, {"文件格式", "the format of the file"}},
    Shape::Key{"lang", {}, Shape::Presence::optional, {"语言", "the language"}},
    Shape::Key{"bank", {}, Shape::Presence::optional, {"题库", "the bank"}},
    Shape::Key{"font",
               {.type = Shape::Type::list},
               Shape::Presence::optional,
               {"报告的字体", "fonts of the report"}},
    Shape::Key{"mark", {}, Shape::Presence::optional, {"密级", "mark of confidentiality"}},
    Shape::Key{"logo", {}, Shape::Presence::optional, {"标志", "logo"}},
    Shape::Key{"approval",
               {.type = Shape::Type::list, .item = Shape::Type::mapping, .shape = &approval_shape},
               Shape::Presence::optional,
               {"签批栏", "boxes to sign in"}},
};
constexpr Shape config_shape{"config", nouns::config, config_keys};

class ConfigReader {
 public:
  ConfigReader(std::string path, Env& env) : path_(std::move(path)), env_(env) {}

  std::optional<Config> read(std::vector<Finding>& findings) {
    Config config;
    auto text = env_.files.read(path_, diagnostics_);
    if (text) {
      const SourceId source = sources_.add(path_, *std::move(text));
      const auto tree = yaml::parse(sources_, source, diagnostics_);
      if (tree) config = read_fields(tree->root());
    }
    config.path = path_;
    findings = resolve(sources_, diagnostics_);
    return diagnostics_.has_errors() ? std::nullopt : std::optional(std::move(config));
  }

 private:
  Config read_fields(const yaml::Node& node) {
    yaml::Fields fields(node, config_shape, diagnostics_);
    Config config;
    const auto schema = fields.text("schema");
    if (!schema.value.empty() && schema.value != config_schema) {
      report_bad(schema, "schema", {std::string(config_schema), std::string(config_schema)});
      return config;
    }
    if (const auto language = fields.optional_text("lang")) {
      config.language = parse_language(language->value);
      if (!config.language) report_bad(*language, "lang", {"zh 或 en", "zh or en"});
    }
    const std::string folder = parent_path(path_);
    if (const auto bank = fields.optional_text("bank")) {
      // What is not there as a file may be an id.
      const std::string path = absolute_or_below(folder, bank->value);
      config.bank = env_.files.kind(path) == PathKind::missing ? bank->value : path;
    }
    for (const auto& font : fields.texts("font")) {
      config.fonts.push_back(absolute_or_below(folder, font.value));
    }
    if (const auto mark = fields.optional_text("mark")) config.mark = mark->value;
    if (const auto logo = fields.optional_text("logo")) {
      config.logo = absolute_or_below(folder, logo->value);
    }
    for (const yaml::Node& approval : fields.list("approval")) {
      config.approvals.push_back(read_approval(approval));
    }
    fields.done();
    return config;
  }

  report::Cover::Approval read_approval(const yaml::Node& node) {
    yaml::Fields fields(node, approval_shape, diagnostics_);
    report::Cover::Approval approval;
    approval.role = fields.text("role").value;
    if (const auto name = fields.optional_text("name")) approval.name = name->value;
    fields.done();
    return approval;
  }

  void report_bad(const Located<std::string>& value, const char* key, Text expected) {
    diagnostics_.report(rules::cli_bad_value, value.span, std::string(key), std::move(expected),
                        value.value);
  }

  std::string path_;
  Env& env_;
  SourceMap sources_;
  Diagnostics diagnostics_;
};

bool is_config(const std::string& path, Env& env) {
  if (env.files.kind(path) != PathKind::file) return false;
  Diagnostics ignored;  // what cannot be read is no config file of ours
  const auto text = env.files.read(path, ignored);
  return text && names_schema(*text, "assess/config/");
}

std::string find_config(Env& env) {
  constexpr std::array names{"assess.yaml", ".assess.yaml"};
  const std::string home = env.variable("HOME");
  const std::string here = env.files.identity(".");
  for (std::string folder = here; folder.starts_with('/'); folder = parent_path(folder)) {
    for (const char* name : names) {
      // Shown as it is named when it lies right here.
      const std::string path = folder == here ? name : join_path(folder, name);
      if (is_config(path, env)) return path;
    }
    const bool is_top = env.files.kind(join_path(folder, ".git")) != PathKind::missing;
    if (is_top || folder == home || folder == "/") break;
  }
  std::string settings = env.variable("XDG_CONFIG_HOME");
  if (settings.empty() && !home.empty()) settings = join_path(home, ".config");
  if (settings.empty()) return {};
  const std::string path = join_path(settings, "assess/config.yaml");
  return is_config(path, env) ? path : std::string();
}

}  // namespace

std::optional<Config> load_config(const CommonOptions& common, Env& env,
                                  std::vector<Finding>& findings) {
  const std::string path = !common.config.empty() ? common.config
                           : common.no_config     ? std::string()
                                                  : find_config(env);
  if (path.empty()) return Config{};
  return ConfigReader(path, env).read(findings);
}

void apply(const Config& config, const Env& env, Command& command) {
  std::visit(
      [&]<typename Options>(Options& options) {
        if constexpr (!std::is_same_v<Options, Answered>) {
          options.common.config = config.path;
          if (config.language && !options.common.language) {
            options.common.language = config.language;
            options.common.spoken = *config.language;
          }
        }
        if constexpr (requires { options.input.banks; }) {
          if (options.input.banks.empty() && !config.bank.empty()) {
            options.input.banks = {config.bank};
          }
        }
        if constexpr (std::is_same_v<Options, ReportOptions>) {
          const bool has_fonts = !options.fonts.empty() || !env.variable("ASSESS_FONT").empty();
          if (!has_fonts) options.fonts = config.fonts;
          if (options.mark.empty()) options.mark = config.mark;
          if (options.logo.empty()) options.logo = config.logo;
          if (options.approvals.empty()) options.approvals = config.approvals;
        }
      },
      command);
}

}  // namespace assess::cmd
