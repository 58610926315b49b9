#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace vidimus::scan {

/// Foreign bytes that can be asked only within their bounds.
class ByteView {
public:
    enum class Order { Big, Little };

    explicit ByteView(std::span<const std::uint8_t> bytes, Order order = Order::Big)
        : m_bytes(bytes)
        , m_order(order)
    {
    }

    std::size_t size() const { return m_bytes.size(); }
    bool holds(std::uint64_t offset, std::uint64_t count) const
    {
        return offset <= m_bytes.size() && count <= m_bytes.size() - offset;
    }
    /// Nothing where the bytes end before.
    std::optional<std::uint64_t> number(std::uint64_t offset, unsigned count) const
    {
        if (!holds(offset, count))
            return std::nullopt;
        std::uint64_t value = 0;
        for (unsigned i = 0; i < count; ++i)
            value = value << 8 | m_bytes[offset + (m_order == Order::Big ? i : count - 1 - i)];
        return value;
    }
    /// The part [offset, offset + count), cut where the bytes end.
    std::span<const std::uint8_t> part(std::uint64_t offset, std::uint64_t count) const
    {
        if (offset >= m_bytes.size())
            return {};
        return m_bytes.subspan(offset, std::min<std::uint64_t>(count, m_bytes.size() - offset));
    }
    bool startsWith(std::uint64_t offset, std::string_view text) const
    {
        if (!holds(offset, text.size()))
            return false;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (m_bytes[offset + i] != static_cast<std::uint8_t>(text[i]))
                return false;
        return true;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    Order m_order;
};

} // namespace vidimus::scan
