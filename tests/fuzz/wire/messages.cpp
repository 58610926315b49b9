#include "plugin_host/wire/cbor.hpp"
#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"

#include <cstdlib>

using namespace vidimus::wire;

/// What a hostile worker may send: the first byte chooses as what the supervisor takes it. Whatever decodes must also
/// survive being sent back: nothing gets through that the other side would refuse.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto body = decodeBody({data + 1, size - 1});
    if (!body)
        return 0;
    const Limits limits;
    const auto holds = [&](auto&& read) {
        const auto once = decode([&] { return toWire(read(*body)); });
        if (once && !decode([&] { return toWire(read(*once)); }).ok())
            std::abort();
    };
    switch (*data % 7) {
    case 0:
        holds([&](const auto& json) { return passFromWire(json, limits); });
        break;
    case 1:
        holds([&](const auto& json) { return checkResultFromWire(json, limits); });
        break;
    case 2:
        holds([&](const auto& json) { return evidenceFromWire(json, limits); });
        break;
    case 3:
        holds([&](const auto& json) { return foundFieldFromWire(json, limits); });
        break;
    case 4:
        holds([&](const auto& json) { return errorFromWire(json, limits); });
        break;
    case 5:
        holds([&](const auto& json) { return pageFromWire(json); });
        break;
    default:
        holds([&](const auto& json) { return validatorAnswerFromWire(json, limits); });
        break;
    }
    return 0;
}
