#include "plugin_host/loader/loader.hpp"

#include <algorithm>
#include <dlfcn.h>

namespace vidimus::loader {
namespace {

/// More than this of one kind is no table but garbage.
constexpr std::uint64_t mostRows = 4096;

Error failure(ErrorKind kind, const std::string& id, const std::string& what)
{
    return {kind, "the pack " + id + " " + what, "loader"};
}

bool sound(const vidimus_reader_t& row)
{
    return row.open && row.page_count && row.page_info && row.page_image && row.run && row.close;
}
bool sound(const vidimus_image_reader_t& row)
{
    return row.run != nullptr;
}
bool sound(const vidimus_engine_t& row)
{
    return row.load && row.detect_lines && row.recognise;
}
bool sound(const vidimus_check_t& row)
{
    return row.run != nullptr;
}
bool sound(const vidimus_validator_t& row)
{
    return row.validate != nullptr;
}
bool sound(const vidimus_field_reader_t& row)
{
    return row.read != nullptr;
}

/// The rows of one of the entry's tables. \return false: there is one, but it is broken.
template <class Table, class Row>
bool collect(
    const vidimus_plugin_entry_t& entry, const char* extension, const Row* Table::*rows, std::span<const Row>& out)
{
    const auto* table = static_cast<const Table*>(entry.get_extension(extension));
    if (!table)
        return true;
    if (table->count > mostRows || (table->count > 0 && !(table->*rows)))
        return false;
    out = {table->*rows, static_cast<std::size_t>(table->count)};
    return std::all_of(out.begin(), out.end(), [](const Row& row) { return sound(row) && row.id.size > 0; });
}

Result<const vidimus_plugin_entry_t*> entryOf(const std::string& id, const std::filesystem::path& module)
{
    std::error_code ignored;
    if (!std::filesystem::exists(module, ignored))
        return failure(ErrorKind::NotFound, id, "has no module at " + module.string());
    // An absolute path, or dlopen would search the system's folders for it.
    void* library = ::dlopen(std::filesystem::absolute(module).c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        const char* reason = ::dlerror();
        return failure(ErrorKind::Unreadable, id, std::string("cannot be loaded: ") + (reason ? reason : "no reason"));
    }
    const auto* entry = static_cast<const vidimus_plugin_entry_t*>(::dlsym(library, VIDIMUS_ENTRY_SYMBOL));
    if (!entry)
        return failure(ErrorKind::Malformed, id,
            "exports no " VIDIMUS_ENTRY_SYMBOL "; its source needs VIDIMUS_PLUGIN(registry) { … }");
    return entry;
}

} // namespace

Result<LoadedPack> load(const std::string& id, const std::filesystem::path& module, const vidimus_host_t* host)
{
    const auto found = entryOf(id, module);
    if (!found)
        return found.error();
    const vidimus_plugin_entry_t& entry = **found;
    if (entry.abi_major != VIDIMUS_ABI_MAJOR)
        return failure(ErrorKind::Unsupported, id,
            "was built for plugin ABI " + std::to_string(entry.abi_major) + ", this program speaks "
                + std::to_string(VIDIMUS_ABI_MAJOR) + ": build it again with this program's SDK, or update "
                + (entry.abi_major > VIDIMUS_ABI_MAJOR ? "the program" : "the pack"));
    if (!entry.init || !entry.get_extension)
        return failure(ErrorKind::Malformed, id, "has an entry without init or get_extension");
    if (entry.init(host) != VIDIMUS_OK)
        return failure(ErrorKind::Unreadable, id, "refused to start (its init failed)");

    LoadedPack pack;
    pack.id = id;
    const bool whole = collect(entry, VIDIMUS_EXT_READERS, &vidimus_readers_t::readers, pack.readers)
        && collect(entry, VIDIMUS_EXT_IMAGE_READERS, &vidimus_image_readers_t::readers, pack.imageReaders)
        && collect(entry, VIDIMUS_EXT_ENGINES, &vidimus_engines_t::engines, pack.engines)
        && collect(entry, VIDIMUS_EXT_CHECKS, &vidimus_checks_t::checks, pack.checks)
        && collect(entry, VIDIMUS_EXT_VALIDATORS, &vidimus_validators_t::validators, pack.validators)
        && collect(entry, VIDIMUS_EXT_FIELD_READERS, &vidimus_field_readers_t::readers, pack.fieldReaders);
    if (!whole)
        return failure(ErrorKind::Malformed, id, "offers a table without its functions or ids");
    return pack;
}

} // namespace vidimus::loader
