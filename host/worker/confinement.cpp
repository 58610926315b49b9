#include "worker/confinement.hpp"

#include <cerrno>
#include <cstring>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace vidimus::worker {
namespace {

bool limit(decltype(RLIMIT_AS) resource, std::uint64_t most)
{
    rlimit current{};
    if (::getrlimit(resource, &current) != 0)
        return false;
    const rlim_t value = current.rlim_max == RLIM_INFINITY ? most : std::min<rlim_t>(current.rlim_max, most);
    const rlimit wanted{value, value};
    return ::setrlimit(resource, &wanted) == 0;
}

bool setLimits(const wire::Limits& limits)
{
    bool held = limit(RLIMIT_CPU, limits.cpuSeconds) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 32)
        && limit(RLIMIT_MEMLOCK, 0)
        && limit(RLIMIT_NPROC, 0)
        // Buffers from the supervisor count as files when they are written: a picture is the largest.
        && limit(RLIMIT_FSIZE, limits.pixels * 3);
#ifndef VIDIMUS_UNDER_ASAN
    // AddressSanitizer reserves terabytes of shadow; there the supervisor watches resident memory instead.
    held = held && limit(RLIMIT_AS, limits.memory);
#endif
    return held;
}

} // namespace

Result<std::vector<std::string>> confine(const wire::Limits& limits)
{
    const auto failed = [](const std::string& what) {
        return Error{
            ErrorKind::System, "the worker cannot confine itself: " + what + ": " + std::strerror(errno), "worker"};
    };
    std::vector<std::string> barriers;
    if (!setLimits(limits))
        return failed("resource limits");
    barriers.emplace_back("rlimits");
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return failed("no_new_privs");
    barriers.emplace_back("no-new-privs");
    if (const auto abi = denyFileSystem())
        barriers.push_back("landlock-" + std::to_string(*abi));
    const auto restricted = restrictSystemCalls();
    if (!restricted)
        return restricted.error();
    barriers.emplace_back("seccomp");
    return barriers;
}

} // namespace vidimus::worker
