#include "progress.hpp"

#include <assess/io/files.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace assess::cmd {
namespace {

using std::chrono::milliseconds;

std::string en(std::size_t done, std::optional<std::size_t> total, double rate) {
  return progress_text(done, total, rate, Language::en);
}

std::string zh(std::size_t done, std::optional<std::size_t> total, double rate) {
  return progress_text(done, total, rate, Language::zh);
}

TEST_CASE("the line tells what is done, how fast, and what is left") {
  CHECK(en(1200, 4000, 1400) == "done 1200/4000, about 1400/s, about 2 s left");
  CHECK(zh(1200, 4000, 1400) == "已处理 1200/4000，约 1400 个/秒，剩余约 2 秒");
  CHECK(en(4000, 4000, 7342) == "done 4000/4000, about 7300/s");
  CHECK(en(5000, 4000, 7342) == "done 5000/4000, about 7300/s");
}

TEST_CASE("without a total only what is done and how fast are told") {
  CHECK(en(1200, std::nullopt, 7342) == "done 1200, about 7300/s");
  CHECK(zh(1200, std::nullopt, 7342) == "已处理 1200，约 7300 个/秒");
  CHECK(zh(3, std::nullopt, 0) == "已处理 3");
}

TEST_CASE("without a rate nothing is promised") {
  CHECK(en(0, 4000, 0) == "done 0/4000");
  CHECK(en(1, 4000, 0.001) == "done 1/4000");
  CHECK(en(1, 1'000'000'000, 1) == "done 1/1000000000, about 1.0/s");
}

TEST_CASE("a rate has two digits") {
  const auto rate = [](double value) {
    const std::string text = en(1, std::nullopt, value);
    return text.substr(std::string("done 1, about ").size());
  };
  CHECK(rate(123456) == "120000/s");
  CHECK(rate(996) == "1000/s");
  CHECK(rate(99.6) == "100/s");
  CHECK(rate(73.4) == "73/s");
  CHECK(rate(9.96) == "10/s");
  CHECK(rate(7.34) == "7.3/s");
  CHECK(rate(0.996) == "1.0/s");
  CHECK(rate(0.734) == "0.73/s");
  CHECK(rate(0.05) == "0.05/s");
}

TEST_CASE("time left is never told as less than it is") {
  const auto left = [](std::size_t files) {
    const std::string text = en(0, files, 1);
    const std::string head = "done 0/" + std::to_string(files) + ", about 1.0/s, about ";
    return text.substr(head.size());
  };
  CHECK(left(1) == "1 s left");
  CHECK(left(59) == "59 s left");
  CHECK(left(60) == "1 min 0 s left");
  CHECK(left(3599) == "59 min 59 s left");
  CHECK(left(3600) == "1 h 0 min left");
  CHECK(left(359'999) == "99 h 59 min left");
  CHECK(zh(0, 3661, 1).ends_with("剩余约 1 小时 1 分"));
  CHECK(zh(0, 200, 1).ends_with("剩余约 3 分 20 秒"));
  CHECK(en(0, 3, 2).ends_with("about 2 s left"));
}

TEST_CASE("the first text comes after half a second, the next a tenth later") {
  ProgressMeter meter(100, Language::en);
  CHECK_FALSE(meter.step(milliseconds(0)));
  CHECK_FALSE(meter.step(milliseconds(499)));
  CHECK(meter.step(milliseconds(500)) == "done 3/100, about 6.0/s, about 17 s left");
  CHECK_FALSE(meter.step(milliseconds(500)));
  CHECK_FALSE(meter.step(milliseconds(599)));
  CHECK(meter.step(milliseconds(600)).has_value());
}

// The rate that is told after `count` more steps, `each` apart.
double rate_after(ProgressMeter& meter, int count, milliseconds each, milliseconds& now) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    now += each;
    if (const auto said = meter.step(now)) text = *said;
  }
  const std::string about = "about ";
  return std::stod(text.substr(text.find(about) + about.size()));
}

TEST_CASE("the rate follows the last seconds, and not one slow file") {
  ProgressMeter meter(std::nullopt, Language::en);
  milliseconds now{0};
  CHECK(rate_after(meter, 1000, milliseconds(10), now) == 100);
  const double after_a_pause = rate_after(meter, 1, milliseconds(1000), now);
  CHECK(after_a_pause < 100);
  CHECK(after_a_pause > 70);
  CHECK(rate_after(meter, 30, milliseconds(1000), now) < 1.5);
  CHECK(rate_after(meter, 3000, milliseconds(10), now) > 98);
}

TEST_CASE("any moment gives a text, also the same one again") {
  for (const int at : {500, 501, 1'000'000'000}) {
    ProgressMeter meter(10, Language::zh);
    for (int i = 0; i < 20; ++i) meter.step(milliseconds(at));
    CHECK(meter.step(milliseconds(at) + milliseconds(100))->starts_with("已处理 21/10"));
  }
}

// What a run of four steps, half a second apart, shows.
struct Shown {
  MemoryFiles files;
  StringInput in;
  StringStream out;
  StringStream err;
  Env env{.files = files,
          .in = in,
          .out = out,
          .err = err,
          .variables = {{"TERM", "xterm"}},
          .err_is_terminal = true};
  CommonOptions common;
  std::optional<std::size_t> total = 4;

  std::string run() {
    milliseconds now{0};
    Progress progress(total, common, env, [&] { return now; });
    for (int i = 0; i < 4; ++i) {
      now += milliseconds(500);
      progress.step();
    }
    return err.text;
  }
};

TEST_CASE("the line replaces itself and is gone at the end") {
  Shown shown;
  CHECK(shown.run() ==
        "\r\x1b[Kdone 1/4, about 2.0/s, about 2 s left"
        "\r\x1b[Kdone 2/4, about 2.0/s, about 1 s left"
        "\r\x1b[Kdone 3/4, about 2.0/s, about 1 s left"
        "\r\x1b[Kdone 4/4, about 2.0/s");
  CHECK(shown.err.text.ends_with("about 2.0/s\r\x1b[K"));
  CHECK(shown.out.text.empty());
}

TEST_CASE("there is no line where nobody waits for one") {
  const auto is_silent = [](const std::function<void(Shown&)>& change) {
    Shown shown;
    change(shown);
    shown.run();
    return shown.err.text.empty();
  };
  CHECK_FALSE(is_silent([](Shown&) {}));
  CHECK(is_silent([](Shown& shown) { shown.env.err_is_terminal = false; }));
  CHECK(is_silent([](Shown& shown) { shown.env.variables["CI"] = "true"; }));
  CHECK(is_silent([](Shown& shown) { shown.env.variables["TERM"] = "dumb"; }));
  CHECK(is_silent([](Shown& shown) { shown.env.variables.clear(); }));
  CHECK(is_silent([](Shown& shown) { shown.common.quiet = 1; }));
  CHECK(is_silent([](Shown& shown) { shown.total = 1; }));
  CHECK_FALSE(is_silent([](Shown& shown) { shown.total.reset(); }));
}

TEST_CASE("the line makes room once, and comes back") {
  Shown shown;
  milliseconds now{500};
  {
    Progress progress(4, shown.common, shown.env, [&] { return now; });
    progress.clear();
    CHECK(shown.err.text.empty());
    progress.step();
    shown.err.text.clear();
    progress.clear();
    CHECK(shown.err.text == "\r\x1b[K");
    progress.clear();
    CHECK(shown.err.text == "\r\x1b[K");
    now += milliseconds(100);
    progress.step();
    CHECK(shown.err.text.find("done 2/4") != std::string::npos);
  }
  CHECK(shown.err.text.ends_with("\r\x1b[K"));
}

}  // namespace
}  // namespace assess::cmd
