#pragma once
#include "core/result.hpp"
#include "plugin_host/wire/channel.hpp"
#include "plugin_host/wire/limits.hpp"

#include <span>
#include <string>
#include <string_view>

namespace vidimus::worker {

/// The child's end of its channel. The supervisor gone means the end of the process.
class ChildLink {
public:
    ChildLink(wire::UniqueFd session, const wire::Limits& limits)
        : m_channel(std::move(session), limits.message, 2)
    {
    }

    void say(const nlohmann::json& body);
    void answer(nlohmann::json body);
    void fail(const Error& error);
    /// The next request; cancellations of calls that are over are passed by.
    wire::Message nextRequest();

    /// Puts a question to the supervisor in the midst of a call. Errors: what the supervisor answers.
    Result<wire::Message> ask(nlohmann::json question);
    /// Hands bytes over: the supervisor gives a memory file of that size, the child fills it. So a child can make no
    /// memory that its limits do not count. Error TooLarge, System.
    Result<wire::UniqueFd> buffer(std::uint64_t size);

    void log(std::string_view pack, int level, std::string_view message);
    void progress(double fraction);
    bool cancelled();
    void beginCall();

private:
    wire::Channel m_channel;
    bool m_cancelled = false;
    double m_told = 0;
    int m_logged = 0;
};

} // namespace vidimus::worker
