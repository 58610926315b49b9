#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace vidimus::golden {

/// One run of `vidimus verify` on drawn files, and the pairs ("check/reason") that must stand in its report. None: a
/// genuine case, on which nothing adverse may be found.
struct GoldenCase {
    std::string name;
    std::string of; ///< the recipe's case whose files are used
    std::vector<std::string> arguments, environment, expect;
};

/// The recipe's cases, then the variants of some of them (variants.json). Reads the sources only.
std::vector<GoldenCase> allCases();
/// The pairs of pairs.txt.
std::vector<std::string> allPairs();
nlohmann::json readJson(const std::filesystem::path& path);

/// Names of cases, and pairs, that do not hold yet, from open.txt. They run and are told, and fail nothing; whatever is
/// not listed must hold.
std::vector<std::string> openEntries();

/// Draws one case where that has not been done, runs it and writes its result for the table. Empty, or what is wrong.
std::string runCase(const GoldenCase& golden);
/// Names of the cases that have no result of this run.
std::vector<std::string> casesThatDidNotRun();
/// Writes table.md from the results of this run and names every pair that no case has reached.
std::vector<std::string> unreachedPairs();

} // namespace vidimus::golden
