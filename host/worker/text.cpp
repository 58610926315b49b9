#include "worker/text.hpp"

#include "plugin_host/wire/utf8.hpp"

namespace vidimus::worker {

std::string clean(vidimus_string_t text)
{
    return wire::toUtf8(view(text));
}

Error errorOf(vidimus_status_t status, std::string message, std::string origin)
{
    const auto kind = [&] {
        switch (status) {
        case VIDIMUS_UNSUPPORTED:
            return ErrorKind::Unsupported;
        case VIDIMUS_MALFORMED:
            return ErrorKind::Malformed;
        case VIDIMUS_TOO_LARGE:
            return ErrorKind::TooLarge;
        case VIDIMUS_ENCRYPTED:
            return ErrorKind::Refused;
        case VIDIMUS_UNAVAILABLE:
            return ErrorKind::NotFound;
        case VIDIMUS_CANCELLED:
            return ErrorKind::Cancelled;
        case VIDIMUS_OUT_OF_MEMORY:
            return ErrorKind::OutOfMemory;
        case VIDIMUS_OK:
        case VIDIMUS_INTERNAL:
            break;
        }
        return ErrorKind::Crashed;
    }();
    if (message.empty())
        message = "the plugin gave up without saying why";
    return {kind, std::move(message), std::move(origin)};
}

} // namespace vidimus::worker
