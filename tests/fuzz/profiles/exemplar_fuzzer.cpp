#include "profiles/exemplar.hpp"

#include <cstdlib>

/// What a pack of unknown origin may bring as an exemplar. Whatever is read keeps the bounds, and is read again as it
/// is written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace vidimus::profiles;
    const auto read = exemplarFrom({reinterpret_cast<const char*>(data), size}, "fuzz.json");
    if (!read)
        return 0;
    if (read->print.points.size() > vidimus::mostKeyPoints || read->boxes.size() > mostBoxes)
        std::abort();
    const auto again = exemplarFrom(textOf(*read), "again.json");
    if (!again || again->print.points != read->print.points || again->boxes.size() != read->boxes.size())
        std::abort();
    return 0;
}
