// What becomes of the outputs of a batch when one of them fails.
#include "cli.hpp"
#include "support/working_folder.hpp"
#include <assess/io/error_words.hpp>

#include <doctest/doctest.h>

#include <cerrno>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace assess::test {
namespace {

const std::string common = ASSESS_ROOT "/tests/golden/common/";

// A disk on which some files find room for so many bytes and no more.
class FillingFiles : public MemoryFiles {
 public:
  std::map<std::string, std::size_t> room;

  std::unique_ptr<Sink> open_sink(const std::string& path, Diagnostics& diagnostics) override {
    auto inner = MemoryFiles::open_sink(path, diagnostics);
    const auto found = room.find(path);
    if (found == room.end()) return inner;
    return std::make_unique<FillingSink>(path, found->second, diagnostics);
  }

 private:
  class FillingSink : public Sink {
   public:
    FillingSink(std::string path, std::size_t room, Diagnostics& diagnostics)
        : path_(std::move(path)), room_(room), diagnostics_(diagnostics) {}
    bool write(std::string_view bytes) override {
      written_ += bytes.size();
      if (written_ <= room_) return true;
      return report_cut_short(path_, path_ + ".part", room_, error_words(ENOSPC), diagnostics_);
    }
    bool close() override { return true; }

   private:
    std::string path_;
    std::size_t room_;
    std::size_t written_ = 0;
    Diagnostics& diagnostics_;
  };
};

// Standard output that nobody takes anything of.
class BrokenStream : public cmd::Stream {
 public:
  void write(std::string_view) override { is_good_ = false; }
  bool is_good() const override { return is_good_; }

 private:
  bool is_good_ = true;
};

struct Shell {
  FillingFiles files;
  cmd::StringInput in;
  cmd::StringStream out;
  BrokenStream broken;
  cmd::StringStream err;

  Shell() {
    for (const char* name : {"tiny.yaml", "good.yaml", "weak.yaml"}) {
      files.files[name] = read_bytes(common + name);
    }
  }

  int run(std::vector<std::string> arguments, bool has_stdout = true) {
    cmd::Stream& stream = has_stdout ? static_cast<cmd::Stream&>(out) : broken;
    cmd::Env env{.files = files, .in = in, .out = stream, .err = err};
    arguments.insert(arguments.begin(), {"batch", "good.yaml", "weak.yaml", "-q"});
    return static_cast<int>(cmd::run(arguments, env));
  }
};

// All of NDJSON but its last line, which says how the run went.
std::string records_of(const std::string& ndjson) {
  const auto summary = ndjson.find("{\"type\":\"summary\"");
  REQUIRE(summary != std::string::npos);
  return ndjson.substr(0, summary);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("an output that finds no room is told, and the others are complete") {
  Shell whole;
  REQUIRE(whole.run({"-o", "a.csv", "-o", "a.xml", "-o", "a.md"}) == 0);
  for (const std::size_t room : {0U, 200U, 1000U, 1200U}) {
    CAPTURE(room);
    Shell shell;
    shell.files.room["full.ndjson"] = room;
    CHECK(shell.run({"-o", "full.ndjson", "-o", "a.csv", "-o", "a.xml", "-o", "a.md"}) == 2);
    CHECK(shell.files.kind("full.ndjson") == PathKind::missing);
    CHECK(shell.files.files["a.csv"] == whole.files.files["a.csv"]);
    CHECK(records_of(shell.out.text) == records_of(whole.out.text));
    CHECK(has(shell.files.files["a.xml"], "name=\"records 1-2\" tests=\"2\" failures=\"0\""));
    CHECK(shell.files.files["a.xml"].ends_with("</testsuites>\n"));
    CHECK(has(shell.files.files["a.md"], "| records | 2 |"));
    CHECK(has(shell.err.text, "cannot write `full.ndjson`: no space left on the disk; its first " +
                                  std::to_string(room) + " bytes stand in `full.ndjson.part`"));
  }
}

TEST_CASE("the other outputs tell of an output that failed before the end") {
  Shell shell;
  shell.files.room["full.ndjson"] = 500;
  CHECK(shell.run({"-o", "full.ndjson", "-o", "a.xml", "-o", "a.md"}) == 2);
  CHECK(has(shell.out.text, "\"status\":\"error\",\"exit_code\":2}"));
  CHECK(has(shell.files.files["a.xml"], "type=\"io/cannot-write\""));
  CHECK(has(shell.files.files["a.md"], "## Faults\n\n- assess: error: cannot write"));
}

TEST_CASE("files are complete also when standard output is not") {
  Shell whole;
  REQUIRE(whole.run({"-o", "a.ndjson"}) == 0);
  Shell shell;
  CHECK(shell.run({"-o", "a.ndjson", "--cohort", "c.json"}, false) == 2);
  CHECK(records_of(shell.files.files["a.ndjson"]) == records_of(whole.files.files["a.ndjson"]));
  CHECK(has(shell.files.files["a.ndjson"], "\"exit_code\":2}"));
  CHECK(shell.files.kind("c.json") == PathKind::file);
}

TEST_CASE("a cohort is of all files also when every output has failed") {
  Shell whole;
  REQUIRE(whole.run({"--cohort", "c.json"}) == 0);
  Shell shell;
  CHECK(shell.run({"--cohort", "c.json"}, false) == 2);
  CHECK(shell.files.files["c.json"] == whole.files.files["c.json"]);
}

TEST_CASE("each output of a batch has the gravity that it asks for") {
  Shell shell;
  CHECK(shell.run({"-o", "ndjson:w.ndjson,min=warning", "-o", "ndjson:e.ndjson"}) == 0);
  CHECK(has(shell.files.files["w.ndjson"], "\"severity\":\"warning\""));
  CHECK(shell.files.files["e.ndjson"] == shell.out.text);
  CHECK_FALSE(has(shell.out.text, "\"severity\":\"warning\""));
}

}  // namespace
}  // namespace assess::test
