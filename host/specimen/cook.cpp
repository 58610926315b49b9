#include "specimen/recipe.hpp"

#include <algorithm>
#include <fstream>

namespace vidimus::specimen {
namespace {

using OrderedJson = nlohmann::ordered_json;

struct Kitchen {
    const std::filesystem::path& folder;
    const std::filesystem::path& trust;
};

Result<void> writeText(const std::filesystem::path& path, const std::string& text)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text << '\n';
    file.close();
    if (!file)
        return Error{ErrorKind::System, path.string() + " could not be written.", "specimen"};
    return {};
}

/// What is to be found on the specimens of a case by what was done to them.
void expectOf(const Truth& truth, std::vector<std::string>& expect)
{
    const auto add = [&](const std::string& found) {
        if (std::find(expect.begin(), expect.end(), found) == expect.end())
            expect.push_back(found);
    };
    if (truth.kind == "foreign")
        add("document-recognised/no-profile-fits");
    for (const AlterationRecord& record : truth.alterations)
        if (!record.reason.empty())
            add(record.check + "/" + record.reason);
}

/// Makes one file with its truth. \return its line of the index; what is to be found is added to \p expect.
Result<OrderedJson> cookEntry(
    const RecipeCase& recipe, RecipeEntry entry, const Kitchen& kitchen, std::vector<std::string>& expect)
{
    const std::filesystem::path file = recipe.name / entry.out, truth = "truth" / truthBeside(file);
    std::error_code ignored;
    std::filesystem::create_directories((kitchen.folder / file).parent_path(), ignored);
    std::filesystem::create_directories((kitchen.folder / truth).parent_path(), ignored);
    entry.request.trust = kitchen.trust;
    auto made = make(entry.request);
    if (!made)
        return Error{made.error().kind, file.string() + ": " + made.error().message, made.error().origin};
    if (auto written = write(*made, kitchen.folder / file, kitchen.folder / truth); !written)
        return written.error();
    if (recipe.expect.empty())
        expectOf(made->truth, expect);
    return OrderedJson{{"file", file.string()}, {"truth", truth.string()}, {"profile", made->truth.profile},
        {"kind", made->truth.kind}, {"asOf", made->truth.asOf}};
}

Result<OrderedJson> cookCase(const RecipeCase& recipe, const Kitchen& kitchen)
{
    OrderedJson files = OrderedJson::array();
    std::vector<std::string> expect = recipe.expect;
    for (const RecipeEntry& entry : recipe.entries) {
        auto line = cookEntry(recipe, entry, kitchen, expect);
        if (!line)
            return line;
        files.push_back(std::move(*line));
    }
    const std::string asOf = files.empty() ? "" : files.back()["asOf"].get<std::string>();
    OrderedJson index{{"name", recipe.name}, {"asOf", asOf}, {"files", files}, {"expect", expect}};
    if (!recipe.claims.is_null()) {
        const std::string claims = recipe.name + ".claims.json";
        if (auto written = writeText(kitchen.folder / claims, recipe.claims.dump(1)); !written)
            return written.error();
        index["claims"] = claims;
    }
    return index;
}

} // namespace

Result<void> cook(
    const std::vector<RecipeCase>& recipe, const std::filesystem::path& folder, const std::filesystem::path& trust)
{
    OrderedJson index{{"schema", "vidimus.specimen-index/1"}, {"cases", OrderedJson::array()}};
    for (const RecipeCase& entry : recipe) {
        auto made = cookCase(entry, {folder, trust});
        if (!made)
            return made.error();
        index["cases"].push_back(std::move(*made));
    }
    return writeText(folder / "index.json", index.dump(1));
}

} // namespace vidimus::specimen
