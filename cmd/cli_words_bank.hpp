// What help says of the commands for banks.
#pragma once

#include <assess/base/language.hpp>

namespace assess::cmd::words {

inline constexpr Words bank{"查看、新建和排版题库", "look at question banks, begin one, format it"};
inline constexpr Words bank_show{"显示题库的模型、权重和规则",
                                 "show a bank's model, weights and rules"};
inline constexpr Words bank_stats{"统计题数、译文、权重占比和选项分布",
                                  "count questions, translations, shares of weight, options"};
inline constexpr Words bank_operand{"题库的路径或标识", "path or id of the bank"};
inline constexpr Words bank_list{"列出能找到的题库", "list the banks that are found"};
inline constexpr Words bank_new{"新建题库：写一个带注释、可直接使用的样例",
                                "begin a bank: write a small one, with comments, that works"};
inline constexpr Words bank_new_id{"题库的标识：字母、数字、`.`、`-`、`_`",
                                   "the id of the bank: letters, digits, `.`, `-`, `_`"};
inline constexpr Words bank_new_folder{"写到这个文件夹；不写则与标识同名",
                                       "the folder to write; by default named as the id"};
inline constexpr Words bank_new_title{"题库名称", "the title of the bank"};
inline constexpr Words bank_fmt{"把题库的文件排成统一的格式",
                                "bring the files of banks into one form"};
inline constexpr Words bank_fmt_paths{"题库和题目文件、文件夹、模式，或 `-`",
                                      "files of banks, folders, patterns, or `-`"};
inline constexpr Words check{"不改文件，只列出会改动的文件；有则返回 1",
                             "write nothing; list what would change, and return 1 if anything"};
inline constexpr Words diff{"不改文件，把改动写成补丁；有则返回 1",
                            "write nothing; show the changes as a patch, and return 1 if any"};

inline constexpr Words fmt_skip_others{
    "跳过指名的、不属于题库的文件，如同在文件夹中",
    "skip named files that are no part of a bank, as in folders"};

}  // namespace assess::cmd::words
