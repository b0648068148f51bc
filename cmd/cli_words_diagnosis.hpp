// What help says of the commands that carry a self-diagnosis.
#pragma once

#include <assess/base/language.hpp>

namespace assess::cmd::words {

inline constexpr Words new_command{"登记企业，写一份新答卷",
                                   "register an enterprise and write its answer file"};
inline constexpr Words new_file{"要写的答卷文件", "the answer file to write"};
inline constexpr Words new_from{"沿用另一份答卷的企业信息和答案",
                                "take the enterprise and the answers of another file"};
inline constexpr Words enterprise_name{"企业名称", "name of the enterprise"};
inline constexpr Words enterprise_uscc{"统一社会信用代码", "unified social credit code"};
inline constexpr Words enterprise_type{"单位性质", "kind of enterprise"};
inline constexpr Words enterprise_industry{"行业代码（GB/T 4754）", "industry (GB/T 4754)"};
inline constexpr Words enterprise_size{"企业规模", "size"};
inline constexpr Words enterprise_revenue{"全年销售收入（万元）", "annual revenue (10,000 CNY)"};
inline constexpr Words enterprise_variant{"企业类型的标识", "id of the variant"};
inline constexpr Words enterprise_tailored{"裁剪的能力项，可重复",
                                           "an area tailored out; repeatable"};
inline constexpr Words new_level{"写到第几级的题目；all 为全部（预演）",
                                 "write the questions up to this level; `all` for a rehearsal"};
inline constexpr Words new_date{"诊断日期，如 2026-11-22", "the date, such as 2026-11-22"};
inline constexpr Words no_schema{
    "不为编辑器写 JSON Schema 文件和指向它的第一行",
    "write neither the JSON Schema for editors nor the first line that "
    "names it"};
inline constexpr Words no_input{"不提问", "ask nothing"};
inline constexpr Words fill{"在终端里逐题作答", "answer one question after the other"};
inline constexpr Words answer_file{"答卷文件", "an answer file"};
inline constexpr Words fill_from{"从文件读取作答，每行一条，如 `L1-1.1.1 C`；`-` 为标准输入",
                                 "take the lines from a file, such as `L1-1.1.1 C`; `-` is "
                                 "standard input"};
inline constexpr Words status{"自诊断进行到哪一步", "where a self-diagnosis stands"};
inline constexpr Words submit{"提交答完的等级，或完成自诊断",
                              "submit the level that is answered, or finish the diagnosis"};
inline constexpr Words report_history{
    "同一企业以前的自诊断所在的文件夹；报告加一章“历次诊断”",
    "where earlier diagnoses of the enterprise are; the report gets a chapter on them"};
inline constexpr Words history{"各企业的历次自诊断：哪些有效，以哪次为准",
                               "the diagnoses of each enterprise: which are valid, which counts"};
inline constexpr Words as_of{"按哪一天查看，如 2026-11-22；不写则为今天",
                             "the day to look from, such as 2026-11-22; by default today"};

}  // namespace assess::cmd::words
