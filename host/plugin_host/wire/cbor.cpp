#include "plugin_host/wire/cbor.hpp"

#include <array>

namespace vidimus::wire {
namespace {

/// RFC 8949, section 3.1.
enum Major : unsigned { Unsigned = 0, Negative = 1, Text = 3, List = 4, Map = 5, Simple = 7 };

/// Walks over the items of a message without building anything.
class Walker {
public:
    explicit Walker(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {
    }

    bool wholeMessage()
    {
        m_open[0] = {1, false};
        m_depth = 1;
        while (m_depth > 0) {
            Level& level = m_open[m_depth - 1];
            if (level.left == 0) {
                --m_depth;
                continue;
            }
            const bool key = level.map && level.left % 2 == 0;
            --level.left;
            if (++m_items > mostItems || !item(key))
                return false;
        }
        return m_at == m_bytes.size();
    }

private:
    struct Level {
        std::uint64_t left; ///< items; in a map two a member
        bool map;
    };

    bool item(bool key)
    {
        if (m_at >= m_bytes.size())
            return false;
        const unsigned first = m_bytes[m_at++];
        const unsigned major = first >> 5, info = first & 31;
        if (key && major != Text)
            return false;
        if (major == Simple)
            return simple(info);
        std::uint64_t value = 0;
        if (!argument(info, value))
            return false;
        switch (major) {
        case Unsigned:
        case Negative:
            return true;
        case Text:
            return skip(value);
        case List:
            return open(value, false);
        case Map:
            return value <= UINT64_MAX / 2 && open(value * 2, true);
        default:
            return false;
        }
    }

    bool argument(unsigned info, std::uint64_t& value)
    {
        if (info < 24) {
            value = info;
            return true;
        }
        if (info > 27)
            return false; // reserved, or of indefinite length
        const unsigned size = 1u << (info - 24);
        if (m_bytes.size() - m_at < size)
            return false;
        value = 0;
        for (unsigned i = 0; i < size; ++i)
            value = value << 8 | m_bytes[m_at++];
        return true;
    }

    bool simple(unsigned info)
    {
        if (info >= 20 && info <= 22) // false, true, null
            return true;
        if (info == 26)
            return skip(4);
        return info == 27 && skip(8);
    }

    bool skip(std::uint64_t size)
    {
        if (size > m_bytes.size() - m_at)
            return false;
        m_at += size;
        return true;
    }

    bool open(std::uint64_t items, bool map)
    {
        // Every item takes at least a byte, so a count beyond what is left is a lie.
        if (items > m_bytes.size() - m_at || m_depth == m_open.size())
            return false;
        m_open[m_depth++] = {items, map};
        return true;
    }

    std::span<const std::uint8_t> m_bytes;
    std::array<Level, deepest> m_open{};
    std::size_t m_depth = 0, m_at = 0;
    std::uint64_t m_items = 0;
};

} // namespace

bool isSoundCbor(std::span<const std::uint8_t> bytes)
{
    return Walker(bytes).wholeMessage();
}

std::vector<std::uint8_t> encode(const nlohmann::json& body)
{
    return nlohmann::json::to_cbor(body);
}

Result<nlohmann::json> decodeBody(std::span<const std::uint8_t> bytes)
{
    const Error malformed{ErrorKind::Malformed, "a message is not sound CBOR", "wire"};
    if (!isSoundCbor(bytes))
        return malformed;
    auto body = nlohmann::json::from_cbor(bytes.begin(), bytes.end(), true, false);
    if (body.is_discarded())
        return malformed;
    return body;
}

} // namespace vidimus::wire
