#include <assess/report/run.hpp>

#include <algorithm>

namespace assess {

ExitCode worst(ExitCode a, ExitCode b) {
  return std::max(a, b);
}

std::string_view status_name(ExitCode code) {
  switch (code) {
    case ExitCode::yes:
      return "ok";
    case ExitCode::no:
      return "fail";
    case ExitCode::cannot:
    case ExitCode::bug:
      return "error";
  }
  return {};
}

std::string_view outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::scored:
      return "scored";
    case Outcome::failed:
      return "failed";
    case Outcome::unreadable:
      return "unreadable";
    case Outcome::clean:
      return "clean";
    case Outcome::faulty:
      return "faulty";
  }
  return {};
}

}  // namespace assess
