// Where a self-diagnosis stands, for people and for programs.
#pragma once

#include <assess/render/render.hpp>

#include <string>

namespace assess::render {

std::string status_text(const Diagnosis& diagnosis, const std::string& path,
                        const Context& context);
std::string status_json(const Diagnosis& diagnosis, const std::string& path);

}  // namespace assess::render
