#include "profiles/exemplar.hpp"

#include "digest/digest.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <stdexcept>

namespace vidimus::profiles {
namespace {

using Json = nlohmann::json;

constexpr std::string_view schema = "vidimus.exemplar/1";
constexpr double leastSide = 20, mostSide = 655; // millimetres: a key point's place goes no further

/// What is wrong, for a person; exemplarFrom() adds the file.
struct Wrong : std::runtime_error {
    using std::runtime_error::runtime_error;
};

const Json& memberOf(const Json& object, const char* key)
{
    if (!object.is_object())
        throw Wrong("an object is expected where '" + std::string(key) + "' ought to stand");
    const auto found = object.find(key);
    if (found == object.end())
        throw Wrong("'" + std::string(key) + "' is missing");
    return *found;
}

void onlyKeys(const Json& object, std::initializer_list<std::string_view> known)
{
    for (const auto& [key, value] : object.items())
        if (std::find(known.begin(), known.end(), key) == known.end())
            throw Wrong("'" + key.substr(0, 40) + "' is no key of an exemplar");
}

std::string textAt(const Json& object, const char* key)
{
    constexpr std::size_t longest = 100;
    const Json& value = memberOf(object, key);
    if (!value.is_string() || value.get_ref<const std::string&>().size() > longest)
        throw Wrong("'" + std::string(key) + "' must be a short text");
    return value.get<std::string>();
}

double lengthOf(const Json& value, const char* what, double least, double most)
{
    const double length = value.is_number() ? value.get<double>() : std::nan("");
    if (!(length >= least && length <= most))
        throw Wrong("'" + std::string(what) + "' must be millimetres on the page");
    return std::round(length * 100) / 100; // as it is written
}

const Json& listAt(const Json& object, const char* key, std::size_t atMost)
{
    const Json& list = memberOf(object, key);
    if (!list.is_array())
        throw Wrong("'" + std::string(key) + "' must be a list");
    if (list.size() > atMost)
        throw Wrong("'" + std::string(key) + "' has more than " + std::to_string(atMost) + " entries");
    return list;
}

Region regionOf(const Json& json, const DesignPrint& page)
{
    if (!json.is_array() || json.size() != 4)
        throw Wrong("'regionMm' must be four numbers: left, top, width, height");
    const double x = lengthOf(json[0], "regionMm", 0, page.width.value),
                 y = lengthOf(json[1], "regionMm", 0, page.height.value);
    // What was rounded may stick out by a hair.
    constexpr double hair = 0.02;
    return {{x}, {y}, {lengthOf(json[2], "regionMm", 0, page.width.value - x + hair)},
        {lengthOf(json[3], "regionMm", 0, page.height.value - y + hair)}};
}

ExemplarBox boxOf(const Json& json, const DesignPrint& page)
{
    ExemplarBox box{textAt(json, "field"), json.contains("lang") ? textAt(json, "lang") : std::string(),
        regionOf(memberOf(json, "regionMm"), page)};
    onlyKeys(json, {"field", "lang", "regionMm"});
    if (box.field.empty() || box.region.empty())
        throw Wrong("a box needs the id of a field and a place of some size");
    return box;
}

KeyPoint keyPointOf(const Json& json, const Exemplar& exemplar)
{
    const auto point = json.is_string() ? keyPointFrom(json.get_ref<const std::string&>()) : std::optional<KeyPoint>();
    if (!point)
        throw Wrong("a key point must be " + std::to_string(keyPointWord) + " hexadecimal digits");
    if (point->at.x > exemplar.print.width || point->at.y > exemplar.print.height)
        throw Wrong("a key point lies outside the page");
    for (const ExemplarBox& box : exemplar.boxes)
        if (point->at.x > box.region.x && point->at.x < box.region.right() && point->at.y > box.region.y
            && point->at.y < box.region.bottom())
            throw Wrong("a key point lies in the box of " + box.field + ": it would tell of a holder's data");
    return *point;
}

Exemplar exemplarOf(const Json& json)
{
    Exemplar exemplar;
    if (textAt(json, "schema") != schema)
        throw Wrong("'schema' must be \"" + std::string(schema) + "\"");
    onlyKeys(json, {"schema", "profile", "side", "widthMm", "heightMm", "boxes", "keyPoints"});
    exemplar.profile = textAt(json, "profile");
    if (json.contains("side"))
        exemplar.side = textAt(json, "side");
    exemplar.print.width = {lengthOf(memberOf(json, "widthMm"), "widthMm", leastSide, mostSide)};
    exemplar.print.height = {lengthOf(memberOf(json, "heightMm"), "heightMm", leastSide, mostSide)};
    for (const Json& box : listAt(json, "boxes", mostBoxes))
        exemplar.boxes.push_back(boxOf(box, exemplar.print));
    for (const Json& point : listAt(json, "keyPoints", mostKeyPoints))
        exemplar.print.points.push_back(keyPointOf(point, exemplar));
    return exemplar;
}

double rounded(Millimetres length)
{
    return std::round(length.value * 100) / 100;
}

} // namespace

Result<Exemplar> exemplarFrom(std::string_view bytes, const std::string& file)
{
    const auto malformed = [&](const std::string& what) {
        return Error{ErrorKind::Malformed, file + ": " + what, "profiles"};
    };
    if (bytes.size() > mostExemplarBytes)
        return Error{ErrorKind::TooLarge,
            file + ": an exemplar has " + std::to_string(mostExemplarBytes) + " bytes at most", "profiles"};
    const Json json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded())
        return malformed("this is no JSON");
    try {
        Exemplar exemplar = exemplarOf(json);
        exemplar.file = file;
        digest::Sha256 sum;
        sum.add(bytes);
        exemplar.print.digest = sum.hex();
        return exemplar;
    } catch (const Wrong& wrong) {
        return malformed(wrong.what());
    }
}

Result<Exemplar> readExemplar(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error)
        return Error{ErrorKind::NotFound, file.string() + ": " + error.message(), "profiles"};
    if (size > mostExemplarBytes)
        return exemplarFrom(std::string(mostExemplarBytes + 1, ' '), file.string());
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(size, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!stream)
        return Error{ErrorKind::NotFound, file.string() + ": could not be read", "profiles"};
    return exemplarFrom(bytes, file.string());
}

std::string textOf(const Exemplar& exemplar)
{
    // One entry a line: a changed exemplar shows what changed.
    const auto list = [](const std::vector<std::string>& entries) {
        std::string all = "[";
        for (const std::string& entry : entries)
            all += (all.size() > 1 ? ",\n  " : "\n  ") + entry;
        return all + (entries.empty() ? "]" : "\n ]");
    };
    std::vector<std::string> boxes, points;
    for (const ExemplarBox& box : exemplar.boxes) {
        nlohmann::ordered_json json{{"field", box.field}};
        if (!box.lang.empty())
            json["lang"] = box.lang;
        json["regionMm"]
            = {rounded(box.region.x), rounded(box.region.y), rounded(box.region.width), rounded(box.region.height)};
        boxes.push_back(json.dump());
    }
    for (const KeyPoint& point : exemplar.print.points)
        points.push_back("\"" + wordOf(point) + "\"");
    std::string text = "{\"schema\": \"" + std::string(schema) + "\", \"profile\": " + Json(exemplar.profile).dump();
    if (!exemplar.side.empty())
        text += ", \"side\": " + Json(exemplar.side).dump();
    text += ",\n \"widthMm\": " + Json(rounded(exemplar.print.width)).dump()
        + ", \"heightMm\": " + Json(rounded(exemplar.print.height)).dump();
    return text + ",\n \"boxes\": " + list(boxes) + ",\n \"keyPoints\": " + list(points) + "}\n";
}

} // namespace vidimus::profiles
