// The text of an answer file, changed in place: comments, order, and whatever we do not know stay
// as they are. Each change is made in the text where its value stands, and then read back: unless
// the file then says exactly what it said before and the change, nothing is changed.
#pragma once

#include <assess/answers/answers.hpp>
#include <assess/bank/bank.hpp>
#include <assess/diag/diagnostic.hpp>
#include <assess/diag/source.hpp>
#include <assess/form/answer_changes.hpp>
#include <assess/yaml/node.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assess::form {

class AnswerFile {
 public:
  // Reads the text. nullopt after a report when it is no answer file; faults of single values are
  // reported and do not hinder.
  static std::optional<AnswerFile> read(std::string path, std::string text,
                                        Diagnostics& diagnostics);

  const std::string& text() const { return text_; }
  const Answers& answers() const { return answers_; }
  const SourceMap& sources() const { return *sources_; }

  // Each returns false, with nothing changed, when the text cannot be changed in this way.

  // Answers a question, or changes its answer, note and evidence. A question that does not stand in
  // the file yet is put behind the one that the bank has before it.
  bool set_answer(const Bank& bank, const Answer& answer);

  // Gives an indicator its name, value and formula.
  bool set_indicator(const IndicatorValue& value);

  // Puts lines behind the last entry of `answers` or of `indicators`: comments and keys without a
  // value, indented by two blanks. Keys that stand in the file already are not to be among them.
  bool append(std::string_view key, std::string_view lines);

  bool add_seal(const Seal& seal);
  bool set_finish(const Finish& finish);

  // Makes all of the changes or none.
  bool change(const Changes& changes);

 private:
  // A piece of the text that is replaced; empty for an insertion.
  struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
  };
  struct Pair {
    yaml::Node key;
    yaml::Node value;
  };

  AnswerFile() = default;
  bool parse(std::string text, Diagnostics& diagnostics);
  bool apply(std::vector<Edit> edits, const Answers& expected);

  static std::optional<Pair> find(const yaml::Node& mapping, std::string_view key);
  bool is_flow(const yaml::Node& node) const;
  std::size_t line_end(std::size_t at) const;
  std::size_t column(std::size_t at) const;
  std::size_t end_of(const Pair& pair) const;
  Edit replace_value(const Pair& pair, const std::string& value) const;
  Edit insert_behind(const yaml::Node& mapping, const std::optional<Pair>& before,
                     const std::string& key, const std::string& value) const;
  Edit put(const yaml::Node& mapping, const std::string& key, const std::string& value) const;
  std::optional<Edit> put_answer(const Bank& bank, const yaml::Node& answers, const Answer& answer,
                                 const std::string& value) const;
  void rename(const Changes& changes, std::vector<Edit>& edits, Answers& expected) const;
  bool clear(const Changes& changes, std::vector<Edit>& edits, Answers& expected) const;
  bool remove(const std::string& section, const std::vector<Changes::Removal>& removals,
              std::vector<Edit>& edits) const;
  bool remove_from_flow(const Pair& section, const std::vector<Changes::Removal>& removals,
                        std::vector<Edit>& edits) const;
  bool remove_from_block(const Pair& section, const std::vector<Changes::Removal>& removals,
                         std::vector<Edit>& edits) const;
  bool remove_variant(const std::string& remark, std::vector<Edit>& edits) const;
  void reopen(std::vector<Edit>& edits, Answers& expected) const;
  std::size_t line_begin(std::size_t at) const { return at - column(at); }
  bool comment_out(std::size_t begin, std::size_t end, const std::string& remark,
                   std::vector<Edit>& edits) const;
  void change_fields(const yaml::Node& mapping, const Answer& before, const Answer& after,
                     std::vector<Edit>& edits) const;

  std::string path_;
  std::string text_;
  std::string newline_ = "\n";
  std::unique_ptr<SourceMap> sources_;
  std::unique_ptr<yaml::Tree> tree_;
  Answers answers_;
};

}  // namespace assess::form
