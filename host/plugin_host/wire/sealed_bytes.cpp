#include "plugin_host/wire/sealed_bytes.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <vector>

namespace vidimus::wire {
namespace {

constexpr int needed = F_SEAL_SHRINK | F_SEAL_WRITE;

Error systemError(const char* what)
{
    return {errno == ENOMEM || errno == ENOSPC ? ErrorKind::OutOfMemory : ErrorKind::System,
        std::string(what) + ": " + std::strerror(errno), "wire"};
}

} // namespace

Result<std::shared_ptr<const Mapping>> Mapping::of(int fd, std::uint64_t size)
{
    const int seals = ::fcntl(fd, F_GET_SEALS);
    struct stat status { };
    if (seals < 0 || (seals & needed) != needed || ::fstat(fd, &status) != 0
        || static_cast<std::uint64_t>(status.st_size) < size)
        return Error{ErrorKind::Malformed, "a memory file is not sealed or smaller than was said", "wire"};
    if (size == 0)
        return std::shared_ptr<const Mapping>(std::make_shared<Mapping>(nullptr, 0));
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0);
    if (data == MAP_FAILED)
        return systemError("a memory file cannot be mapped");
    return std::shared_ptr<const Mapping>(std::make_shared<Mapping>(data, size));
}

Mapping::~Mapping()
{
    if (m_size > 0)
        ::munmap(const_cast<std::uint8_t*>(m_data), m_size);
}

Result<UniqueFd> memoryFile(std::uint64_t size)
{
    UniqueFd fd(::memfd_create("vidimus", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!fd || ::ftruncate(fd.get(), static_cast<off_t>(size)) != 0
        || ::fcntl(fd.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW) != 0)
        return systemError("no memory file");
    return fd;
}

Result<void> writeAt(int fd, std::span<const std::uint8_t> bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return systemError("a memory file cannot be written");
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

Result<SealedBytes> SealedBytes::seal(UniqueFd memory)
{
    struct stat status { };
    if (::fstat(memory.get(), &status) != 0)
        return systemError("a memory file cannot be sealed");
    // Fails with EBUSY while anybody has it mapped writable.
    if (::fcntl(memory.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
        return Error{ErrorKind::Malformed, "a memory file is still being written", "wire"};
    return SealedBytes(std::move(memory), static_cast<std::uint64_t>(status.st_size));
}

Result<SealedBytes> SealedBytes::copyOf(std::span<const std::uint8_t> bytes)
{
    auto memory = memoryFile(bytes.size());
    if (!memory)
        return memory.error();
    const auto written = writeAt(memory->get(), bytes, 0);
    if (!written)
        return written.error();
    return seal(std::move(*memory));
}

Result<SealedBytes> SealedBytes::readFile(const std::filesystem::path& path, std::uint64_t atMost)
{
    UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status { };
    if (!file || ::fstat(file.get(), &status) != 0)
        return Error{errno == ENOENT ? ErrorKind::NotFound : ErrorKind::Unreadable,
            path.string() + " cannot be opened: " + std::strerror(errno), "wire"};
    if (!S_ISREG(status.st_mode))
        return Error{ErrorKind::Unreadable, path.string() + " is not a file", "wire"};
    UniqueFd memory(::memfd_create("vidimus", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory)
        return systemError("no memory file");
    std::vector<std::uint8_t> buffer(1 << 20);
    std::uint64_t size = 0;
    for (;;) {
        const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return Error{ErrorKind::Unreadable, path.string() + " cannot be read: " + std::strerror(errno), "wire"};
        if (got == 0)
            return seal(std::move(memory));
        if (size + static_cast<std::uint64_t>(got) > atMost)
            return Error{ErrorKind::TooLarge,
                path.string() + " is larger than " + std::to_string(atMost >> 20) + " MiB", "wire"};
        const auto written = writeAt(memory.get(), {buffer.data(), static_cast<std::size_t>(got)}, size);
        if (!written)
            return written.error();
        size += static_cast<std::uint64_t>(got);
    }
}

Result<UniqueFd> SealedBytes::reopened() const
{
    UniqueFd fd(::open(("/proc/self/fd/" + std::to_string(m_fd.get())).c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd)
        return systemError("a memory file cannot be opened again");
    return fd;
}

} // namespace vidimus::wire
