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
    std::filesystem::path out; ///< relative to the output folder
};

/// Reads field id → value, or field id → {language: value}.
Result<Facts> factsFromJson(const nlohmann::json& json);

/// Reads a recipe, JSON or (by its ending `.toml`) TOML: `specimens`, a list of objects with profile and out, and where
/// wanted layout, side, seed, person, data, alter, scan, lang, asOf, dpi. Values under `common` hold where an entry has
/// none. Error NotFound or Malformed, naming the entry.
Result<std::vector<RecipeEntry>> readRecipe(const std::filesystem::path& path);

/// Makes all entries into the folder, with `index.json` that lists them. Stops at the first that cannot be made.
Result<void> cook(const std::vector<RecipeEntry>& recipe, const std::filesystem::path& folder);

} // namespace vidimus::specimen
