#pragma once
#include "core/result.hpp"
#include "plugin_host/wire/unique_fd.hpp"

#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>
#include <vector>

namespace vidimus::wire {

using Deadline = std::chrono::steady_clock::time_point;
inline constexpr Deadline never = Deadline::max();
inline Deadline in(std::chrono::milliseconds time)
{
    return std::chrono::steady_clock::now() + time;
}

/// What crosses a channel: a body, and open files beside it.
struct Message {
    nlohmann::json body;
    std::vector<UniqueFd> files;
};

/// One end of a pair of SOCK_SEQPACKET sockets. A message is cut into packets of at most 32 KiB, each naming the size
/// of the whole and its own place in it; files travel with the first. Not for use from two threads at once.
class Channel {
public:
    /// \param atMost  bytes of a message that is received; checked before anything is allocated
    /// \param files   how many open files a received message may bring; more is Malformed
    Channel(UniqueFd socket, std::uint64_t atMost, std::size_t files)
        : m_socket(std::move(socket))
        , m_atMost(atMost)
        , m_files(files)
    {
    }

    /// Errors: Crashed (the other end is gone), TimedOut, TooLarge, System.
    Result<void> send(const nlohmann::json& body, std::span<const int> files = {}, Deadline deadline = never);
    /// Errors: Crashed (the other end is gone), TimedOut, Malformed. After Malformed the channel is of no further use.
    /// A TimedOut in the midst of a message is no loss: the next receive goes on.
    Result<Message> receive(Deadline deadline = never);
    /// Is there something to receive now?
    bool pending() const;
    int fd() const { return m_socket.get(); }
    void setAtMost(std::uint64_t atMost) { m_atMost = atMost; }

private:
    Result<bool> receivePacket();

    UniqueFd m_socket;
    std::uint64_t m_atMost;
    std::size_t m_files;
    bool m_begun = false;
    std::uint64_t m_expected = 0;
    std::vector<std::uint8_t> m_bytes;
    std::vector<UniqueFd> m_received;
};

/// Both ends of a new pair. Error System.
Result<std::pair<UniqueFd, UniqueFd>> socketPair();

} // namespace vidimus::wire
