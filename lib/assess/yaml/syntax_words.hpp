// What yaml-cpp says about a syntax fault, in the words of our messages.
#pragma once

#include <assess/base/language.hpp>

#include <string_view>

namespace assess::yaml {

// Both languages for the messages we know; an unknown one stays as it is.
Text syntax_words(std::string_view message);

}  // namespace assess::yaml
