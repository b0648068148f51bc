#include "unit/yaml/reading.hpp"

#include <string>
#include <utility>
#include <vector>

namespace assess::yaml {
namespace {

using Type = Shape::Type;

TEST_CASE("keys that nobody asked for are unknown, each at its place") {
  Reading reading("known: 1\n智能: 2\n\"other\": {known: 3}\n");
  Fields fields = reading.fields();
  fields.find("known");
  fields.find("absent");
  fields.done();
  CHECK(reading.faults() == "2:1 yaml/unknown-key, 3:1 yaml/unknown-key");
}

TEST_CASE("the key that was probably meant is suggested") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"wieght", "did you mean `weight`?"},
      {"Title", "did you mean `title`?"},
      {"tittle", "did you mean `title`?"},
      {"ID", "did you mean `id`?"},
  };
  for (const auto& [key, wanted] : cases) {
    CAPTURE(key);
    Reading reading(key + ": 1");
    Fields fields = reading.fields();
    for (const char* known : {"weight", "title", "id"}) fields.find(known);
    fields.done();
    CHECK(help(reading) == wanted);
  }
  for (const std::string key : {"colour", "xy", "智能"}) {
    CAPTURE(key);
    Reading reading(key + ": 1");
    Fields fields = reading.fields();
    for (const char* known : {"weight", "title", "id"}) fields.find(known);
    fields.done();
    CHECK(help(reading).find("did you mean") == std::string::npos);
  }
}

TEST_CASE("in mappings with few keys and with many, the ones that nobody asked for are unknown") {
  for (const int count : {1, 30, 61, 62, 63, 64, 65, 200}) {
    std::string others;
    for (int i = 0; i < count; ++i) others += "key" + std::to_string(i) + ": 1\n";
    CAPTURE(count);
    Reading reading("id: 1\n" + others + "title: 1\nweight: 1\n");
    Fields fields = reading.fields();
    for (const char* key : {"weight", "id", "id", "absent"}) fields.find(key);
    fields.done();
    CHECK(reading.diagnostics.all().size() == static_cast<std::size_t>(count) + 1);
    CHECK(reading.faults().ends_with(std::to_string(count + 2) + ":1 yaml/unknown-key"));
  }
  Reading whole("id: 1\ntitle: 1\n");
  Fields fields = whole.fields();
  for (const char* key : {"title", "id", "absent"}) fields.find(key);
  fields.done();
  CHECK(whole.faults().empty());
}

TEST_CASE("equal keys are reported once, and are not unknown") {
  Reading reading("{b: true, a: ~, b: false, id: 3}");
  Fields fields = reading.fields();
  for (const char* key : {"a", "b", "id"}) fields.find(key);
  fields.done();
  CHECK(reading.faults() == "1:17 yaml/duplicate-key");
}

TEST_CASE("a merge key is explained") {
  Reading reading("<<: {a: b}");
  Fields fields = reading.fields();
  fields.done();
  CHECK(reading.faults() == "1:1 yaml/unknown-key");
  CHECK(help(reading).find("merge") != std::string::npos);
}

TEST_CASE("a full-width colon is pointed out") {
  const std::string sign = "full-width colon";
  Reading whole("标题：文本");
  whole.fields();
  CHECK(whole.faults() == "1:1 yaml/not-a-mapping");
  CHECK(help(whole).find(sign) != std::string::npos);

  Reading value("k:\n  level：3");
  value.fields(Type::integer).integer("k");
  CHECK(value.faults() == "2:3 yaml/type");
  CHECK(help(value).find(sign) != std::string::npos);

  Reading key("智能：能力: 3");
  key.fields().done();
  CHECK(key.faults() == "1:1 yaml/unknown-key");
  CHECK(help(key).find(sign) != std::string::npos);

  Reading other("k: text");
  other.fields(Type::integer).integer("k");
  CHECK(help(other).find(sign) == std::string::npos);

  Reading fine("k: 说明：文本");
  CHECK(fine.fields().text("k").value == "说明：文本");
  CHECK(fine.faults().empty());
}

}  // namespace
}  // namespace assess::yaml
