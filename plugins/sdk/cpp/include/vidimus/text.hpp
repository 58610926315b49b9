#pragma once
#include <vidimus/abi/types.h>

#include <stdexcept>
#include <string>
#include <string_view>

/// The header-only C++20 twin of the plugin ABI. A plugin sees these types only; nothing of them crosses the boundary.
namespace vidimus::sdk {

inline std::string_view view(vidimus_string_t text)
{
    return text.data ? std::string_view(text.data, text.size) : std::string_view();
}
inline vidimus_string_t string(std::string_view text)
{
    return {text.data(), text.size()};
}

/// Thrown inside a plugin, caught by the twin before it reaches the boundary, and told to the host as status and
/// message. The message is one sentence for a person; it never holds personal data.
class Failure : public std::runtime_error {
public:
    Failure(vidimus_status_t status, const std::string& message)
        : std::runtime_error(message)
        , m_status(status)
    {
    }
    vidimus_status_t status() const { return m_status; }

private:
    vidimus_status_t m_status;
};

/// Throws a Failure unless status is VIDIMUS_OK.
inline void require(vidimus_status_t status, const char* what)
{
    if (status != VIDIMUS_OK)
        throw Failure(status, what);
}

} // namespace vidimus::sdk
