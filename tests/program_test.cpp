// What only a real process can show: its standard streams, its signals, and its exit status.
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace assess::test {
namespace {

const std::string common = ASSESS_ROOT "/tests/golden/common/";

// The exit status of a shell line in which `assess` is the program; the environment is empty.
int status_of(const std::string& line) {
  const std::string script = "assess() { env -i '" ASSESS_PROGRAM "' \"$@\"; }\n" + line;
  write_bytes("script", script);
  const int status = std::system("bash script");
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void write_common() {
  for (const char* name : {"tiny.yaml", "good.yaml"}) write_bytes(name, read_bytes(common + name));
}

}  // namespace

TEST_CASE("the program scores a file and ends with its exit code") {
  const WorkingFolder folder;
  write_common();
  CHECK(status_of("assess score good.yaml >out 2>err") == 0);
  CHECK(read_bytes("out").starts_with("good.yaml"));
  CHECK(read_bytes("err").empty());
  CHECK(status_of("assess score good.yaml --min-level 2 >out 2>err") == 1);
  CHECK(status_of("assess score none.yaml >out 2>err") == 2);
}

TEST_CASE("the program finds every bank that comes with it") {
  const WorkingFolder folder;
  CHECK(status_of("assess bank list >out 2>err") == 0);
  const std::string listed = read_bytes("out");
  for (const auto& entry : std::filesystem::directory_iterator(ASSESS_ROOT "/questionbanks")) {
    const std::string id = entry.path().filename().string();
    CAPTURE(id);
    CHECK(("\n" + listed).find("\n" + id + " ") != std::string::npos);
    CHECK(status_of("assess bank show " + id + " >out 2>err") == 0);
    CHECK(read_bytes("out").starts_with(id + "@"));
  }
}

TEST_CASE("standard output that takes nothing is an error") {
  const WorkingFolder folder;
  write_common();
  CHECK(status_of("assess score good.yaml >/dev/full 2>err") == 2);
  CHECK(read_bytes("err").find("[io/cannot-write]") != std::string::npos);
  CHECK(status_of("assess report good.yaml -o - >/dev/full 2>err") == 2);
  CHECK(status_of("assess score good.yaml >&- 2>err") == 2);
}

TEST_CASE("a reader that goes away ends the program without a word") {
  const WorkingFolder folder;
  write_common();
  CHECK(status_of("assess explain --all -f json 2>err | head -c 1 >out\n"
                  "exit ${PIPESTATUS[0]}") == 141);
  CHECK(read_bytes("err").empty());
}

TEST_CASE("a reader of a batch that goes away leaves no output that looks complete") {
  const WorkingFolder folder;
  write_common();
  // More than a pipe holds: the program cannot have ended before the reader did.
  for (int i = 0; i < 300; ++i) {
    write_bytes("in/" + std::to_string(i) + ".yaml", read_bytes(common + "good.yaml"));
  }
  const std::string line =
      "assess batch in --bank tiny.yaml -j 2 -o a.csv -o a.xml 2>err | head -1 >out\n"
      "exit ${PIPESTATUS[0]}";
  CHECK(status_of(line) == 141);
  CHECK(read_bytes("out").starts_with("{\"type\":\"begin\""));
  CHECK(read_bytes("err").empty());
  CHECK_FALSE(std::filesystem::exists("a.csv"));
  CHECK_FALSE(std::filesystem::exists("a.xml"));
  CHECK(status_of("assess batch in --bank tiny.yaml -q -o a.csv -o a.xml >out") == 0);
  CHECK(std::filesystem::exists("a.csv"));
  CHECK_FALSE(std::filesystem::exists("a.csv.part"));
}

TEST_CASE("a disk that fills up during a batch leaves what was written, and says so") {
  const WorkingFolder folder;
  write_common();
  for (int i = 0; i < 20; ++i) {
    write_bytes("in/" + std::to_string(i) + ".yaml", read_bytes(common + "good.yaml"));
  }
  CHECK(status_of("trap '' XFSZ; ulimit -f 8\n"
                  "assess batch in --bank tiny.yaml -q -o a.ndjson -o a.csv 2>&1 >/dev/null | "
                  "cat >err; exit ${PIPESTATUS[0]}") == 2);
  CHECK_FALSE(std::filesystem::exists("a.ndjson"));
  CHECK(read_bytes("a.ndjson.part").size() == 8192);
  CHECK(read_bytes("a.csv").starts_with("path,status,"));
  CHECK(read_bytes("err").find("its first 8192 bytes stand in `a.ndjson.part` [io/cannot-write]") !=
        std::string::npos);
}

TEST_CASE("standard input is read to its end and no further than the limit") {
  const WorkingFolder folder;
  write_common();
  CHECK(status_of("cat good.yaml | assess score - --bank tiny.yaml >out") == 0);
  CHECK(status_of("assess score - --bank tiny.yaml </dev/zero >out 2>err") == 2);
  CHECK(read_bytes("err").find("[io/too-large]") != std::string::npos);
  CHECK(status_of("assess score - --bank tiny.yaml <&- >out 2>err") == 2);
  CHECK(status_of("assess score - --bank tiny.yaml <. >out 2>err") == 2);
}

TEST_CASE("a report is written beside the answers and replaces nothing halfway") {
  const WorkingFolder folder;
  write_common();
  CHECK(status_of("assess report good.yaml 2>err") == 0);
  CHECK(read_bytes("good.pdf").starts_with("%PDF-"));
  CHECK(read_bytes("err") == "wrote good.pdf\n");
  write_bytes("kept.pdf", "old");
  CHECK(status_of("ulimit -f 1; assess report good.yaml -o kept.pdf 2>err") != 0);
  CHECK(read_bytes("kept.pdf") == "old");
}

}  // namespace assess::test
