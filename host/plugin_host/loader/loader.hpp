#pragma once
#include "core/result.hpp"

#include <vidimus/abi/plugin.h>

#include <filesystem>
#include <span>
#include <string>

/// Loads the code of packs. Linked by the worker only.
namespace vidimus::loader {

/// A pack's module in this process and its tables. Never unloaded: the process is thrown away.
struct LoadedPack {
    std::string id;
    std::span<const vidimus_reader_t> readers;
    std::span<const vidimus_image_reader_t> imageReaders;
    std::span<const vidimus_engine_t> engines;
    std::span<const vidimus_check_t> checks;
    std::span<const vidimus_validator_t> validators;
    std::span<const vidimus_field_reader_t> fieldReaders;
};

/// Opens the module, refuses an unknown major ABI, calls init and collects the tables.
/// \param host  what the pack sees of us; must live as long as the process
/// Errors: NotFound, Unsupported (another ABI), Malformed (no entry, a table without its functions), Unreadable (the
/// dynamic linker or the pack's own init says no).
Result<LoadedPack> load(const std::string& id, const std::filesystem::path& module, const vidimus_host_t* host);

} // namespace vidimus::loader
