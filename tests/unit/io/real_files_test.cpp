#include <assess/io/error_words.hpp>
#include <assess/io/files.hpp>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace assess {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "assess-io-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::string path() const { return path_.string(); }

  std::vector<std::string> names() const {
    Diagnostics diagnostics;
    std::vector<std::string> names;
    for (const FolderEntry& entry : RealFiles().list(path_.string(), diagnostics)) {
      names.push_back(entry.name);
    }
    return names;
  }

 private:
  fs::path path_;
};

void put(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string content(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

mode_t permissions(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

// The rule of the only report, which must be about the path and, where the system refused, say why.
std::string only_rule(const Diagnostics& diagnostics, const std::string& path, int error = 0) {
  if (diagnostics.all().size() != 1) return std::to_string(diagnostics.all().size()) + " reports";
  const Diagnostic& only = diagnostics.all().front();
  CHECK(only.severity == Severity::error);
  for (const Language language : {Language::zh, Language::en}) {
    const std::string& message = only.message.in(language);
    CAPTURE(message);
    CHECK(message.find("`" + path + "`") != std::string::npos);
    if (error == 0) continue;
    CHECK(message.find(error_words(error).in(language)) != std::string::npos);
  }
  return std::string(only.rule);
}

std::string read_fault(const std::string& path, int error = 0,
                       std::size_t max_size = Files::max_bytes) {
  Diagnostics diagnostics;
  CHECK(RealFiles().read(path, diagnostics, max_size) == std::nullopt);
  return only_rule(diagnostics, path, error);
}

std::string write_fault(const std::string& path, int error) {
  Diagnostics diagnostics;
  CHECK_FALSE(RealFiles().write(path, "new", diagnostics));
  return only_rule(diagnostics, path, error);
}

bool write(const std::string& path, const std::string& bytes) {
  Diagnostics diagnostics;
  const bool is_written = RealFiles().write(path, bytes, diagnostics);
  CHECK(diagnostics.all().empty());
  return is_written;
}

TEST_CASE("a file is read byte for byte") {
  const Folder folder;
  for (const std::string& bytes :
       {std::string(), std::string("a\r\nb\0c\xFF", 7), std::string(100'000, 'x')}) {
    put(folder / "f", bytes);
    Diagnostics diagnostics;
    CHECK(RealFiles().read(folder / "f", diagnostics) == bytes);
    CHECK(diagnostics.all().empty());
  }
}

TEST_CASE("a file of exactly the limit is read, one byte more is too large") {
  const Folder folder;
  put(folder / "f", std::string(1000, 'x'));
  Diagnostics diagnostics;
  CHECK(RealFiles().read(folder / "f", diagnostics, 1000)->size() == 1000);
  CHECK(read_fault(folder / "f", 0, 999) == "io/too-large");
}

TEST_CASE("a file whose size the system does not tell is read all the same") {
  Diagnostics diagnostics;
  const auto bytes = RealFiles().read("/proc/self/status", diagnostics);
  REQUIRE(bytes.has_value());
  CHECK(bytes->starts_with("Name:"));
  CHECK(bytes->ends_with("\n"));
}

TEST_CASE("what is not a regular file is refused, and a pipe does not make us wait") {
  const Folder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(read_fault(folder / "pipe") == "io/not-a-file");
  CHECK(read_fault(folder.path()) == "io/not-a-file");
  CHECK(read_fault("/dev/null") == "io/not-a-file");
}

TEST_CASE("why a file cannot be read is said in words") {
  const Folder folder;
  CHECK(read_fault(folder / "none", ENOENT) == "io/cannot-read");
  put(folder / "f", "");
  CHECK(read_fault(folder / "f/below", ENOTDIR) == "io/cannot-read");
  fs::create_symlink("circle", folder / "circle");
  CHECK(read_fault(folder / "circle", ELOOP) == "io/cannot-read");
  CHECK(read_fault(folder / std::string(300, 'n'), ENAMETOOLONG) == "io/cannot-read");
}

TEST_CASE("a new file is written whole and nothing else is left") {
  const Folder folder;
  CHECK(write(folder / "f", "bytes\n"));
  CHECK(content(folder / "f") == "bytes\n");
  CHECK(write(folder / "f", ""));
  CHECK(content(folder / "f").empty());
  CHECK(folder.names() == std::vector<std::string>{"f"});
}

TEST_CASE("a file that is replaced keeps its permissions, whatever the mask") {
  const Folder folder;
  const mode_t mask = ::umask(0077);
  for (const mode_t mode : {0600U, 0644U, 0666U, 0755U, 0440U}) {
    CAPTURE(mode);
    put(folder / "f", "old");
    REQUIRE(::chmod((folder / "f").c_str(), mode) == 0);
    CHECK(write(folder / "f", "new"));
    CHECK(permissions(folder / "f") == mode);
    CHECK(content(folder / "f") == "new");
    fs::remove(folder / "f");
  }
  CHECK(write(folder / "f", "new"));
  CHECK(permissions(folder / "f") == 0600);
  ::umask(mask);
}

TEST_CASE("a link stays a link, and what it leads to is replaced") {
  const Folder folder;
  fs::create_directory(folder / "far");
  put(folder / "far/target", "old");
  fs::create_symlink("far/target", folder / "link");
  CHECK(write(folder / "link", "new"));
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(content(folder / "far/target") == "new");
  CHECK(folder.names() == std::vector<std::string>{"far", "link"});
  CHECK(std::distance(fs::directory_iterator(folder / "far"), fs::directory_iterator()) == 1);
}

TEST_CASE("a file with the temporary name of another run is not touched") {
  const Folder folder;
  const std::string stranger = "f.tmp" + std::to_string(::getpid());
  put(folder / stranger, "of somebody else");
  CHECK(write(folder / "f", "new"));
  CHECK(content(folder / "f") == "new");
  CHECK(content(folder / stranger) == "of somebody else");
  CHECK(folder.names() == std::vector<std::string>{"f", stranger});
}

TEST_CASE("a file that cannot be written is reported and nothing is left behind") {
  const Folder folder;
  CHECK(write_fault(folder / "none/f", ENOENT) == "io/cannot-write");
  fs::create_directory(folder / "d");
  CHECK(write_fault(folder / "d", EISDIR) == "io/cannot-write");
  put(folder / "f", "old");
  CHECK(write_fault(folder / "f/below", ENOTDIR) == "io/cannot-write");
  CHECK(folder.names() == std::vector<std::string>{"d", "f"});
  CHECK(content(folder / "f") == "old");
}

TEST_CASE("a disk that fills up in the middle leaves the old file whole") {
  const Folder folder;
  put(folder / "f", "old");
  // The system refuses to let a file grow beyond the limit, as a full disk would.
  struct rlimit before {};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  struct rlimit small = before;
  small.rlim_cur = 1000;
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  Diagnostics diagnostics;
  const bool is_written = RealFiles().write(folder / "f", std::string(5000, 'n'), diagnostics);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  CHECK_FALSE(is_written);
  CHECK(only_rule(diagnostics, folder / "f", EFBIG) == "io/cannot-write");
  CHECK(content(folder / "f") == "old");
  CHECK(folder.names() == std::vector<std::string>{"f"});
}

TEST_CASE("a device is written as it is, and a full one is reported") {
  CHECK(write("/dev/null", "gone"));
  CHECK(write_fault("/dev/full", ENOSPC) == "io/cannot-write");
  struct stat status {};
  REQUIRE(::stat("/dev/full", &status) == 0);
  CHECK(S_ISCHR(status.st_mode));
}

TEST_CASE("the kind of a path follows links") {
  const Folder folder;
  put(folder / "f", "");
  fs::create_directory(folder / "d");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  fs::create_symlink("f", folder / "to-file");
  fs::create_symlink("d", folder / "to-folder");
  fs::create_symlink("nowhere", folder / "dangling");
  RealFiles files;
  CHECK(files.kind(folder / "f") == PathKind::file);
  CHECK(files.kind(folder / "to-file") == PathKind::file);
  CHECK(files.kind(folder / "d") == PathKind::directory);
  CHECK(files.kind(folder / "to-folder") == PathKind::directory);
  CHECK(files.kind(folder / "pipe") == PathKind::other);
  CHECK(files.kind("/dev/null") == PathKind::other);
  CHECK(files.kind(folder / "dangling") == PathKind::missing);
  CHECK(files.kind(folder / "none") == PathKind::missing);
  CHECK(files.is_link(folder / "to-file"));
  CHECK(files.is_link(folder / "dangling"));
  CHECK_FALSE(files.is_link(folder / "f"));
  CHECK_FALSE(files.is_link(folder / "none"));
  Diagnostics diagnostics;
  CHECK(files.list(folder.path(), diagnostics) ==
        std::vector<FolderEntry>{{"d", PathKind::directory, false},
                                 {"dangling", PathKind::missing, true},
                                 {"f", PathKind::file, false},
                                 {"pipe", PathKind::other, false},
                                 {"to-file", PathKind::file, true},
                                 {"to-folder", PathKind::directory, true}});
}

TEST_CASE("two paths to one file have the same identity") {
  const Folder folder;
  put(folder / "f", "");
  fs::create_directory(folder / "d");
  fs::create_symlink("f", folder / "link");
  RealFiles files;
  CHECK(files.identity(folder / "f") == files.identity(folder / "d/../f"));
  CHECK(files.identity(folder / "f") == files.identity(folder / "link"));
  CHECK(files.identity(folder / "f") != files.identity(folder / "d"));
  CHECK(files.identity("no/such/file") == "no/such/file");
}

TEST_CASE("names in a folder come in the order of their bytes") {
  const Folder folder;
  for (const char* name : {"b", "a10", "a2", "B", ".hidden", "智", "é", "a b"}) {
    put(folder / name, "");
  }
  fs::create_directory(folder / "dir");
  CHECK(folder.names() ==
        std::vector<std::string>{".hidden", "B", "a b", "a10", "a2", "b", "dir", "é", "智"});
}

TEST_CASE("a folder that cannot be listed is reported") {
  const Folder folder;
  Diagnostics diagnostics;
  CHECK(RealFiles().list(folder / "none", diagnostics).empty());
  CHECK(only_rule(diagnostics, folder / "none", ENOENT) == "io/cannot-read");
}

TEST_CASE("the words for a refusal exist in both languages, also for an unknown number") {
  for (int number = 1; number < 140; ++number) {
    CAPTURE(number);
    const Text words = error_words(number);
    CHECK_FALSE(words.zh.empty());
    CHECK_FALSE(words.en.empty());
    CHECK(words.zh != words.en);
  }
  CHECK(error_words(ENOSPC).en == "no space left on the disk");
  CHECK(error_words(133).en.find("133") != std::string::npos);
}

}  // namespace
}  // namespace assess
