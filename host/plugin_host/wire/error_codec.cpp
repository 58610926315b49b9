#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"

namespace vidimus::wire {

nlohmann::json toWire(const Error& error)
{
    return {{"kind", static_cast<unsigned>(error.kind)}, {"message", error.message}, {"origin", error.origin}};
}

Error errorFromWire(const nlohmann::json& json, const Limits& limits)
{
    return {enumOf(memberOf(json, "kind"), ErrorKind::System), textOf(memberOf(json, "message"), limits.text),
        textOf(memberOf(json, "origin"), limits.text)};
}

} // namespace vidimus::wire
