#include "worker/confinement.hpp"

#include <cstdint>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace vidimus::worker {
namespace {

/// struct landlock_ruleset_attr as of ABI 6; Debian 12's header stops at an earlier one.
struct RulesetAttributes {
    std::uint64_t fileSystem, network, scope;
};

/// The rights that each ABI knows. \source Linux, Documentation/userspace-api/landlock.rst.
RulesetAttributes attributesOf(int abi)
{
    RulesetAttributes attributes{};
    const int rights = abi >= 5 ? 16 : abi >= 3 ? 15 : abi >= 2 ? 14 : 13;
    attributes.fileSystem = (1ull << rights) - 1;
    if (abi >= 4)
        attributes.network = 3; // bind and connect TCP
    if (abi >= 6)
        attributes.scope = 3; // abstract Unix sockets, signals
    return attributes;
}

std::size_t sizeFor(int abi)
{
    return abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
}

} // namespace

std::optional<int> denyFileSystem()
{
    const auto abi
        = static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    if (abi < 1)
        return std::nullopt;
    // All rights handled and no rule added: nothing is allowed.
    const RulesetAttributes attributes = attributesOf(abi);
    const auto ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeFor(abi), 0));
    if (ruleset < 0)
        return std::nullopt;
    const bool restricted = ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    ::close(ruleset);
    return restricted ? std::optional(abi) : std::nullopt;
}

} // namespace vidimus::worker
