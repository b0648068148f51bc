// The comments of a file that are meant for us. No reader of YAML keeps comments, so they are
// looked for in the bytes, between the values of the tree.
#pragma once

#include <assess/diag/ignores.hpp>
#include <assess/diag/source.hpp>
#include <assess/yaml/node.hpp>

#include <vector>

namespace assess::yaml {

// The comments that begin with `assess:`, in order of the file. A `#` in a text is none, also when
// the text is plain or a block. Costs one search for that word in a file that has none.
std::vector<IgnoreComment> find_ignore_comments(const SourceMap& sources, SourceId source,
                                                const Node& root);

}  // namespace assess::yaml
