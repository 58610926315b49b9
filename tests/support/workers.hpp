#pragma once
#include "plugin_host/supervisor/supervisor.hpp"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vidimus::tests {

/// The build's own worker with packs of the tests' own, by their names.
inline supervisor::SupervisorOptions optionsWith(const std::vector<std::string>& packs)
{
    supervisor::SupervisorOptions options;
    options.worker = VIDIMUS_BUILD_DIR "/vidimus-worker";
    for (const std::string& pack : packs)
        options.modules.push_back({"test." + pack, "1.0",
            std::string(VIDIMUS_BUILD_DIR "/tests/packs/") + pack + "/plugin.so", "digest-of-" + pack});
    options.compareNames = [](const std::string& a, const std::string& b) {
        return supervisor::NameAnswer{a == b ? "identical" : "conflict", "compared letter by letter"};
    };
    options.foldHan = [](const std::string& text) { return text; };
    options.namesVersion = "test-tables-1";
    return options;
}

inline std::unique_ptr<supervisor::Supervisor> startedWith(supervisor::SupervisorOptions options)
{
    auto started = supervisor::Supervisor::start(std::move(options));
    EXPECT_TRUE(started.ok()) << (started ? "" : started.error().message);
    return started ? std::move(*started) : nullptr;
}

inline wire::SealedBytes sealed(std::string_view text)
{
    auto bytes = wire::SealedBytes::copyOf({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    EXPECT_TRUE(bytes.ok());
    return std::move(*bytes);
}

inline Date someDay()
{
    return *Date::parse("2026-11-22");
}

} // namespace vidimus::tests
