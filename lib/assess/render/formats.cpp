#include <assess/render/batch.hpp>
#include <assess/render/render.hpp>

#include <array>

namespace assess::render {
namespace {

constexpr std::array score_rows{
    Format{"text", ".txt", {"给人看的结果", "for people"}, false, false, score_text},
    Format{"json", ".json", {"一个 JSON 对象", "one JSON object"}, true, true, score_json},
    Format{"csv", ".csv", {"每个文件一行", "one row a file"}, true, false, score_csv},
    Format{"junit", ".xml", {"CI 的测试报告", "test results for CI"}, true, true, score_junit},
    Format{"junit-strict",
           ".xml",
           {"严格按 JUnit 模式的测试报告", "test results for strict readers"},
           true,
           true,
           score_junit_strict},
    Format{"markdown", ".md", {"CI 任务摘要", "summary of a CI job"}, true, true, score_markdown},
};

constexpr std::array validate_rows{
    Format{"text",
           ".txt",
           {"问题、原文和帮助", "faults with their lines and help"},
           false,
           true,
           findings_text},
    Format{"oneline", ".log", {"每个问题一行", "one line a fault"}, false, true, findings_oneline},
    Format{"json", ".json", {"一个 JSON 对象", "one JSON object"}, true, true, findings_json},
    Format{"sarif",
           ".sarif",
           {"SARIF 2.1.0，供代码扫描", "SARIF 2.1.0, for code scanning"},
           true,
           true,
           findings_sarif,
           true},
    Format{"github",
           "",
           {"GitHub Actions 的批注", "annotations of GitHub Actions"},
           true,
           true,
           findings_github,
           true},
    Format{"gitlab",
           "",
           {"GitLab 的代码质量报告", "code quality report of GitLab"},
           true,
           true,
           findings_gitlab,
           true},
    Format{"junit", ".xml", {"CI 的测试报告", "test results for CI"}, true, true, findings_junit},
    Format{"junit-strict",
           ".xml",
           {"严格按 JUnit 模式的测试报告", "test results for strict readers"},
           true,
           true,
           findings_junit_strict},
    Format{
        "markdown", ".md", {"CI 任务摘要", "summary of a CI job"}, true, true, findings_markdown},
};

constexpr std::array history_rows{
    Format{"text", ".txt", {"给人看的列表", "a list for people"}, false, false, history_text},
    Format{"json", ".json", {"一个 JSON 对象", "one JSON object"}, true, true, history_json},
    Format{"csv", ".csv", {"每次诊断一行", "one row a diagnosis"}, true, false, history_csv},
};

constexpr std::array batch_rows{
    BatchFormat{
        "ndjson", ".ndjson", {"每行一个 JSON 对象", "one JSON object a line"}, batch_ndjson},
    BatchFormat{"csv", ".csv", {"每个文件一行", "one row a file"}, batch_csv},
    BatchFormat{"junit", ".xml", {"CI 的测试报告", "test results for CI"}, batch_junit},
    BatchFormat{"junit-strict",
                ".xml",
                {"严格按 JUnit 模式的测试报告", "test results for strict readers"},
                batch_junit_strict},
    BatchFormat{"markdown", ".md", {"CI 任务摘要", "summary of a CI job"}, batch_markdown},
};

constexpr std::array document_rows{
    DocumentFormat{"pdf", ".pdf", {"打印和存档", "for print and files"}, true},
    DocumentFormat{"html", ".html", {"一个文件的网页", "a web page in one file"}, false},
    DocumentFormat{"markdown", ".md", {"纯文本", "plain text"}, false},
};

}  // namespace

std::span<const DocumentFormat> document_formats() {
  return document_rows;
}

std::span<const BatchFormat> batch_formats() {
  return batch_rows;
}

std::span<const Format> score_formats() {
  return score_rows;
}

std::span<const Format> validate_formats() {
  return validate_rows;
}

std::span<const Format> history_formats() {
  return history_rows;
}

}  // namespace assess::render
