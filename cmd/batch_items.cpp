#include "batch_items.hpp"

#include <assess/base/utf8.hpp>
#include <assess/diag/rules.hpp>

#include <algorithm>
#include <utility>

namespace assess::cmd {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_yaml_name(std::string_view path) {
  const std::string name = lower_ascii(path);
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

bool begins_with_brace(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  return first != std::string_view::npos && text[first] == '{';
}

}  // namespace

bool is_ndjson_name(std::string_view path) {
  const std::string name = lower_ascii(path);
  return name.ends_with(".ndjson") || name.ends_with(".jsonl");
}

BatchItems::BatchItems(std::vector<InputFile> files, const render::Shard& shard, Env& env,
                       Diagnostics& diagnostics)
    : env_(env), diagnostics_(diagnostics), files_(std::move(files)) {
  const bool has_records = std::any_of(files_.begin(), files_.end(), [](const InputFile& file) {
    return file.is_stdin || is_ndjson_name(file.path);
  });
  if (!has_records) total_ = files_.size();
  if (shard.count > 1) count_items(shard);
}

// Leaves what stands before the shard behind.
void BatchItems::count_items(const render::Shard& shard) {
  std::size_t count = 0;
  for (const InputFile& file : files_) {
    if (file.is_stdin) {
      can_be_shared_out_ = false;
      diagnostics_.report(
          rules::cli_usage, std::nullopt,
          Text{"标准输入不能用 `--shard` 切分；请先写成文件",
               "standard input cannot be shared out by `--shard`; write it to a file first"});
      return;
    }
    auto lines = is_ndjson_name(file.path) ? open_lines(file) : std::nullopt;
    if (!lines) {
      ++count;
      continue;
    }
    while (const auto line = lines->next())
      if (!is_blank(*line)) ++count;
  }
  const std::size_t begin = count * (shard.index - 1) / shard.count;
  const std::size_t end = count * shard.index / shard.count;
  for (std::size_t i = 0; i < begin; ++i) next_item();
  total_ = left_ = end - begin;
}

bool BatchItems::is_blank(const Line& line) {
  return !line.is_too_long && line.text.find_first_not_of(blanks) == std::string::npos;
}

// nullopt where it cannot be opened: whoever reads it as a whole says why.
std::optional<Lines> BatchItems::open_lines(const InputFile& file) {
  Diagnostics unread;  // the record of it tells that; the run, what happens while it is read
  if (!env_.files.open_feed(file.path, unread)) return std::nullopt;
  auto feed = env_.files.open_feed(file.path, diagnostics_);
  if (!feed) return std::nullopt;  // it has gone meanwhile
  return Lines(std::move(feed), Files::max_bytes);
}

std::optional<InputFile> BatchItems::next() {
  if (left_ && *left_ == 0) return std::nullopt;
  auto item = next_item();
  if (left_ && item) --*left_;
  return item;
}

std::optional<InputFile> BatchItems::next_item() {
  while (true) {
    if (records_) {
      if (auto record = next_record()) return record;
      records_.reset();
      ++at_;
    }
    if (at_ == files_.size()) return std::nullopt;
    const InputFile& file = files_[at_];
    if (file.is_stdin) {
      if (auto whole = open_stdin(file)) {
        ++at_;
        return whole;
      }
      continue;
    }
    if (is_ndjson_name(file.path)) records_ = open_lines(file);
    if (!records_) return files_[at_++];
  }
}

std::optional<InputFile> BatchItems::next_record() {
  while (auto line = records_->next()) {
    if (is_blank(*line)) continue;
    InputFile record = files_[at_];
    record.line = line->number;
    record.is_read = true;
    record.is_too_large = line->is_too_long;
    record.text = std::move(line->text);
    return record;
  }
  return std::nullopt;
}

// The one YAML file that it is; or nothing, and its records follow.
std::optional<InputFile> BatchItems::open_stdin(InputFile file) {
  constexpr std::size_t piece = std::size_t{64} * 1024;
  auto feed = env_.in.feed(diagnostics_);
  const auto read_on = [&] {
    const std::size_t before = file.text.size();
    file.text.resize(before + piece);
    const std::size_t got = feed->read(file.text.data() + before, piece);
    file.text.resize(before + got);
    return got > 0;
  };
  bool is_at_end = false;
  while (!is_at_end && file.text.find_first_not_of(blanks) == std::string::npos) {
    is_at_end = !read_on() || file.text.size() > Files::max_bytes;
  }
  if (is_ndjson_name(file.path) || (!is_yaml_name(file.path) && begins_with_brace(file.text))) {
    records_.emplace(std::move(feed), Files::max_bytes, std::move(file.text));
    return std::nullopt;
  }
  while (file.text.size() <= Files::max_bytes && read_on()) {
  }
  file.is_read = true;
  file.is_too_large = file.text.size() > Files::max_bytes;
  if (file.is_too_large) file.text.clear();
  return file;
}

}  // namespace assess::cmd
