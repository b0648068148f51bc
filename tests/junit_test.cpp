// Every JUnit document that a golden case holds is one by our schemas, whatever went into it.
#include "support/working_folder.hpp"
#include "support/xml.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace assess::test {
namespace {

namespace fs = std::filesystem;

bool is_junit(const std::string& bytes) {
  return bytes.starts_with("<?xml") && bytes.find("<testsuites ") != std::string::npos;
}

TEST_CASE("the JUnit documents of the golden cases are valid") {
  int usual = 0;
  int strict = 0;
  for (const auto& entry : fs::recursive_directory_iterator(ASSESS_ROOT "/tests/golden")) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = read_bytes(entry.path());
    if (!is_junit(bytes)) continue;
    CAPTURE(entry.path().string());
    const bool is_strict = xml_faults(bytes, "junit-strict.xsd").empty();
    const std::string faults = xml_faults(bytes, "junit.xsd");
    CHECK_MESSAGE(faults.empty(), faults);
    (is_strict ? strict : usual) += 1;
  }
  CHECK(usual > 5);
  CHECK(strict > 2);
}

TEST_CASE("the schemas refuse what readers refuse") {
  const auto document = [](const std::string& test) {
    return "<testsuites name='a'><testsuite name='a' tests='1' failures='0' errors='0'>" + test +
           "</testsuite></testsuites>";
  };
  const std::string good = document("<testcase classname='a' name='b' time='0'/>");
  CHECK(xml_faults(good, "junit.xsd").empty());
  CHECK(xml_faults(good, "junit-strict.xsd").empty());
  const std::string placed =
      document("<testcase classname='a' name='b' file='c' line='1' time='0'/>");
  CHECK(xml_faults(placed, "junit.xsd").empty());
  CHECK_FALSE(xml_faults(placed, "junit-strict.xsd").empty());
  for (const char* test :
       {"", "<testcase name='b' time='0'/>", "<testcase classname='a' time='0'/>",
        "<testcase classname='a' name='b' time='0.1'/>",
        "<testcase classname='a' name='b' time='0'><failure/></testcase>"}) {
    CAPTURE(test);
    CHECK_FALSE(xml_faults(document(test), "junit.xsd").empty());
  }
  CHECK_FALSE(xml_faults("<testsuites name='a'/>", "junit.xsd").empty());
  CHECK_FALSE(xml_faults("<a>", "").empty());
}

}  // namespace
}  // namespace assess::test
