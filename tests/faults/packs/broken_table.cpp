#include <vidimus/abi/plugin.h>

#include <string_view>

/// Offers a check without its function.
namespace {

const vidimus_check_t check = {{"hollow", 6}, false, nullptr};
const vidimus_checks_t checks = {1, &check};

vidimus_status_t init(const vidimus_host_t*)
{
    return VIDIMUS_OK;
}
const void* getExtension(const char* id)
{
    return std::string_view(id) == VIDIMUS_EXT_CHECKS ? &checks : nullptr;
}

} // namespace

extern "C" VIDIMUS_EXPORT const vidimus_plugin_entry_t vidimus_entry;
const vidimus_plugin_entry_t vidimus_entry = {VIDIMUS_ABI_MAJOR, VIDIMUS_ABI_MINOR, &init, nullptr, &getExtension};
