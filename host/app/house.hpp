#pragma once
#include "core/result.hpp"
#include "packs/pack.hpp"
#include "profiles/messages.hpp"
#include "profiles/profile_set.hpp"
#include "report/report.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace vidimus::pipeline {
struct Calibration;
}

namespace vidimus::app {

/// Everything that is read once at start: packs, profiles and their words. Immutable, so usable from any thread.
struct House {
    std::filesystem::path programFolder;
    packs::PackList packs;
    profiles::ProfileSet profiles;
    profiles::Messages messages;
    std::shared_ptr<const pipeline::Calibration> calibration; ///< of confidences; without a table it tells why
    std::vector<Error> calibrationTroubles;

    /// Finds packs from the program's folder and the search path; runs no plugin code.
    /// \param first a pack that goes before all others of its id; empty for none
    static House open(const std::filesystem::path& programFolder, const std::filesystem::path& first = {});

    /// What could not be used, for a person.
    std::vector<Error> troubles() const;
    /// The packs' words for reports. The house must outlive them.
    report::Words words(const std::string& language) const;
    std::string question(const Finding& finding, const std::string& language) const;
    std::string answer(const Finding& finding, const std::string& language) const;
    std::string source(const Finding& finding, const std::string& language) const;
};

/// The folder in which the running program lies. Errors: System.
Result<std::filesystem::path> programFolder();
/// $XDG_DATA_HOME/vidimus, or ~/.local/share/vidimus; not made here.
std::filesystem::path dataFolder();
/// The language of ours that the environment asks for (LC_ALL, LC_MESSAGES, LANG).
std::string environmentLanguage();
/// assets/ beside the sources of a build folder, or share/vidimus of an installation.
std::filesystem::path assetsFolder(const std::filesystem::path& programFolder);
/// A calibration table. Errors: NotFound, Malformed.
Result<std::shared_ptr<const pipeline::Calibration>> calibrationAt(const std::filesystem::path& file);
/// Confidences as the formula gives them, since the user wants it so.
std::shared_ptr<const pipeline::Calibration> noCalibration();
/// The pack to copy: plugins/sdk/template of the sources, or share/vidimus/template of an installation.
std::filesystem::path templateFolder(const std::filesystem::path& programFolder);
/// PEM certificates: each path is a file or a folder of .pem/.crt files. Errors: NotFound, Malformed (no certificate in
/// it).
Result<std::vector<std::string>> trustRootsFrom(const std::vector<std::filesystem::path>& paths);

} // namespace vidimus::app
