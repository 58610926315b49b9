#include <vidimus/abi/plugin.h>

/// Built for an ABI that nobody knows yet. Its functions must never be called.
extern "C" VIDIMUS_EXPORT const vidimus_plugin_entry_t vidimus_entry;
const vidimus_plugin_entry_t vidimus_entry = {VIDIMUS_ABI_MAJOR + 1, 0, nullptr, nullptr, nullptr};
