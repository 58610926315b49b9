#include "core/reading.hpp"

#include <cmath>

namespace vidimus {

std::string keyOf(const PassRequest& request)
{
    // Micrometres are finer than any pixel we meet, and make the key independent of floating-point printing.
    const auto micrometres = [](Millimetres length) { return std::to_string(std::llround(length.value * 1000)); };
    std::string key = request.what + "|p" + std::to_string(request.page.value) + "|s" + std::to_string(request.part);
    if (!request.region.empty())
        key += "|r" + micrometres(request.region.x) + "," + micrometres(request.region.y) + ","
            + micrometres(request.region.width) + "," + micrometres(request.region.height);
    for (const std::string* part : {&request.languages, &request.alphabet, &request.engine, &request.variant})
        key += "|" + *part;
    if (request.singleLine)
        key += "|line";
    if (!request.exemplar.empty())
        key += "|x" + request.exemplar;
    return key;
}

const Pass* Reading::find(const PassRequest& request) const
{
    const auto found = passes.find(keyOf(request));
    return found == passes.end() ? nullptr : &found->second;
}

void Reading::add(Pass pass)
{
    std::string key = keyOf(pass.request);
    passes.insert_or_assign(std::move(key), std::move(pass));
}

} // namespace vidimus
