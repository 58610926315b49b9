#include "app/crops.hpp"

#include "report/report.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace vidimus::app {
namespace {

constexpr Dpi cropResolution{150}; ///< legible in print, small in store
constexpr Millimetres cropMargin{2.5};
constexpr std::uint32_t cropPixels = 900;

struct Place {
    FileIndex file;
    PageIndex page;
    Region region;
    auto key() const
    {
        return std::tuple(file, page, region.y.value, region.x.value, region.width.value, region.height.value);
    }
    bool operator<(const Place& other) const { return key() < other.key(); }
};

/// Places worth a picture: what gave a severity, and every field. A citation of a whole page is no picture worth
/// keeping.
std::set<Place> placesOf(const Case& checked)
{
    std::set<Place> places;
    for (const Finding& finding : checked.findings)
        for (const Citation& citation : finding.citations)
            if (!citation.region.empty())
                places.insert({citation.file, citation.page, citation.region});
    for (const Document& document : checked.evidence.documents)
        for (const Field& field : document.fields)
            if (!field.region.empty())
                places.insert({field.file, field.page, field.region});
    return places;
}

} // namespace

std::vector<Crop> cropsOf(
    const Case& checked, const std::vector<std::vector<std::uint8_t>>& fileBytes, pipeline::PluginServices& services)
{
    std::map<std::pair<FileIndex, PageIndex>, std::vector<Region>> byPage;
    for (const Place& place : placesOf(checked))
        byPage[{place.file, place.page}].push_back(place.region);

    std::vector<Crop> crops;
    std::unique_ptr<pipeline::FileReader> reader;
    std::optional<FileIndex> opened;
    for (const auto& [where, regions] : byPage) {
        const auto [file, page] = where;
        if (file.value >= checked.files.size() || file.value >= fileBytes.size())
            continue;
        if (opened != file) {
            opened = file;
            auto fresh = services.open(checked.files[file.value], fileBytes[file.value]);
            reader = fresh ? std::move(*fresh) : nullptr;
        }
        if (!reader)
            continue;
        const auto picture = reader->picture(page, cropResolution);
        if (!picture)
            continue;
        const report::PictureView view{
            picture->pixels.data(), picture->width, picture->height, picture->channels, picture->dpi};
        for (const Region& region : regions)
            if (auto png = report::cropPng(view, region, cropMargin, cropPixels))
                crops.push_back({file, page, region, std::move(*png)});
    }
    return crops;
}

} // namespace vidimus::app
