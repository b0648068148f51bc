// Makes a cohort of many generated diagnoses and tells what it takes: assess_cohort_check [COUNT].
#include "banks.hpp"
#include "env.hpp"
#include "support/generated.hpp"
#include <assess/bank/check.hpp>
#include <assess/cohort/builder.hpp>
#include <assess/cohort/read.hpp>
#include <assess/render/cohort.hpp>
#include <assess/report/member.hpp>

#include <fmt/format.h>
#include <sys/resource.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

namespace assess::test {
namespace {

using Clock = std::chrono::steady_clock;

double seconds(Clock::duration duration) {
  return std::chrono::duration<double>(duration).count();
}

double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::shared_ptr<const Bank> load_bank() {
  RealFiles files;
  cmd::StringInput in;
  cmd::StringStream out;
  cmd::StringStream err;
  cmd::Env env{.files = files, .in = in, .out = out, .err = err};
  cmd::BankShelf shelf(env);
  return shelf.load(ASSESS_ROOT "/questionbanks/cmmm")->bank;
}

// Like those of a province: each of 40 divisions, four sizes, and a hundredth that says neither.
void give_classes(Answers& answers, std::uint32_t number) {
  constexpr std::array sizes{"大型", "中型", "小型", "微型"};
  answers.enterprise.size.value = sizes.at(number / 7 % 4);
  answers.enterprise.industry.value = fmt::format("C{:02}11", 13 + number / 3 % 31);
  if (number % 100 == 0) answers.enterprise.size.value = answers.enterprise.industry.value = "";
}

int check(std::uint32_t count) {
  const auto bank = load_bank();
  const double before = peak_mib();
  CohortBuilder builder(cohort_bank(*bank));
  Clock::duration adding{};
  for (std::uint32_t i = 0; i < count; ++i) {
    Answers answers = generated_answers(*bank, i);
    give_classes(answers, i);
    const Diagnosis diagnosis = diagnosed(bank, std::move(answers));
    const auto start = Clock::now();
    builder.add(member_of(diagnosis));
    adding += Clock::now() - start;
  }
  auto start = Clock::now();
  const Cohort cohort = builder.take();
  adding += Clock::now() - start;
  const double built = peak_mib();
  start = Clock::now();
  const std::string bytes = render::cohort_json(cohort);
  const auto writing = Clock::now() - start;
  start = Clock::now();
  Diagnostics diagnostics;
  const auto again = read_cohort(bytes, "cohort.json", diagnostics);
  const auto reading = Clock::now() - start;
  start = Clock::now();
  const Cohort twice = merged(cohort, *again);
  const auto merging = Clock::now() - start;
  std::size_t entries = 0;
  for (const Distribution& area : cohort.areas) entries += area.entries().size();
  fmt::print("members {}  distinct totals {}  distinct values of {} areas {}\n", cohort.count(),
             cohort.all.total.entries().size(), cohort.areas.size(), entries);
  fmt::print(
      "member_of and add {:.3f} s ({:.2f} us each)  write {:.3f} s  read {:.3f} s  merge "
      "{:.3f} s\n",
      seconds(adding), seconds(adding) / count * 1e6, seconds(writing), seconds(reading),
      seconds(merging));
  fmt::print("file {:.2f} MB  peak before {:.1f} MiB  built {:.1f} MiB  at the end {:.1f} MiB\n",
             static_cast<double>(bytes.size()) / 1e6, before, built, peak_mib());
  return again == cohort && twice.count() == 2 * cohort.count() ? 0 : 1;
}

}  // namespace
}  // namespace assess::test

int main(int argument_count, char** arguments) {
  const long count = argument_count > 1 ? std::atol(arguments[1]) : 100'000;
  return assess::test::check(static_cast<std::uint32_t>(count));
}
