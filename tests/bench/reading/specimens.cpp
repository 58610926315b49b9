#include "specimens.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>

namespace vidimus::bench {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {
Specimen specimenOf(const fs::path& file, const json& truth)
{
    Specimen specimen;
    specimen.file = file;
    specimen.profile = truth.at("profile");
    specimen.asOf = truth.at("asOf");
    for (const json& name : truth.value("degradations", json::array()))
        specimen.degradation += (specimen.degradation.empty() ? "" : "+") + name.get<std::string>();
    if (specimen.degradation.empty())
        specimen.degradation = "clean";
    if (const json pages = truth.value("pages", json::array()); !pages.empty())
        specimen.widthMm = pages.front().at("widthMm");
    for (const json& field : truth.at("fields"))
        specimen.fields.push_back({field.at("id"), field.value("lang", ""), field.at("text"), field.at("value"),
            field.at("regionMm").get<std::array<double, 4>>()});
    return specimen;
}

std::vector<fs::path> picturesIn(const fs::path& folder)
{
    static const std::set<std::string> pictures{".png", ".jpg", ".tif", ".webp", ".bmp"};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (pictures.contains(entry.path().extension()) && fs::exists(entry.path().string() + ".truth.json"))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}
} // namespace

std::vector<Specimen> specimensIn(const std::vector<std::string>& folders, std::size_t each)
{
    std::vector<Specimen> specimens;
    for (const std::string& folder : folders) {
        const auto files = picturesIn(folder);
        for (std::size_t i = 0; i < files.size(); i += each) {
            const json truth = json::parse(std::ifstream(files[i].string() + ".truth.json"));
            if (truth.value("kind", "genuine") != "foreign")
                specimens.push_back(specimenOf(files[i], truth));
        }
    }
    return specimens;
}

} // namespace vidimus::bench
