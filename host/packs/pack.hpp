#pragma once
#include "core/finding.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Packs as they lie on disk. Reading a manifest runs no plugin code.
namespace vidimus::packs {

/// What a manifest says of a check before any profile speaks.
struct CheckDeclaration {
    std::string id;
    bool ofCase = false; ///< asked once of the whole case; else of each recognised document
    Level level = Level::Fail;
    std::string source; ///< of the rule
    bool ofAnyDocument = false; ///< asked of documents that no profile fits, too
};

/// A folder with a plugin.toml.
struct Pack {
    std::string id, version;
    std::map<std::string, std::string> title; ///< language -> text
    std::string jurisdiction; ///< ISO 3166-1 alpha-2, or empty
    std::filesystem::path folder;
    std::optional<std::filesystem::path> module; ///< none: a pack of data alone
    int abi = 0; ///< major ABI of the module
    std::vector<std::string> readers, engines, checks, validators, fieldReaders;
    std::vector<std::filesystem::path> profiles; ///< the profile files it offers
    std::vector<CheckDeclaration> declarations;
    std::string sha256; ///< over manifest, module, profiles, messages and data: the pack's part in Dependencies
};

/// A pack that cannot be used, and why (file, line and column where it is a matter of text).
struct RejectedPack {
    std::filesystem::path folder;
    Error error;
};

struct PackList {
    std::vector<Pack> packs; ///< sorted by id
    std::vector<RejectedPack> rejected;

    const Pack* find(std::string_view id) const;
    /// The pack that declares this check, and its declaration.
    std::pair<const Pack*, const CheckDeclaration*> check(std::string_view id) const;
};

/// Where packs are looked for, in this order: beside the program (packs/, ../lib/vidimus/packs), each folder of
/// $VIDIMUS_PLUGIN_PATH, and $XDG_DATA_HOME/vidimus/plugins (~/.local/share/vidimus/plugins).
std::vector<std::filesystem::path> searchPath(const std::filesystem::path& programFolder);

/// Every pack in these folders, to two levels of sub-folders. Of two packs with one id the first found counts, the
/// second is rejected.
PackList findPacks(const std::vector<std::filesystem::path>& folders);

/// Reads one manifest.
Result<Pack> readPack(const std::filesystem::path& folder);

} // namespace vidimus::packs
