#include "revisions.hpp"

#include <cstdint>
#include <cstdlib>

/// Cross-reference chains of any file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::size_t last = 0;
    for (const auto& revision : vidimus::pdf::scanRevisions({reinterpret_cast<const char*>(data), size}).revisions) {
        if (revision.end < last || revision.end > size || revision.endWithEol < revision.end)
            std::abort();
        last = revision.end;
    }
    return 0;
}
