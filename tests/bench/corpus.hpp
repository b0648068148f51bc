// The files that batches are measured with, written into a temporary folder. The same seed gives
// the same bytes.
#pragma once

#include <assess/bank/bank.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace assess::bench {

// Removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;  // owns what is on the disk
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The same answers twice: as files in a folder, and as records of one NDJSON file.
struct Corpus {
  std::string folder;
  std::vector<std::string> paths;
  std::string records;
  std::size_t yaml_bytes = 0;
  std::size_t json_bytes = 0;
};

// `count` answer files below `place`, with all questions of the levels up to `levels` answered.
Corpus write_corpus(const Bank& bank, const std::filesystem::path& place, std::size_t count,
                    int levels);

// A folder of `count` names for the files of the corpus, which are hard links.
std::string link_files(const Corpus& corpus, const std::filesystem::path& folder,
                       std::size_t count);

// An NDJSON file of `count` records, those of the corpus over and over.
std::string repeat_records(const Corpus& corpus, const std::filesystem::path& path,
                           std::size_t count);

}  // namespace assess::bench
