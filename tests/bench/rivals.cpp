#include "rivals.hpp"

#include <assess/yaml/readers.hpp>
#include <assess/yaml/tree_builder.hpp>

#include <yaml-cpp/yaml.h>

#if ASSESS_HAS_LIBYAML
#include <yaml.h>
#endif

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace assess::bench {
namespace {

using yaml::Kind;
using yaml::TreeBuilder;

Parsed parse_plain(const SourceMap& sources, SourceId id, Diagnostics& diagnostics) {
  auto tree = yaml::read_plain(sources, id);
  if (!tree) tree = yaml::read_events(sources, id, diagnostics);
  return {nullptr, std::move(tree)};
}

class NodeWalk {
 public:
  NodeWalk(SourceId source, std::string_view text, Diagnostics& diagnostics)
      : diagnostics_(diagnostics), builder_(source, text, text.size() / 24 + 16) {}

  void put(const YAML::Node& node) {
    const auto begin = static_cast<std::uint32_t>(std::max(node.Mark().pos, 0));
    switch (node.Type()) {
      case YAML::NodeType::Undefined:
      case YAML::NodeType::Null:
        builder_.add_absent();
        return;
      case YAML::NodeType::Scalar:
        put_scalar(node.Scalar(), node.Tag() == "!", begin);
        return;
      case YAML::NodeType::Sequence:
        builder_.open(Kind::sequence, begin, false);
        for (const YAML::Node& item : node) put(item);
        builder_.close();
        return;
      case YAML::NodeType::Map:
        builder_.open(Kind::mapping, begin, false);
        for (const auto& pair : node) {
          put(pair.first);
          put(pair.second);
        }
        builder_.report_equal_keys(diagnostics_);
        builder_.close();
        return;
    }
  }

  yaml::Tree take() { return builder_.take(); }

 private:
  // The text stays where it is: the nodes live as long as the tree.
  void put_scalar(const std::string& text, bool is_quoted, std::uint32_t begin) {
    const auto end = begin + static_cast<std::uint32_t>(text.size());
    builder_.add({.is_quoted = is_quoted, .begin = begin, .end = end, .text = text});
  }

  Diagnostics& diagnostics_;
  TreeBuilder builder_;
};

Parsed parse_nodes(const SourceMap& sources, SourceId id, Diagnostics& diagnostics) {
  const std::string& text = sources.text(id);
  auto root = std::make_shared<YAML::Node>(YAML::Load(text));
  NodeWalk walk(id, text, diagnostics);
  walk.put(*root);
  return {std::move(root), walk.take()};
}

#if ASSESS_HAS_LIBYAML

// Keeps the events, so that their texts need no copy.
class EventHeap {
 public:
  explicit EventHeap(std::size_t expected) { events_.reserve(expected); }
  EventHeap(const EventHeap&) = delete;  // owns the memory of the events
  EventHeap& operator=(const EventHeap&) = delete;
  ~EventHeap() {
    for (yaml_event_t& event : events_) yaml_event_delete(&event);
  }
  yaml_event_t& add() { return events_.emplace_back(); }

 private:
  std::vector<yaml_event_t> events_;
};

// False when the event is not one of a plain document.
bool put(const yaml_event_t& event, TreeBuilder& builder, Diagnostics& diagnostics) {
  const auto begin = static_cast<std::uint32_t>(event.start_mark.index);
  switch (event.type) {
    case YAML_SCALAR_EVENT: {
      const auto& scalar = event.data.scalar;
      const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
      const bool is_quoted = scalar.style != YAML_PLAIN_SCALAR_STYLE;
      const bool is_null = !is_quoted && (text.empty() || text == "~" || text == "null");
      builder.add({.kind = is_null ? Kind::null : Kind::scalar,
                   .is_quoted = is_quoted,
                   .begin = begin,
                   .end = static_cast<std::uint32_t>(event.end_mark.index),
                   .text = is_null ? std::string_view() : text});
      return true;
    }
    case YAML_SEQUENCE_START_EVENT:
      builder.open(Kind::sequence, begin, false);
      return true;
    case YAML_MAPPING_START_EVENT:
      builder.open(Kind::mapping, begin, false);
      return true;
    case YAML_MAPPING_END_EVENT:
      builder.report_equal_keys(diagnostics);
      builder.close();
      return true;
    case YAML_SEQUENCE_END_EVENT:
      builder.close();
      return true;
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
    case YAML_NO_EVENT:
      return true;
    case YAML_ALIAS_EVENT:
      return false;
  }
  return false;
}

Parsed parse_libyaml(const SourceMap& sources, SourceId id, Diagnostics& diagnostics) {
  const std::string& text = sources.text(id);
  auto events = std::make_shared<EventHeap>(text.size() / 12 + 16);
  TreeBuilder builder(id, text, text.size() / 24 + 16);
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
  bool goes_on = true;
  bool is_good = true;
  while (goes_on && is_good) {
    yaml_event_t& event = events->add();
    is_good = yaml_parser_parse(&parser, &event) == 1 && put(event, builder, diagnostics);
    goes_on = event.type != YAML_STREAM_END_EVENT;
  }
  yaml_parser_delete(&parser);
  if (!is_good) return {};
  return {std::move(events), builder.take()};
}

#endif

}  // namespace

Reader our_reader() {
  return {"our reader", true, parse_plain};
}

Reader node_reader() {
  return {"YAML::Node of yaml-cpp", false, parse_nodes};
}

std::optional<Reader> libyaml_reader() {
#if ASSESS_HAS_LIBYAML
  return Reader{"events of libyaml", false, parse_libyaml};
#else
  return std::nullopt;
#endif
}

}  // namespace assess::bench
