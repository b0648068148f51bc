#include <assess/history/last_valid.hpp>

#include <algorithm>
#include <cassert>
#include <numeric>
#include <string_view>
#include <tuple>

namespace assess {
namespace {

constexpr std::string_view no_day_is_later = "9999-12-31";

template <std::size_t length>
std::array<char, length> fixed(std::string_view text) {
  assert(text.size() == length);
  std::array<char, length> out{};
  std::copy_n(text.begin(), std::min(length, text.size()), out.begin());
  return out;
}

template <std::size_t length>
std::string_view view(const std::array<char, length>& text) {
  return {text.data(), length};
}

PastMark mark_of(const Attempt& attempt) {
  return {view(attempt.date), view(attempt.fingerprint)};
}

auto key_of(const Attempt& attempt) {
  return std::tie(attempt.has_code, attempt.enterprise);
}

// Enterprise by enterprise, each in the order in which it is judged.
std::vector<std::size_t> sorted_places(const std::deque<Attempt>& attempts) {
  std::vector<std::size_t> places(attempts.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    const Attempt& left = attempts[a];
    const Attempt& right = attempts[b];
    if (key_of(left) != key_of(right)) return key_of(left) < key_of(right);
    if (left.date != right.date) return is_before(mark_of(left), mark_of(right));
    return a < b;
  });
  return places;
}

}  // namespace

std::optional<Attempt> attempt_of(const PastDiagnosis& diagnosis) {
  if (!diagnosis.seals_hold || diagnosis.date.empty()) return std::nullopt;
  auto [code, name] = enterprise_key(diagnosis.uscc, diagnosis.enterprise);
  const bool has_code = !code.empty();
  return Attempt{.enterprise = has_code ? std::move(code) : std::move(name),
                 .has_code = has_code,
                 .date = fixed<10>(diagnosis.date),
                 .fingerprint = fixed<64>(diagnosis.fingerprint)};
}

std::vector<std::size_t> last_valid(const std::deque<Attempt>& attempts) {
  const std::vector<std::size_t> places = sorted_places(attempts);
  std::vector<std::size_t> out;
  for (auto begin = places.begin(); begin != places.end();) {
    const auto end = std::find_if(begin, places.end(), [&](std::size_t place) {
      return key_of(attempts[place]) != key_of(attempts[*begin]);
    });
    Judge judge(no_day_is_later);
    std::optional<std::size_t> counts;
    for (; begin != end; ++begin) {
      const PastState state = judge.state_of(mark_of(attempts[*begin]));
      if (state == PastState::valid) counts = *begin;
    }
    if (counts) out.push_back(*counts);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace assess
