#include <vidimus/plugin.hpp>

#include <cstdlib>
#include <cstring>

/// Each of these checks ends its worker, or would: the report must say so of each and go on.
namespace {

using namespace vidimus::sdk;

std::vector<Outcome> crashes(const CaseEvidence&)
{
    std::abort();
}

std::vector<Outcome> hangs(const CaseEvidence&)
{
    for (volatile bool forever = true; forever;)
        continue;
    return {};
}

std::vector<Outcome> devoursMemory(const CaseEvidence&)
{
    std::vector<std::vector<char>> kept;
    for (;;) {
        kept.emplace_back(64 << 20);
        std::memset(kept.back().data(), 1, kept.back().size());
    }
}

} // namespace

VIDIMUS_PLUGIN(registry)
{
    registry.addCaseCheck("test-crashes", crashes);
    registry.addCaseCheck("test-hangs", hangs);
    registry.addCaseCheck("test-devours-memory", devoursMemory);
}
