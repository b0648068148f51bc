// What `--watch` watches, and which changes start a run: with a watcher that a test tells what to
// say.
#include "cli.hpp"
#include "support/working_folder.hpp"
#include <assess/io/watcher.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace assess::cmd {
namespace {

const std::string tiny = test::read_bytes(ASSESS_ROOT "/tests/golden/common/tiny.yaml");
const std::string good = test::read_bytes(ASSESS_ROOT "/tests/golden/common/good.yaml");

class ToldWatcher : public Watcher {
 public:
  bool watch(const std::set<std::string>& folders, Diagnostics&) override {
    watched = folders;
    return true;
  }
  std::optional<std::vector<Change>> wait() override {
    if (at_ == changes.size()) return std::nullopt;
    before_wait();
    return std::vector<Change>{changes[at_++]};
  }

  std::set<std::string> watched;
  std::vector<Change> changes;
  std::function<void()> before_wait = [] {};

 private:
  std::size_t at_ = 0;
};

struct World {
  MemoryFiles files;
  StringInput in;
  StringStream out;
  StringStream err;
  ToldWatcher watcher;
  Env env{.files = files, .in = in, .out = out, .err = err};

  World() {
    files.files = {{"tiny.yaml", tiny},
                   {"in/good.yaml", good},
                   {"in/deep/good.yaml", good},
                   {"in/.git/x.yaml", "a: 1"},
                   {"other/a.yaml", good}};
    env.watcher = &watcher;
    env.time_of_day = [] { return std::string("14:03:21"); };
  }

  ExitCode run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"validate", "--watch"});
    return cmd::run(arguments, env);
  }

  // Whether this one change starts a run.
  bool runs_for(const std::vector<std::string>& arguments, const Change& change) {
    watcher.changes.push_back(change);
    err.text.clear();
    run(arguments);
    return err.text.find(" changed\n") != std::string::npos;
  }
};

std::string joined(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += name + " ";
  return out;
}

TEST_CASE("the folders of the inputs and of their banks are watched, but not hidden ones") {
  const auto watched = [](const std::vector<std::string>& arguments) {
    World world;
    world.run(arguments);
    return joined(world.watcher.watched);
  };
  CHECK(watched({"in", "--bank", "tiny.yaml"}) == ". in in/deep ");
  CHECK(watched({"in/"}) == ". in in/deep ");
  CHECK(watched({"other/a.yaml", "--bank", "tiny.yaml"}) == ". other ");
  CHECK(watched({"in/*.yaml", "--bank", "tiny.yaml"}) == ". in in/deep ");
  CHECK(watched({"gone/far/a.yaml"}) == ". ");
  CHECK(watched({"other/gone/a.yaml"}) == "other ");
  World world;
  world.files.files["far/bank/bank.yaml"] = tiny;
  world.files.files["far/bank/questions/1.yaml"] = "[]\n";
  world.run({"other/a.yaml", "--bank", "far/bank"});
  CHECK(joined(world.watcher.watched) == "far far/bank far/bank/questions other ");
}

TEST_CASE("only what may mean something to the inputs starts a run") {
  const auto starts = [](const std::vector<std::string>& arguments, const Change& change) {
    return World().runs_for(arguments, change);
  };
  const std::vector<std::string> folder{"in", "--bank", "tiny.yaml", "-o", "json:in/out.yaml"};
  CHECK(starts(folder, {"in/new.yaml"}));
  CHECK(starts(folder, {"in/deep/new.yml"}));
  CHECK(starts(folder, {"in/more", true}));
  CHECK(starts(folder, {"in", true}));
  CHECK(starts(folder, {"tiny.yaml"}));
  CHECK(starts(folder, {}));
  CHECK_FALSE(starts(folder, {"in/out.yaml"}));
  CHECK_FALSE(starts(folder, {"in/new.txt"}));
  CHECK_FALSE(starts(folder, {"in/.new.yaml"}));
  CHECK_FALSE(starts(folder, {"in/new.yaml~"}));
  CHECK_FALSE(starts(folder, {"in/.git", true}));
  CHECK_FALSE(starts(folder, {"other.yaml"}));
  CHECK_FALSE(starts(folder, {"inn", true}));
  const std::vector<std::string> file{"./other/a.yaml", "--bank", "tiny.yaml"};
  CHECK(starts(file, {"./other/a.yaml"}));
  CHECK_FALSE(starts(file, {"./other/b.yaml"}));
  CHECK(starts({"gone/far/a.yaml"}, {"gone", true}));
  CHECK_FALSE(starts({"gone/far/a.yaml"}, {"gon", true}));
}

TEST_CASE("each run reads everything again and says what changed") {
  World world;
  world.watcher.changes = {{"in/good.yaml"}, {"in/deep", true}};
  int round = 0;
  world.watcher.before_wait = [&] {
    if (round++ == 0) world.files.files["in/good.yaml"] = good + "one: 1\n";
    if (round == 2) world.files.files.erase("in/deep/good.yaml");
  };
  CHECK(world.run({"in", "--bank", "tiny.yaml", "-f", "oneline"}) == ExitCode::no);
  CHECK(world.err.text ==
        "assess: watching for changes; Ctrl-C ends\n"
        "assess: 14:03:21 in/good.yaml changed\n"
        "assess: 14:03:21 in/deep changed\n");
  CHECK(std::count(world.out.text.begin(), world.out.text.end(), '\n') == 2);
  CHECK(world.out.text.find('\x1b') == std::string::npos);
}

TEST_CASE("a terminal is cleared before each run, and -q says nothing of it") {
  World world;
  world.env.out_is_terminal = true;
  world.watcher.changes = {{"in/good.yaml"}};
  CHECK(world.run({"in", "--bank", "tiny.yaml", "-q"}) == ExitCode::yes);
  CHECK(world.out.text == "\x1b[H\x1b[2J\x1b[3J\x1b[H\x1b[2J\x1b[3J");
  CHECK(world.err.text.empty());
}

TEST_CASE("in Chinese the changes are told in Chinese") {
  World world;
  world.watcher.changes = {{"in/good.yaml"}};
  world.run({"in", "--bank", "tiny.yaml", "--lang", "zh"});
  CHECK(world.err.text ==
        "assess: 正在监视改动，按 Ctrl-C 结束\n"
        "assess: 14:03:21 in/good.yaml 有改动\n");
}

TEST_CASE("standard input cannot be watched") {
  for (const auto& arguments :
       {std::vector<std::string>{"-"}, std::vector<std::string>{"--files-from", "-"}}) {
    World world;
    CHECK(world.run(arguments) == ExitCode::cannot);
    CHECK(world.err.text.find("[cli/usage]") != std::string::npos);
    CHECK(world.out.text.empty());
  }
}

}  // namespace
}  // namespace assess::cmd
