#pragma once
#include "core/case.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <map>

/// What a pack's author expects of a specimen: the [expect] of a sheet in specimens/.
namespace vidimus::app {

struct SheetExpectation {
    std::string profile; ///< empty: recognised by none of the pack's profiles
    std::map<std::string, std::string> fields; ///< id -> normal form
    std::map<std::string, std::string> checks; ///< id -> outcome
    Date asOf = Date::today(); ///< on which it is judged

    bool foreign() const { return profile.empty(); }
    bool altered() const;
};

/// Reads the expectation of a sheet. Errors: NotFound, Malformed with file:line:column.
Result<SheetExpectation> readExpectation(const std::filesystem::path& sheet);

/// What of the case is not as expected, one sentence each; nothing adverse may be found on a sheet that expects no
/// failure. \param own ids of the pack's profiles
std::vector<std::string> differences(
    const SheetExpectation& expected, const Case& checked, const std::vector<std::string>& own);

} // namespace vidimus::app
