#pragma once
#include "core/result.hpp"

#include <vidimus/abi/types.h>

#include <string>
#include <string_view>

/// Strings and statuses as they come from packs: never trusted.
namespace vidimus::worker {

inline std::string_view view(vidimus_string_t text)
{
    return text.data ? std::string_view(text.data, text.size) : std::string_view();
}
inline vidimus_string_t string(std::string_view text)
{
    return {text.data(), text.size()};
}

/// Well-formed UTF-8 of what a pack gave; ill-formed bytes become U+FFFD.
std::string clean(vidimus_string_t text);

/// The Error that a status stands for; nothing is added to the message.
Error errorOf(vidimus_status_t status, std::string message, std::string origin);

} // namespace vidimus::worker
