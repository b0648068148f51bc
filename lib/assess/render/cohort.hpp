// The formats of a cohort.
#pragma once

#include <assess/cohort/cohort.hpp>
#include <assess/render/render.hpp>

#include <string>

namespace assess::render {

// The cohort file `assess/cohort/1`: all that is needed to merge it, and what follows from that.
// Keys are sorted; the same cohort gives the same bytes.
std::string cohort_json(const Cohort& cohort);

// As people read it. The language of the context.
std::string cohort_text(const Cohort& cohort, const Context& context);
std::string cohort_markdown(const Cohort& cohort, const Context& context);

}  // namespace assess::render
