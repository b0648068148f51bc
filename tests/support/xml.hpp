// Looks at XML with a reader that is not ours.
#pragma once

#include <string>
#include <string_view>

namespace assess::test {

// What xmllint says against `document` by `tests/schemas/SCHEMA`; nothing when it is valid. Without
// a schema: against its being well-formed. Throws when there is no xmllint.
std::string xml_faults(std::string_view document, const std::string& schema = {});

// What an XPath expression comes to.
std::string xpath(std::string_view document, const std::string& expression);

}  // namespace assess::test
