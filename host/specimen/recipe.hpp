#pragma once
#include "core/result.hpp"
#include "specimen/specimen.hpp"

#include <nlohmann/json.hpp>
#include <vector>

/// Many specimens at once.
namespace vidimus::specimen {

/// One line of a recipe: what to make, and the file name to write it under.
struct RecipeEntry {
    Request request;
    std::filesystem::path out; ///< relative to the case's folder
};

/// Specimens that belong together: one folder, handed to `vidimus verify` as one case.
struct RecipeCase {
    std::string name; ///< the folder's name; empty for specimens that stand in none
    std::vector<RecipeEntry> entries;
    nlohmann::json claims; ///< null for none
    std::vector<std::string> expect; ///< `check/reason` to be found; where empty: what the alterations are made for
};

/// Reads field id → value, or field id → {language: value}.
Result<Facts> factsFromJson(const nlohmann::json& json);

/// Reads a recipe, JSON or (by its ending `.toml`) TOML. `specimens` is a list of objects with profile and out, and
/// where wanted layout, side, seed, person, data, alter, scan, lang, asOf, dpi; values under `common` hold where one
/// has none. `cases` is a list of objects with name and specimens, and where wanted common, claims and expect. Error
/// NotFound or Malformed, naming the entry.
Result<std::vector<RecipeCase>> readRecipe(const std::filesystem::path& path);

/// Makes every case into a folder of its name, which holds its files and nothing else. Beside them:
/// `<name>.claims.json`, `truth/<name>/<file>.truth.json`, and `index.json` that lists all. Stops at the first that
/// cannot be made. \param trust folder of the signer; may be empty
Result<void> cook(
    const std::vector<RecipeCase>& recipe, const std::filesystem::path& folder, const std::filesystem::path& trust);

} // namespace vidimus::specimen
