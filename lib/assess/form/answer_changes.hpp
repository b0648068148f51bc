// What is to be changed in an answer file so that it fits another version of its bank.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace assess::form {

struct Changes {
  // What goes: it stays in the file as a comment, behind a remark of one line that says why.
  struct Removal {
    std::string id;
    std::string remark;
  };

  std::string bank;                                          // the new value of `bank`; or empty
  std::vector<std::pair<std::string, std::string>> renamed;  // questions, from one id to the other
  std::vector<Removal> cleared;                              // questions, of which the option goes
  std::vector<Removal> answers;                              // questions that go
  std::vector<Removal> tailored;                             // areas
  std::vector<Removal> indicators;
  std::string variant;  // the remark when the variant goes; or empty
  bool reopen = false;  // seals and the end go, without a comment
};

}  // namespace assess::form
