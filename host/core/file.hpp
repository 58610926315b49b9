#pragma once
#include "core/date.hpp"
#include "core/units.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace vidimus {

/// A page as acquired. `dpi` is what the file states, or what was assumed (see dpiAssumed).
struct Page {
    Millimetres width, height;
    Dpi dpi;
    bool dpiAssumed = false;
    Degrees rotation; ///< the turn that makes it upright, clockwise
};

/// Where the bytes came from.
struct Provenance {
    std::string sourceKind; ///< file, scanner, folder, specimen
    std::string acquiredBy; ///< account name, or empty on the command line
    UtcTime acquiredAt;
    std::string device; ///< scanner name where there is one
};

/// What was acquired: bytes unchanged, named by their digest.
struct File {
    std::string source; ///< the path or scanner job as given
    std::string sha256; ///< lower-case hex; empty where the file could not be read
    std::string mediaType; ///< from the bytes, never from the name, e.g. application/pdf
    std::uint64_t size = 0;
    std::vector<Page> pages;
    Provenance provenance;
};

} // namespace vidimus
