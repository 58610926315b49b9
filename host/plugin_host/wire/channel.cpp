#include "plugin_host/wire/channel.hpp"

#include "plugin_host/wire/cbor.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>

namespace vidimus::wire {
namespace {

constexpr std::uint64_t magic = 0x314d4456; // "VDM1"
constexpr std::size_t headerSize = 3 * sizeof(std::uint64_t);
constexpr std::size_t chunk = std::size_t{32} * 1024; // well under the default socket buffer of 208 KiB
constexpr std::size_t mostFiles = 8;

using Header = std::array<std::uint64_t, 3>; // magic, bytes of the message, offset of this packet

Error gone()
{
    return {ErrorKind::Crashed, "the other end of the channel is gone", "wire"};
}
Error late()
{
    return {ErrorKind::TimedOut, "nothing came in time", "wire"};
}
Error malformed(const char* what)
{
    return {ErrorKind::Malformed, what, "wire"};
}

/// Waits for the events until the deadline.
bool waitFor(int fd, short events, Deadline deadline)
{
    for (;;) {
        int timeout = -1;
        if (deadline != never) {
            const auto left
                = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
            timeout = static_cast<int>(std::clamp<long long>(left, 0, 1 << 30));
        }
        pollfd polled{fd, events, 0};
        const int ready = ::poll(&polled, 1, timeout);
        if (ready > 0)
            return true;
        if (ready == 0)
            return false;
        if (errno != EINTR)
            return true; // let the call itself say what is wrong
    }
}

void attach(msghdr& message, std::span<std::uint8_t> control, std::span<const int> files)
{
    message.msg_control = control.data();
    message.msg_controllen = CMSG_SPACE(files.size_bytes());
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(files.size_bytes());
    std::memcpy(CMSG_DATA(header), files.data(), files.size_bytes());
}

void collectFiles(msghdr& message, std::vector<UniqueFd>& files)
{
    for (cmsghdr* header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(header) + i * sizeof(int), sizeof(int));
            files.emplace_back(fd);
        }
    }
}

Result<void> sendPacket(
    int socket, const Header& header, std::span<std::uint8_t> bytes, std::span<const int> files, Deadline deadline)
{
    Header copy = header;
    std::array<iovec, 2> parts{iovec{copy.data(), headerSize}, iovec{bytes.data(), bytes.size()}};
    alignas(cmsghdr) std::array<std::uint8_t, CMSG_SPACE(mostFiles * sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    if (!files.empty())
        attach(message, control, files);
    for (;;) {
        if (::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT) >= 0)
            return {};
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            if (!waitFor(socket, POLLOUT, deadline))
                return late();
        } else if (errno == EPIPE || errno == ECONNRESET) {
            return gone();
        } else if (errno != EINTR) {
            return Error{ErrorKind::System, std::string("sending failed: ") + std::strerror(errno), "wire"};
        }
    }
}

} // namespace

Result<void> Channel::send(const nlohmann::json& body, std::span<const int> files, Deadline deadline)
{
    auto bytes = encode(body);
    if (files.size() > mostFiles)
        return Error{ErrorKind::TooLarge, "too many open files for one message", "wire"};
    for (std::size_t offset = 0; offset == 0 || offset < bytes.size(); offset += chunk) {
        const auto part = std::span(bytes).subspan(offset, std::min(chunk, bytes.size() - offset));
        const auto sent = sendPacket(m_socket.get(), {magic, bytes.size(), offset}, part,
            offset == 0 ? files : std::span<const int>(), deadline);
        if (!sent)
            return sent.error();
    }
    return {};
}

/// One packet, if there is one: true when a whole message is there.
Result<bool> Channel::receivePacket()
{
    Header header{};
    std::array<std::uint8_t, chunk> bytes; // filled by recvmsg
    std::array<iovec, 2> parts{iovec{header.data(), headerSize}, iovec{bytes.data(), bytes.size()}};
    alignas(cmsghdr) std::array<std::uint8_t, CMSG_SPACE(mostFiles * sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t got = ::recvmsg(m_socket.get(), &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (got < 0)
        return errno == EAGAIN || errno == EINTR ? Result<bool>(false) : Result<bool>(gone());
    collectFiles(message, m_received);
    if (got == 0)
        return gone();
    if ((message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0 || m_received.size() > m_files)
        return malformed("a packet is larger, or brings more files, than it may");
    const auto size = static_cast<std::size_t>(got);
    if (size <= headerSize || header[0] != magic)
        return malformed("a packet has no header");
    if (!m_begun) {
        if (header[1] == 0 || header[1] > m_atMost)
            return malformed("a message is larger than it may be");
        m_begun = true;
        m_expected = header[1];
        m_bytes.clear();
    }
    const std::size_t payload = size - headerSize;
    if (header[1] != m_expected || header[2] != m_bytes.size() || payload > m_expected - m_bytes.size())
        return malformed("a packet does not continue its message");
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(payload));
    return m_bytes.size() == m_expected;
}

Result<Message> Channel::receive(Deadline deadline)
{
    for (;;) {
        if (!waitFor(m_socket.get(), POLLIN, deadline))
            return late();
        const auto whole = receivePacket();
        if (!whole)
            return whole.error();
        // Whoever sends crumbs without end is late, too.
        if (!*whole && std::chrono::steady_clock::now() > deadline)
            return late();
        if (!*whole)
            continue;
        m_begun = false;
        auto body = decodeBody(m_bytes);
        auto files = std::exchange(m_received, {});
        if (!body)
            return body.error();
        return Message{std::move(*body), std::move(files)};
    }
}

bool Channel::pending() const
{
    pollfd polled{m_socket.get(), POLLIN, 0};
    return ::poll(&polled, 1, 0) > 0;
}

Result<std::pair<UniqueFd, UniqueFd>> socketPair()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return Error{ErrorKind::System, std::string("no socket pair: ") + std::strerror(errno), "wire"};
    return std::pair(UniqueFd(ends[0]), UniqueFd(ends[1]));
}

} // namespace vidimus::wire
