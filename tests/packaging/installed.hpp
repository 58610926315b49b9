#pragma once
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

#include <nlohmann/json.hpp>

namespace vidimus::packaging {

/// An installation in a folder of its own. \param component empty: all
class Installed {
public:
    explicit Installed(const std::string& component = {});
    const std::filesystem::path& prefix() const { return m_folder.path(); }
    /// Runs a command away from sources and build folder, with a home of its own. environment: NAME=VALUE.
    tests::Ran run(std::vector<std::string> argv, std::vector<std::string> environment = {}) const;

private:
    tests::TemporaryFolder m_folder;
};

/// The outcome of the first finding of this check; empty where there is none.
std::string outcomeOf(const nlohmann::json& report, const std::string& check);

} // namespace vidimus::packaging
