#include "worker/child_link.hpp"

#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"
#include "plugin_host/wire/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace vidimus::worker {
namespace {

constexpr int mostLogLines = 200; // a call
constexpr std::size_t longestLogLine = 2000;

bool isCancel(const wire::Message& message)
{
    const auto type = message.body.is_object() ? message.body.find("type") : message.body.end();
    return type != message.body.end() && *type == "cancel";
}

} // namespace

void ChildLink::say(const nlohmann::json& body)
{
    const auto sent = m_channel.send(body);
    if (!sent)
        ::_exit(0);
}

void ChildLink::answer(nlohmann::json body)
{
    body["type"] = "answer";
    say(body);
}

void ChildLink::fail(const Error& error)
{
    say({{"type", "error"}, {"error", wire::toWire(error)}});
}

wire::Message ChildLink::nextRequest()
{
    for (;;) {
        auto message = m_channel.receive();
        if (!message)
            ::_exit(0);
        if (!isCancel(*message))
            return std::move(*message);
    }
}

Result<wire::Message> ChildLink::ask(nlohmann::json question)
{
    question["type"] = "serve";
    say(question);
    for (;;) {
        auto message = m_channel.receive();
        if (!message)
            ::_exit(0);
        if (isCancel(*message)) {
            m_cancelled = true;
            continue;
        }
        const auto error = message->body.find("error");
        if (error != message->body.end()) {
            Error told{ErrorKind::System, "the supervisor refused", "worker"};
            const auto read = wire::decode([&] { return told = wire::errorFromWire(*error, {}), true; });
            return read ? told : read.error();
        }
        return message;
    }
}

Result<wire::UniqueFd> ChildLink::buffer(std::uint64_t size)
{
    auto served = ask({{"service", "buffer"}, {"size", size}});
    if (!served)
        return served.error();
    if (served->files.size() != 1)
        return Error{ErrorKind::System, "the supervisor gave no buffer", "worker"};
    return std::move(served->files.front());
}

void ChildLink::log(std::string_view pack, int level, std::string_view message)
{
    if (++m_logged > mostLogLines)
        return;
    say({{"type", "log"}, {"pack", wire::toUtf8(pack)}, {"level", std::clamp(level, 0, 3)},
        {"message", wire::toUtf8(message.substr(0, longestLogLine))}});
}

void ChildLink::progress(double fraction)
{
    if (!std::isfinite(fraction) || fraction < m_told + 0.01)
        return; // steps finer than a per cent are nobody's news
    m_told = std::clamp(fraction, 0.0, 1.0);
    say({{"type", "progress"}, {"fraction", m_told}});
}

bool ChildLink::cancelled()
{
    while (!m_cancelled && m_channel.pending()) {
        const auto message = m_channel.receive();
        if (!message)
            ::_exit(0);
        m_cancelled = isCancel(*message);
    }
    return m_cancelled;
}

void ChildLink::beginCall()
{
    m_cancelled = false;
    m_told = 0;
    m_logged = 0;
}

} // namespace vidimus::worker
