#pragma once
#include "core/result.hpp"

#include <string>
#include <vector>

/// What the loaded packs offer, as the worker told it.
namespace vidimus::supervisor {

struct EngineInfo {
    std::string id, version, pack;
    std::vector<std::string> languages; ///< those whose data is there
};

struct ReaderInfo {
    std::string id, pack;
    std::vector<std::string> mediaTypes;
    std::vector<std::string> passes;
};

struct CheckInfo {
    std::string id, pack;
    bool ofCase = false;
};

/// A validator or a field reader.
struct OfferInfo {
    std::string id, pack;
};

/// A pack, or an engine of it, that could not be loaded; it is left out and the rest works.
struct LoadFailure {
    std::string pack;
    Error error;
};

struct Offers {
    std::vector<ReaderInfo> readers;
    std::vector<EngineInfo> engines;
    std::vector<CheckInfo> checks;
    std::vector<OfferInfo> validators, fieldReaders;
};

} // namespace vidimus::supervisor
