#include "specimen/recipe.hpp"

#include <algorithm>
#include <fstream>

namespace vidimus::specimen {
namespace {

using OrderedJson = nlohmann::ordered_json;

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

Result<OrderedJson> cookCase(const RecipeCase& recipe, const std::filesystem::path& folder, const std::filesystem::path& trust)
{
    const std::filesystem::path place = folder / recipe.name;
    std::error_code ignored;
    std::filesystem::create_directories(place, ignored);
    OrderedJson index{{"name", recipe.name}, {"asOf", ""}, {"files", OrderedJson::array()}};
    std::vector<std::string> expect = recipe.expect;
    for (const RecipeEntry& entry : recipe.entries) {
        Request request = entry.request;
        request.trust = trust;
        auto made = make(request);
        if (!made)
            return Error{made.error().kind, (recipe.name / entry.out).string() + ": " + made.error().message, made.error().origin};
        if (auto written = write(*made, place / entry.out); !written)
            return written.error();
        index["asOf"] = made->truth.asOf;
        index["files"].push_back({{"file", (recipe.name / entry.out).string()}, {"profile", made->truth.profile}, {"kind", made->truth.kind}});
        if (recipe.expect.empty())
            expectOf(made->truth, expect);
    }
    if (!recipe.claims.is_null()) {
        if (auto written = writeText(place / "claims.json", recipe.claims.dump(1)); !written)
            return written.error();
        index["claims"] = (recipe.name / std::filesystem::path("claims.json")).string();
    }
    index["expect"] = expect;
    return index;
}

} // namespace

Result<void> cook(
    const std::vector<RecipeCase>& recipe, const std::filesystem::path& folder, const std::filesystem::path& trust)
{
    OrderedJson index{{"schema", "vidimus.specimen-index/1"}, {"cases", OrderedJson::array()}};
    for (const RecipeCase& entry : recipe) {
        auto made = cookCase(entry, folder, trust);
        if (!made)
            return made.error();
        index["cases"].push_back(std::move(*made));
    }
    return writeText(folder / "index.json", index.dump(1));
}

} // namespace vidimus::specimen
