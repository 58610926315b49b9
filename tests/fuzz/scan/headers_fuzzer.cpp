// What a picture file says of itself must never be believed beyond its bytes.
#include "scan/picture.hpp"

#include <vidimus/plugin.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        for (const auto& header : vidimus::scan::readHeaders({data, size})) {
            const auto page = vidimus::scan::pageSizeOf(header);
            if (!(page.widthMm > 0) || !(page.heightMm > 0) || !(page.dpi > 0))
                __builtin_trap();
            vidimus::scan::reductionFor(header, {});
        }
    } catch (const vidimus::sdk::Failure&) {
    }
    return 0;
}
