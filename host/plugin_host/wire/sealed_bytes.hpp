#pragma once
#include "core/result.hpp"
#include "plugin_host/wire/unique_fd.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace vidimus::wire {

/// Read-only memory of an open file. Never changes its size: only sealed files are mapped.
class Mapping {
public:
    /// Maps a memory file that is sealed against shrinking and writing. Errors: Malformed (not sealed), System.
    static Result<std::shared_ptr<const Mapping>> of(int fd, std::uint64_t size);
    Mapping(const void* data, std::uint64_t size)
        : m_data(static_cast<const std::uint8_t*>(data))
        , m_size(size)
    {
    }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping();
    std::span<const std::uint8_t> bytes() const { return {m_data, m_size}; }

private:
    const std::uint8_t* m_data;
    std::uint64_t m_size;
};

/// Bytes in a memory file that nobody can change any more. Handing it to a child costs nothing.
class SealedBytes {
public:
    /// Errors: System.
    static Result<SealedBytes> copyOf(std::span<const std::uint8_t> bytes);
    /// Errors: NotFound, Unreadable, TooLarge (over atMost), System.
    static Result<SealedBytes> readFile(const std::filesystem::path& path, std::uint64_t atMost);
    /// Seals a memory file. Errors: Malformed (someone holds it writable), System.
    static Result<SealedBytes> seal(UniqueFd memory);

    int fd() const { return m_fd.get(); }
    std::uint64_t size() const { return m_size; }
    Result<std::shared_ptr<const Mapping>> map() const { return Mapping::of(m_fd.get(), m_size); }
    /// The same bytes under a file offset of its own. Error System.
    Result<UniqueFd> reopened() const;

private:
    SealedBytes(UniqueFd fd, std::uint64_t size)
        : m_fd(std::move(fd))
        , m_size(size)
    {
    }
    UniqueFd m_fd;
    std::uint64_t m_size = 0;
};

/// A writable memory file of fixed size. Error System.
Result<UniqueFd> memoryFile(std::uint64_t size);
/// Writes all of it at the offset. Error System.
Result<void> writeAt(int fd, std::span<const std::uint8_t> bytes, std::uint64_t offset);

} // namespace vidimus::wire
