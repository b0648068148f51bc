// Files that are written piece by piece.
#include "support/working_folder.hpp"
#include <assess/io/files.hpp>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <set>
#include <string>

namespace assess::test {
namespace {

std::set<std::string> names() {
  std::set<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(".")) {
    out.insert(entry.path().filename().string());
  }
  return out;
}

// While it lives, no file grows beyond this: the system refuses as a full disk would.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
    struct rlimit small = before_;
    small.rlim_cur = bytes;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  struct rlimit before_ {};
  void (*handler_)(int);
};

TEST_CASE("a sink has its name when it is closed, and `.part` until then") {
  const WorkingFolder folder;
  RealFiles files;
  Diagnostics diagnostics;
  const auto sink = files.open_sink("f", diagnostics);
  REQUIRE(sink);
  CHECK(sink->write("one "));
  CHECK(names() == std::set<std::string>{"f.part"});
  CHECK(sink->write("two"));
  CHECK(sink->close());
  CHECK(names() == std::set<std::string>{"f"});
  CHECK(read_bytes("f") == "one two");
  CHECK(diagnostics.all().empty());
}

TEST_CASE("what a sink wrote stays when it is given up, nothing is not kept") {
  const WorkingFolder folder;
  RealFiles files;
  Diagnostics diagnostics;
  files.open_sink("empty", diagnostics);
  files.open_sink("begun", diagnostics)->write("x");
  CHECK(names() == std::set<std::string>{"begun.part"});
  CHECK(read_bytes("begun.part") == "x");
}

TEST_CASE("a sink on a full disk says what stands where, and how far it goes") {
  const WorkingFolder folder;
  write_bytes("f", "old");
  RealFiles files;
  Diagnostics diagnostics;
  {
    const auto sink = files.open_sink("f", diagnostics);
    REQUIRE(sink);
    const SmallDisk disk(1000);
    CHECK(sink->write(std::string(600, 'a')));
    CHECK_FALSE(sink->write(std::string(600, 'b')));
    CHECK_FALSE(sink->write("c"));
    CHECK_FALSE(sink->close());
  }
  CHECK(read_bytes("f") == "old");
  CHECK(read_bytes("f.part") == std::string(600, 'a') + std::string(400, 'b'));
  REQUIRE(diagnostics.all().size() == 1);
  const Diagnostic& fault = diagnostics.all().front();
  CHECK(fault.rule == "io/cannot-write");
  CHECK(fault.message.en ==
        "cannot write `f`: the file is too large; its first 1000 bytes stand in `f.part`");
  CHECK(fault.message.zh == "无法写入 `f`：文件过大；已写出的前 1000 字节留在 `f.part`");
}

TEST_CASE("a sink that could write nothing leaves nothing") {
  const WorkingFolder folder;
  RealFiles files;
  Diagnostics diagnostics;
  {
    const auto sink = files.open_sink("f", diagnostics);
    const SmallDisk disk(0);
    CHECK_FALSE(sink->write("a"));
  }
  CHECK(names().empty());
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().front().message.en == "cannot write `f`: the file is too large");
}

TEST_CASE("a device is a sink without a part") {
  const WorkingFolder folder;
  RealFiles files;
  Diagnostics diagnostics;
  const auto sink = files.open_sink("/dev/full", diagnostics);
  REQUIRE(sink);
  CHECK_FALSE(sink->write("a"));
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().front().message.en ==
        "cannot write `/dev/full`: no space left on the disk");
}

TEST_CASE("a sink in memory has its name when it is closed") {
  MemoryFiles files;
  Diagnostics diagnostics;
  const auto sink = files.open_sink("f", diagnostics);
  CHECK(sink->write("x"));
  CHECK(files.kind("f") == PathKind::missing);
  CHECK(sink->close());
  CHECK(files.files.at("f") == "x");
}

}  // namespace
}  // namespace assess::test
