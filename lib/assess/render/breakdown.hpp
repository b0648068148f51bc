// How a score came about (report/breakdown.hpp), for people and for programs.
#pragma once

#include <assess/render/render.hpp>
#include <assess/report/breakdown.hpp>

#include <string>

namespace assess::render {

// `path` is that of the answer file.
std::string breakdown_text(const Diagnosis& diagnosis, const report::Breakdown& breakdown,
                           const std::string& path, const Context& context);
std::string breakdown_json(const Diagnosis& diagnosis, const report::Breakdown& breakdown,
                           const std::string& path);

}  // namespace assess::render
