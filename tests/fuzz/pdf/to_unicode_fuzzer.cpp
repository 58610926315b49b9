#include "to_unicode.hpp"

#include <cstdlib>

/// Character maps come from whoever made the PDF.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto map = vidimus::pdf::parseCMap(text);
    if (map.text.size() > 70'000 || map.cid.size() > 70'000)
        std::abort();
    const int length = map.codeLength(text.substr(0, 4));
    if (length < 1 || length > 4)
        std::abort();
    return 0;
}
