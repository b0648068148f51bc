#include <assess/bank/shapes.hpp>
#include <assess/base/utf8.hpp>
#include <assess/form/bank_writer.hpp>
#include <assess/form/scalar.hpp>
#include <assess/form/text_style.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace assess::form {
namespace {

constexpr int widest_line = 80;
constexpr int deepest_line = 2;  // a mapping with text pairs in it

// An entry with what is expected of its value.
struct Part {
  const CommentedEntry* entry = nullptr;
  Expectation expected;
  TextStyle style = TextStyle::unknown;
  bool is_label = false;  // a title or an option: on one line, however long
  std::size_t place = 0;  // among the keys of the shape
};

// What a mapping or list is to be written as.
enum class Layout { by_width, block };

class Writer {
 public:
  Writer(std::string_view text, LinesOfTexts lines) : text_(text), lines_(lines) {}

  std::string write(const CommentedFile& file, const Expectation& expected) {
    const CommentedEntry& root = file.root;
    std::string out;
    put_lines(root.above, 0, out);
    const Part whole{&root, expected};
    if (root.entries.empty()) {
      out += one_line_of(whole, deepest_line).value_or(std::string(written(root))) + "\n";
    } else {
      put_entries(whole, 0, out);
    }
    put_lines(root.below, 0, out);
    return out;
  }

 private:
  std::string_view written(const CommentedEntry& entry) const {
    const Span span = entry.value.span();
    return text_.substr(span.begin, span.end - span.begin);
  }

  // The entries of a value in the order in which they are to stand.
  static std::vector<Part> parts_of(const Part& owner) {
    std::vector<Part> parts;
    const Shape* shape = shape_of(owner.expected, owner.entry->value);
    const bool is_pair = shape == &bank_shapes::text || shape == &bank_shapes::option;
    for (const CommentedEntry& entry : owner.entry->entries) {
      Part part{.entry = &entry};
      if (entry.key) {
        const std::string_view key = entry.key->text();
        if (shape != nullptr) part.place = shape->place_of(key);
        part.expected = expect_value(owner.expected, key);
        part.style = style_of(part.expected, is_pair && key != "score");
        const Shape* below = part.expected ? part.expected->shape : nullptr;
        part.is_label =
            below == &bank_shapes::option || (below == &bank_shapes::text && key == "title");
      } else {
        part.expected = expect_item(owner.expected);
        part.style = style_of(part.expected, false);
      }
      parts.push_back(std::move(part));
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return a.place < b.place; });
    return parts;
  }

  // ---- on one line ----

  // nullopt where comments, texts over several lines or nesting need more than one.
  std::optional<std::string> one_line_of(const Part& part, int depth) const {
    const CommentedEntry& entry = *part.entry;
    const bool is_collection = entry.value.is_mapping() || entry.value.is_sequence();
    if (!is_collection) {
      if (keeps_lines(entry)) return std::nullopt;
      return one_line_in_brackets(entry.value, written(entry), part.style);
    }
    if (!entry.below.empty() || (depth == 0 && !entry.entries.empty())) return std::nullopt;
    std::string out;
    bool goes_above = !entry.key.has_value();  // what stands above the first key of an item
    for (const Part& child : parts_of(part)) {
      const bool has_above = !goes_above && has_comment(child.entry->above);
      if (!child.entry->beside.empty() || has_above) return std::nullopt;
      goes_above = false;
      const bool is_list_of_more = entry.value.is_sequence() && !child.entry->entries.empty();
      const auto value = is_list_of_more ? std::nullopt : one_line_of(child, depth - 1);
      if (!value) return std::nullopt;
      if (!out.empty()) out += ", ";
      if (child.entry->key) out += scalar(child.entry->key->text()) + ": ";
      out += *value;
    }
    return entry.value.is_mapping() ? "{" + out + "}" : "[" + out + "]";
  }

  // A mapping or list behind `prefix`, where it goes on one line.
  std::optional<std::string> short_line_of(const Part& part, const std::string& prefix) const {
    if (part.expected && part.expected->shape == &bank_shapes::option &&
        part.expected->type == Shape::Type::pairs) {
      if (!part.entry->entries.empty()) return std::nullopt;  // each option has its line
    }
    auto line = one_line_of(part, deepest_line);
    const bool fits = line && display_width(prefix) + 1 + display_width(*line) <= widest_line;
    return fits || part.is_label || part.entry->entries.empty() ? line : std::nullopt;
  }

  static std::string prefix_of(const Part& part, std::size_t indent) {
    const std::string blanks(indent, ' ');
    return blanks + (part.entry->key ? scalar(part.entry->key->text()) + ":" : "-");
  }

  // ---- over several lines ----

  // The items of a list look alike, and so do the entries of a mapping whose keys are data.
  Layout layout_of(const Part& owner, const std::vector<Part>& parts, std::size_t indent) const {
    const bool is_uniform = shape_of(owner.expected, owner.entry->value) == nullptr;
    const bool all_fit = std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
      return part.is_label || part.entry->entries.empty() ||
             short_line_of(part, prefix_of(part, indent));
    });
    return is_uniform && !all_fit ? Layout::block : Layout::by_width;
  }

  void put_entries(const Part& owner, std::size_t indent, std::string& out) const {
    const std::vector<Part> parts = parts_of(owner);
    const Layout layout = layout_of(owner, parts, indent);
    for (const Part& part : parts) {
      put_lines(part.entry->above, indent, out, &part == &parts.front() && indent > 0);
      put_entry(part, indent, layout, out);
    }
    if (indent > 0) put_lines(owner.entry->below, indent, out);
  }

  void put_entry(const Part& part, std::size_t indent, Layout layout, std::string& out) const {
    const CommentedEntry& entry = *part.entry;
    const std::string prefix = prefix_of(part, indent);
    const bool is_collection = entry.value.is_mapping() || entry.value.is_sequence();
    if (!is_collection) return put_scalar(part, prefix, indent, out);
    const bool may_be_short = layout == Layout::by_width || part.is_label || entry.entries.empty();
    if (const auto line = may_be_short ? short_line_of(part, prefix) : std::nullopt) {
      if (!entry.key && !entry.entries.empty()) put_comments(parts_of(part).front(), indent, out);
      out += prefix + " " + *line + beside(entry) + "\n";
    } else if (entry.key) {
      out += prefix + beside(entry) + "\n";
      put_entries(part, indent + 2, out);
    } else {
      put_item(part, indent, out);
    }
  }

  void put_scalar(const Part& part, const std::string& prefix, std::size_t indent,
                  std::string& out) const {
    const CommentedEntry& entry = *part.entry;
    if (!keeps_lines(entry)) {
      const std::string text = one_line(entry.value, written(entry), part.style);
      out += prefix + (text.empty() ? "" : " ") + text + beside(entry) + "\n";
      return;
    }
    const TextLines text = lines_of(entry.value, written(entry));
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
      if (i == 0) out += prefix + " ";
      if (i > 0 && !text.lines[i].empty()) out.append(indent + 2, ' ');
      out += text.lines[i];
      if (i == text.beside) out += beside(entry);
      out += '\n';
    }
  }

  // The dash stands in the first line of the value; comments above that, above the dash.
  void put_item(const Part& part, std::size_t indent, std::string& out) const {
    if (!part.entry->beside.empty()) put_lines({part.entry->beside}, indent, out);
    std::string value;
    put_entries(part, indent + 2, value);
    std::size_t at = 0;
    while (value[value.find_first_not_of(' ', at)] == '#') {
      const std::size_t end = value.find('\n', at) + 1;
      out.append(indent, ' ').append(value, at + indent + 2, end - at - indent - 2);
      at = end;
      if (value[at] == '\n') ++at;
    }
    value[at + indent] = '-';
    out.append(value, at);
  }

  static void put_comments(const Part& part, std::size_t indent, std::string& out) {
    CommentLines lines = part.entry->above;
    std::erase(lines, std::string());
    put_lines(lines, indent, out);
  }

  static std::string beside(const CommentedEntry& entry) {
    return entry.beside.empty() ? std::string() : "  " + entry.beside;
  }

  // Never two blank lines, none at the top, and none where `is_first` in a mapping or list.
  static void put_lines(const CommentLines& lines, std::size_t indent, std::string& out,
                        bool is_first = false) {
    for (const std::string& line : lines) {
      if (!line.empty()) {
        out.append(indent, ' ').append(line).append("\n");
        is_first = false;
      } else if (!is_first && !out.empty() && !out.ends_with("\n\n")) {
        out += '\n';
      }
    }
  }

  // Whether it is to stand on several lines.
  bool keeps_lines(const CommentedEntry& entry) const {
    return lines_ == LinesOfTexts::kept && has_lines(entry.value, written(entry));
  }

  std::string_view text_;
  LinesOfTexts lines_;
};

}  // namespace

std::string write_bank_file(std::string_view text, const CommentedFile& file,
                            const Expectation& root, LinesOfTexts lines) {
  return Writer(text, lines).write(file, root);
}

}  // namespace assess::form
