// What help says of the program, its commands and options.
#pragma once

#include <assess/base/language.hpp>

namespace assess::cmd::words {

inline constexpr Words program{"离线的智能制造能力成熟度自诊断工具",
                               "Offline self-diagnosis of smart-manufacturing maturity"};
inline constexpr Words usage{"用法", "Usage"};
inline constexpr Words arguments{"参数", "Arguments"};
inline constexpr Words options{"选项", "Options"};
inline constexpr Words commands{"命令", "Commands"};
inline constexpr Words options_in_usage{"选项", "OPTIONS"};
inline constexpr Words command_in_usage{"命令", "COMMAND"};
inline constexpr Words everywhere{"通用选项", "Everywhere"};
inline constexpr Words gates{"门槛", "Gates"};
inline constexpr Words help{"显示帮助", "show this help"};
inline constexpr Words version{"显示版本", "show the version"};
inline constexpr Words lang{"输出语言：zh 或 en", "language of the output: zh or en"};
inline constexpr Words color{"颜色：auto、always 或 never", "colour: auto, always or never"};
inline constexpr Words config{"配置文件；不写则找 assess.yaml",
                              "a file of settings; otherwise assess.yaml is looked for"};
inline constexpr Words no_config{"不用任何配置文件", "use no file of settings"};
inline constexpr Words quiet{"不输出小结和提示；-qq 只留退出码",
                             "no summary and no notes; -qq leaves only the exit code"};
inline constexpr Words verbose{"说明用了哪种语言、哪个题库",
                               "say which language and which bank were used"};
inline constexpr Words bank_option{"题库的路径或标识", "path or id of the question bank"};
inline constexpr Words files_from{"从文件读取路径，每行一个；`-` 为标准输入",
                                  "read paths from a file, one a line; `-` is standard input"};
inline constexpr Words null_separated{"--files-from 中的路径以 NUL 分隔",
                                      "the paths of --files-from end in NUL"};
inline constexpr Words exclude{"跳过与模式相符的文件和文件夹，可重复",
                               "skip files and folders that match; repeatable"};
inline constexpr Words allow_empty{"没有输入也不算错误", "having nothing to do is fine"};
inline constexpr Words skip_others{"跳过指名的、既非题库也非答卷的文件，如同在文件夹中",
                                   "skip named files that are neither banks nor answer files"};
inline constexpr Words stdin_name{"标准输入在消息中的名字",
                                  "the name of standard input in messages"};
inline constexpr Words jobs{"同时处理的文件数", "files worked on at a time"};
inline constexpr Words format{"标准输出的格式：", "format of standard output: "};
inline constexpr Words plain_format{"格式：text 或 json", "format: text or json"};
inline constexpr Words output{"另写一份到文件，可重复：`格式:路径[,min=级别]`",
                              "also write to a file; repeatable: `FORMAT:PATH[,min=LEVEL]`"};
inline constexpr Words min_severity{"只显示不低于此级别的问题：error、warning、info",
                                    "show only faults at least this grave: error, warning, info"};
inline constexpr Words all_findings{"文本格式显示全部问题，不折叠",
                                    "show every fault in text, not only the first ones of a rule"};
inline constexpr Words exit_zero{"有问题或未过门槛也返回 0",
                                 "return 0 also for faults and missed gates"};
inline constexpr Words score{"给答卷评分", "score answer files"};
inline constexpr Words score_paths{"答卷的文件、文件夹、模式，或 `-`",
                                   "answer files, folders, patterns, or `-`"};
inline constexpr Words min_level{"达到的等级不低于 N", "the attained level is at least N"};
inline constexpr Words min_total{"总分不低于 X", "the total is at least X"};
inline constexpr Words min_area{"能力项自身的总分不低于 X，可重复",
                                "the area's own total is at least X; repeatable"};
inline constexpr Words require_complete{"开放的等级必须全部答完",
                                        "every question of the open levels is answered"};
inline constexpr Words validate{"检查题库和答卷", "check question banks and answer files"};
inline constexpr Words validate_paths{"题库或答卷的文件、文件夹、模式，或 `-`",
                                      "banks and answer files, folders, patterns, or `-`"};
inline constexpr Words fail_level{"从此级别起返回 1：error、warning、info、never",
                                  "return 1 from this gravity on: error, warning, info, never"};
inline constexpr Words strict{"等同 --fail-level warning", "the same as --fail-level warning"};
inline constexpr Words severity{"改变一条规则的级别，可重复；off 为不检查",
                                "change the gravity of a rule; repeatable; `off` drops it"};
inline constexpr Words show_suppressed{"也显示被注释忽略的问题",
                                       "show also what comments in the files ignore"};
inline constexpr Words watch{"文件一有改动就重新检查，按 Ctrl-C 结束",
                             "check again whenever a file changes; Ctrl-C ends"};
inline constexpr Words batch{"批量评分，每份答卷一条记录",
                             "score any number of files, one record each"};
inline constexpr Words max_below{"最多允许 N 份未过门槛，默认 0",
                                 "up to N files may miss a gate; 0 by default"};
inline constexpr Words shard{"只处理排序后的第 I 份，共 N 份",
                             "work on part I of N of the sorted files only"};
inline constexpr Words resume{"接着中断的 NDJSON 输出继续，结果与一次完成相同",
                              "go on with an NDJSON output that was cut short"};
inline constexpr Words reports{"为每份答卷在该文件夹写一份 PDF 报告",
                               "write a PDF report of each file into this folder"};
inline constexpr Words write_cohort{"把全体的统计写入文件",
                                    "write the statistics of all into this file"};
inline constexpr Words last_valid{
    "统计时每家企业只计最后一次有效的自诊断；须与 --cohort 同用，不能分片",
    "count of each enterprise only the last valid diagnosis; with --cohort, and not with shards: "
    "an enterprise may be in several"};
inline constexpr Words bom{"CSV 前加 BOM，供 Excel 打开",
                           "a byte order mark before CSV, for Excel"};
inline constexpr Words report{"把一份答卷写成报告（PDF、HTML 或 Markdown）",
                              "write the report of an answer file: PDF, HTML or Markdown"};
inline constexpr Words report_file{"答卷文件，或 `-`", "an answer file, or `-`"};
inline constexpr Words report_format{"格式：", "format: "};
inline constexpr Words report_output{
    "输出文件，可重复：`路径` 或 `格式:路径`；不写则与答卷同名；`-` 为标准输出",
    "the file to write, repeatable: `PATH` or `FORMAT:PATH`; by default beside the answer file; "
    "`-` is standard output"};
inline constexpr Words mark{"密级或保密标记，印在封面和每页页眉",
                            "a confidentiality mark, on the cover and on every page"};
inline constexpr Words logo{"封面上的标志，PNG 文件", "a logo for the cover, a PNG file"};
inline constexpr Words approval{"封面签批栏的一行，可重复：`职责` 或 `职责=姓名`",
                                "a line to be signed on the cover; repeatable: `ROLE[=NAME]`"};
inline constexpr Words font{"TrueType 字体文件，可重复；前一个缺的字由后一个补",
                            "a TrueType font; repeatable: a later one fills the gaps"};
inline constexpr Words date{"报告日期，如 2026-11-22",
                            "the date of the report, such as 2026-11-22"};
inline constexpr Words explain{"解释一条规则、一道题，或一个得分的由来",
                               "explain a rule, a question, or how a score came about"};
inline constexpr Words topic{"规则名或题号；后面写能力项时为答卷文件，或 `-`",
                             "the name of a rule, or the id of a question; before AREA an answer "
                             "file, or `-`"};
inline constexpr Words explained_area{
    "能力项的标识、编号或名称，可加 `@等级`；`@等级` 解释整个等级",
    "the id, number or title of an area, with `@LEVEL` behind it or not; `@LEVEL` alone is the "
    "whole "
    "level"};
inline constexpr Words all_rules{"列出所有规则", "list all rules"};
inline constexpr Words place_in_cohort{"同行统计文件；说明在其中的位置",
                                       "a cohort file; tell the place in it"};
inline constexpr Words cohort{"同行统计：合并、查看",
                              "merge and show statistics over many diagnoses"};
inline constexpr Words cohort_merge{"把几份同行统计合并为一份", "make one cohort of several"};
inline constexpr Words cohort_files{"同行统计文件", "cohort files"};
inline constexpr Words cohort_output{"写到这个文件；不写则为标准输出",
                                     "the file to write; by default standard output"};
inline constexpr Words cohort_show{"显示一份同行统计", "show the figures of a cohort"};
inline constexpr Words cohort_file{"同行统计文件", "a cohort file"};
inline constexpr Words cohort_format{"格式：text、json 或 markdown",
                                     "format: text, json or markdown"};
inline constexpr Words footer{
    "退出码：0 正常，1 结论为否（有错误或未过门槛），2 无法完成，3 程序缺陷\n"
    "例：assess score examples/\n"
    "    assess report examples/01-haichuan.yaml",
    "Exit status: 0 fine, 1 the answer is no (faults, or a gate missed), 2 could not do it, 3 a "
    "defect\n"
    "Examples: assess score examples/\n"
    "          assess report examples/01-haichuan.yaml"};

}  // namespace assess::cmd::words
