#pragma once
#include "support/workers.hpp"

#include <filesystem>

namespace vidimus::tests {

/// The build's own worker with every pack that the build made.
inline supervisor::SupervisorOptions optionsWithInstalledPacks()
{
    auto options = optionsWith({});
    for (const auto& entry : std::filesystem::directory_iterator(VIDIMUS_BUILD_DIR "/packs"))
        if (std::filesystem::exists(entry.path() / "plugin.so"))
            options.modules.push_back({entry.path().filename(), "", entry.path() / "plugin.so", ""});
    return options;
}

} // namespace vidimus::tests
