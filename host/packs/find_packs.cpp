#include "packs/pack.hpp"

#include <vidimus/abi/types.h>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace vidimus::packs {
namespace {

namespace fs = std::filesystem;

void collect(const fs::path& folder, int depth, std::vector<fs::path>& found)
{
    std::error_code error;
    if (fs::is_regular_file(folder / "plugin.toml", error)) {
        found.push_back(folder);
        return;
    }
    if (depth == 0)
        return;
    std::vector<fs::path> children;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->is_directory(error))
            children.push_back(at->path());
    std::sort(children.begin(), children.end());
    for (const fs::path& child : children)
        collect(child, depth - 1, found);
}

std::optional<Error> unusable(const Pack& pack)
{
    std::error_code error;
    if (pack.module && !fs::is_regular_file(*pack.module, error))
        return Error{ErrorKind::NotFound,
            pack.module->string() + ": the pack " + pack.id
                + " names this module, but it is not there; build it, or remove abi from plugin.toml",
            "packs"};
    if (pack.module && pack.abi != VIDIMUS_ABI_MAJOR)
        return Error{ErrorKind::Unsupported,
            (pack.folder / "plugin.toml").string() + ": the pack " + pack.id + " was made for plugin ABI "
                + std::to_string(pack.abi) + ", this program speaks ABI " + std::to_string(VIDIMUS_ABI_MAJOR)
                + (pack.abi > VIDIMUS_ABI_MAJOR ? "; install a newer Vidimus"
                                                : "; rebuild the pack with this version's SDK"),
            "packs"};
    for (const fs::path& profile : pack.profiles)
        if (!fs::is_regular_file(profile, error))
            return Error{ErrorKind::NotFound, profile.string() + ": named in plugin.toml, but not there", "packs"};
    return std::nullopt;
}

} // namespace

std::vector<fs::path> searchPath(const fs::path& programFolder)
{
    std::vector<fs::path> folders{programFolder / "packs", programFolder / ".." / "lib" / "vidimus" / "packs"};
    if (const char* listed = std::getenv("VIDIMUS_PLUGIN_PATH")) {
        std::string_view rest = listed;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(':'), rest.size());
            if (end > 0)
                folders.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data)
        folders.push_back(fs::path(data) / "vidimus" / "plugins");
    else if (const char* home = std::getenv("HOME"); home && *home)
        folders.push_back(fs::path(home) / ".local" / "share" / "vidimus" / "plugins");
    return folders;
}

PackList findPacks(const std::vector<fs::path>& folders)
{
    std::vector<fs::path> candidates;
    for (const fs::path& folder : folders)
        collect(folder, 2, candidates);

    PackList list;
    std::set<fs::path> seen; // a folder may be listed twice, or hold another that is listed
    for (const fs::path& candidate : candidates) {
        std::error_code unresolved;
        const fs::path resolved = fs::weakly_canonical(candidate, unresolved);
        if (!unresolved && !seen.insert(resolved).second)
            continue;
        auto pack = readPack(candidate);
        std::optional<Error> error = pack ? unusable(*pack) : std::optional(pack.error());
        if (!error)
            if (const Pack* first = list.find(pack->id))
                error = Error{ErrorKind::Refused,
                    candidate.string() + ": the pack id " + pack->id + " is already taken by " + first->folder.string(),
                    "packs"};
        if (error)
            list.rejected.push_back({candidate, *error});
        else
            list.packs.push_back(std::move(*pack));
    }
    std::sort(list.packs.begin(), list.packs.end(), [](const Pack& a, const Pack& b) { return a.id < b.id; });
    return list;
}

const Pack* PackList::find(std::string_view id) const
{
    const auto found = std::find_if(packs.begin(), packs.end(), [&](const Pack& pack) { return pack.id == id; });
    return found == packs.end() ? nullptr : &*found;
}

std::pair<const Pack*, const CheckDeclaration*> PackList::check(std::string_view id) const
{
    for (const Pack& pack : packs)
        for (const CheckDeclaration& declaration : pack.declarations)
            if (declaration.id == id)
                return {&pack, &declaration};
    return {nullptr, nullptr};
}

} // namespace vidimus::packs
