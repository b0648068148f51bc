#include "corpus.hpp"

#include "support/answer_text.hpp"
#include "support/generated.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace assess::bench {
namespace {

void write_file(const std::filesystem::path& path, std::string_view text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "assess-bench-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // what is left behind is in a folder for such things
  std::filesystem::remove_all(path_, ignored);
}

Corpus write_corpus(const Bank& bank, const std::filesystem::path& place, std::size_t count,
                    int levels) {
  Corpus corpus{.folder = (place / "files").string(),
                .records = (place / "records.ndjson").string()};
  std::filesystem::create_directories(corpus.folder);
  std::ofstream records(corpus.records, std::ios::binary);
  for (std::size_t i = 0; i < count; ++i) {
    const Answers answers = test::careful_answers(bank, static_cast<std::uint32_t>(i), levels);
    const std::string yaml = test::as_yaml(answers);
    corpus.paths.push_back(fmt::format("{}/{:06}.yaml", corpus.folder, i));
    write_file(corpus.paths.back(), yaml);
    corpus.yaml_bytes += yaml.size();
    const std::string record = test::as_json(answers) + "\n";
    records << record;
    corpus.json_bytes += record.size();
  }
  records.close();
  if (!records) throw std::runtime_error("cannot write " + corpus.records);
  return corpus;
}

std::string link_files(const Corpus& corpus, const std::filesystem::path& folder,
                       std::size_t count) {
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < count; ++i) {
    std::filesystem::create_hard_link(corpus.paths[i % corpus.paths.size()],
                                      folder / fmt::format("{:07}.yaml", i));
  }
  return folder.string();
}

std::string repeat_records(const Corpus& corpus, const std::filesystem::path& path,
                           std::size_t count) {
  std::ofstream out(path, std::ios::binary);
  for (std::size_t written = 0; written < count;) {
    std::ifstream in(corpus.records, std::ios::binary);
    for (std::string line; written < count && std::getline(in, line); ++written) {
      out << line << '\n';
    }
  }
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path.string());
  return path.string();
}

}  // namespace assess::bench
