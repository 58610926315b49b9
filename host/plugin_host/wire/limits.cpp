#include "plugin_host/wire/limits.hpp"

#include "plugin_host/wire/strict.hpp"

namespace vidimus::wire {

nlohmann::json toWire(const Limits& limits)
{
    return {{"load", limits.load.count()}, {"open", limits.open.count()}, {"call", limits.call.count()},
        {"check", limits.check.count()}, {"tool", limits.tool.count()}, {"served", limits.served.count()},
        {"memory", limits.memory}, {"cpu", limits.cpuSeconds}, {"pixels", limits.pixels}, {"side", limits.side},
        {"pages", limits.pages}, {"lines", limits.lines}, {"words", limits.words}, {"items", limits.items},
        {"text", limits.text}, {"message", limits.message}, {"repaired", limits.repaired}};
}

Limits limitsFromWire(const nlohmann::json& json)
{
    constexpr std::uint64_t any = 1ull << 50;
    constexpr std::uint64_t small = 1ull << 31;
    const auto time = [&](const char* key) {
        return std::chrono::milliseconds(static_cast<std::int64_t>(countOf(memberOf(json, key), any)));
    };
    const auto size = [&](const char* key) { return countOf(memberOf(json, key), any); };
    const auto number
        = [&](const char* key) { return static_cast<std::uint32_t>(countOf(memberOf(json, key), small)); };
    Limits limits;
    limits.load = time("load");
    limits.open = time("open");
    limits.call = time("call");
    limits.check = time("check");
    limits.tool = time("tool");
    limits.served = time("served");
    limits.memory = size("memory");
    limits.cpuSeconds = size("cpu");
    limits.pixels = size("pixels");
    limits.side = number("side");
    limits.pages = number("pages");
    limits.lines = number("lines");
    limits.words = number("words");
    limits.items = number("items");
    limits.text = size("text");
    limits.message = size("message");
    limits.repaired = size("repaired");
    return limits;
}

} // namespace vidimus::wire
