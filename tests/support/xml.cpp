#include "xml.hpp"

#include "working_folder.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <stdexcept>

namespace assess::test {
namespace {

constexpr int not_found = 127;

// What xmllint prints of the document; empty `options` only read it.
std::string lint(std::string_view document, const std::string& options, int& status) {
  const WorkingFolder folder;
  write_bytes("a.xml", document);
  write_bytes("script", "xmllint --nonet --huge " + options + " a.xml >out 2>&1");
  const int result = std::system("sh script");
  status = WIFEXITED(result) ? WEXITSTATUS(result) : -1;
  if (status == not_found) throw std::runtime_error("install libxml2-utils");
  return read_bytes("out");
}

}  // namespace

std::string xml_faults(std::string_view document, const std::string& schema) {
  const std::string options =
      schema.empty() ? "--noout"
                     : "--noout --schema '" ASSESS_ROOT "/tests/schemas/" + schema + "'";
  int status = 0;
  const std::string said = lint(document, options, status);
  return status == 0 ? std::string() : said;
}

std::string xpath(std::string_view document, const std::string& expression) {
  int status = 0;
  std::string said = lint(document, "--xpath \"" + expression + "\"", status);
  if (status != 0) throw std::runtime_error(expression + ": " + said);
  while (said.ends_with('\n')) said.pop_back();
  return said;
}

}  // namespace assess::test
