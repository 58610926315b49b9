#pragma once
#include "app/house.hpp"

/// Tests of a stranger's pack: everything that can be known of it without its author. Its code runs in a confined
/// worker; a crash is a result.
namespace vidimus::app {

struct PackTest {
    enum class Outcome { Passed, Failed, Skipped };
    std::string name; ///< kebab-case; stable
    Outcome outcome = Outcome::Passed;
    std::string what; ///< why it failed or was skipped; a remark where it passed
};

struct PackReport {
    std::string id, version; ///< empty where the manifest cannot be read
    std::vector<PackTest> tests;
    bool holds() const;
};

/// Puts the pack in the given folder to every test, among the packs that are installed. Errors: NotFound (no such
/// folder), System.
Result<PackReport> checkPack(const std::filesystem::path& given, const std::filesystem::path& programFolder);

} // namespace vidimus::app
