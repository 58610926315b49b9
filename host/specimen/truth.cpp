#include "specimen/truth.hpp"

#include <cmath>

namespace vidimus::specimen {
namespace {

/// Hundredths of a millimetre are finer than any pixel.
double rounded(Millimetres length)
{
    return std::round(length.value * 100) / 100;
}

nlohmann::ordered_json regionJson(const Region& region)
{
    return {rounded(region.x), rounded(region.y), rounded(region.width), rounded(region.height)};
}

} // namespace

nlohmann::ordered_json toJson(const Truth& truth)
{
    nlohmann::ordered_json json{{"schema", "vidimus.specimen-truth/1"}, {"profile", truth.profile},
        {"layout", truth.layout}, {"side", truth.side}, {"seed", truth.seed}, {"asOf", truth.asOf},
        {"kind", truth.kind}};
    json["alterations"] = nlohmann::ordered_json::array();
    for (const AlterationRecord& entry : truth.alterations)
        json["alterations"].push_back({{"name", entry.name}, {"check", entry.check}, {"reason", entry.reason},
            {"fields", entry.fields}, {"mayAlso", entry.mayAlso}});
    json["degradations"] = truth.degradations;
    json["pages"] = nlohmann::ordered_json::array();
    for (const TruthPage& page : truth.pages)
        json["pages"].push_back(
            {{"widthMm", rounded(page.width)}, {"heightMm", rounded(page.height)}, {"dpi", page.dpi}});
    json["fields"] = nlohmann::ordered_json::array();
    for (const PlacedField& field : truth.fields)
        json["fields"].push_back({{"id", field.id}, {"lang", field.lang}, {"text", field.text}, {"value", field.value},
            {"page", 0}, {"regionMm", regionJson(field.region)}});
    return json;
}

} // namespace vidimus::specimen
