// A small question bank for authors to begin with: it has something of everything, says in
// comments what each key is for, and can be used as it is.
#pragma once

#include <assess/base/language.hpp>

#include <string>
#include <vector>

namespace assess::form {

struct StarterOptions {
  std::string id;
  std::string title;                 // in its language; the other is to be translated
  Language language = Language::en;  // of the comments; the texts are in both
};

struct StarterFile {
  std::string path;  // in the folder of the bank
  std::string text;
};

// In canonical form (bank_format.hpp). The file `bank.yaml`, which makes a bank of the others, is
// the last one.
std::vector<StarterFile> starter_bank(const StarterOptions& options);

}  // namespace assess::form
