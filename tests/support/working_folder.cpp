#include "working_folder.hpp"

#include <system_error>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace assess::test {

namespace fs = std::filesystem;

WorkingFolder::WorkingFolder() : before_(fs::current_path()) {
  std::string name = (fs::temp_directory_path() / "assess-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
  path_ = name;
  fs::current_path(path_);
}

WorkingFolder::~WorkingFolder() {
  std::error_code ignored;  // what cannot be removed is left to the system
  fs::current_path(before_, ignored);
  fs::remove_all(path_, ignored);
}

std::string read_bytes(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  // An empty file sets the fail bit of `bytes`, a missing one that of `stream`.
  if (!stream.is_open()) throw std::runtime_error("cannot read " + path.string());
  return bytes.str();
}

void write_bytes(const fs::path& path, std::string_view bytes) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream stream(path, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (!stream) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace assess::test
