#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace vidimus::pdf {

/// One state in which a file was saved (ISO 32000-1, 7.5.6).
struct Revision {
    std::size_t xref = 0; ///< where its newest cross-reference section begins
    std::size_t end = 0; ///< one past its %%EOF
    std::size_t endWithEol = 0; ///< one past the line end that may follow it
    std::size_t objects = 0; ///< objects that it defines anew
};

struct RevisionScan {
    std::vector<Revision> revisions; ///< oldest first
    bool broken = false; ///< the chain of cross-reference sections cannot be followed from the end of the file
};

/// Finds the revisions of a file from its own bytes, which may be anything. A linearized file that was not updated has
/// one (its first section ends in "startxref 0"); a startxref inside a stream, or left over from a file that was
/// written over, starts none, because the chain from the end of the file does not pass it.
RevisionScan scanRevisions(std::string_view file);

} // namespace vidimus::pdf
