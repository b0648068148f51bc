// What help says of the commands for authors of question banks.
#pragma once

#include <assess/base/language.hpp>

namespace assess::cmd::words {

inline constexpr Words schema{"输出文件格式的 JSON Schema，供编辑器和其他程序使用",
                              "write the JSON Schema of a format, for editors and other programs"};
inline constexpr Words schema_of{"bank（题库）、answers（答卷）或 result（结果）",
                                 "bank, answers or result"};
inline constexpr Words schema_bank{"按这个题库列出题目和选项，只用于 answers",
                                   "with `answers`: name the questions and options of this bank"};
inline constexpr Words bank_diff{"比较题库的两个版本，以及对答卷的影响",
                                 "compare two versions of a bank, and what answer files lose"};
inline constexpr Words old_bank{"旧题库的路径或标识", "path or id of the old bank"};
inline constexpr Words new_bank{"新题库的路径或标识", "path or id of the new bank"};
inline constexpr Words diff_answers{"检查这些答卷会怎样：文件、文件夹或模式，可重复",
                                    "say what becomes of these answer files: files, folders or "
                                    "patterns; repeatable"};
inline constexpr Words migrate{"把答卷改到题库的另一个版本",
                               "carry an answer file to another version of its bank"};
inline constexpr Words migrate_to{"新题库的路径或标识", "path or id of the new bank"};
inline constexpr Words migrate_from{"旧题库，用来显示已取消的题目",
                                    "the old bank, for the words of what is gone"};
inline constexpr Words migrate_output{"写到这个新文件；`-` 为标准输出",
                                      "the new file to write; `-` is standard output"};
inline constexpr Words in_place{"直接改这个文件", "change the file itself"};
inline constexpr Words dry_run{"只列出，不写文件", "only list, and write nothing"};
inline constexpr Words reopen{"已提交的也改：去掉封存，另存为新文件（与 -o 同用）",
                              "also what was submitted: without its seals, into a new file (-o)"};

}  // namespace assess::cmd::words
