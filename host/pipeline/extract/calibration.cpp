#include "pipeline/extract/calibration.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace vidimus::pipeline {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema = "vidimus.calibration/1";

std::string_view nameOf(profiles::FieldKind kind)
{
    using profiles::FieldKind;
    switch (kind) {
    case FieldKind::HanName:
        return "han-name";
    case FieldKind::LatinName:
        return "latin-name";
    case FieldKind::Date:
        return "date";
    case FieldKind::Number:
    case FieldKind::IdentityNumber:
    case FieldKind::Amount:
    case FieldKind::CommercialCodes:
        return "number";
    case FieldKind::Sex:
    case FieldKind::Choice:
        return "choice";
    case FieldKind::Text:
    case FieldKind::Place:
        break;
    }
    return "text";
}

/// What is wrong with a table; caught where the file's name is known.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

double shareIn(const Json& number)
{
    const double share = number.get<double>();
    if (!(share >= 0 && share <= 1))
        throw Fault("a point lies outside 0 to 1");
    return share;
}

CalibrationMap mapFrom(const Json& json)
{
    CalibrationMap map{json.at("fields"), json.at("right"), {}};
    for (const Json& point : json.at("points")) {
        const CalibrationMap::Point next{shareIn(point.at(0)), shareIn(point.at(1))};
        if (!map.points.empty() && !(next.raw > map.points.back().raw))
            throw Fault("a map's raw confidences do not rise");
        if (!map.points.empty() && next.right < map.points.back().right)
            throw Fault("a map falls: more confident, yet less often right");
        map.points.push_back(next);
    }
    if (map.points.empty())
        throw Fault("a map has no points");
    return map;
}

CalibrationTable tableFrom(const Json& json)
{
    if (!json.is_object() || json.value("schema", "") != schema)
        throw Fault("is no " + std::string(schema));
    CalibrationTable table;
    table.engines = json.at("engines").get<std::map<std::string, std::string>>();
    table.command = json.at("command");
    table.fields = json.at("fields");
    table.set = json.at("set");
    for (const Json& file : json.at("files"))
        table.files.push_back(file);
    for (const auto& [group, map] : json.at("maps").items()) {
        try {
            table.maps.emplace(group, mapFrom(map));
        } catch (const Fault& fault) {
            throw Fault(group + ": " + fault.what());
        }
    }
    if (table.engines.empty())
        throw Fault("names no engines");
    if (!table.maps.contains("any/any"))
        throw Fault("has no map any/any, which stands for groups that have none");
    return table;
}

} // namespace

std::string calibrationGroup(const std::set<std::string>& engines, profiles::FieldKind kind)
{
    std::string group;
    for (const std::string& engine : engines)
        group += (group.empty() ? "" : "+") + engine;
    return group + "/" + std::string(nameOf(kind));
}

std::vector<std::string> standIns(const std::string& group)
{
    return {group, group.substr(0, group.find('/')) + "/any", "any/any"};
}

double CalibrationMap::at(double raw) const
{
    const auto above = std::lower_bound(
        points.begin(), points.end(), raw, [](const Point& point, double value) { return point.raw < value; });
    if (above == points.end())
        return points.back().right;
    if (above == points.begin())
        return above->right;
    const Point& below = *(above - 1);
    return below.right + (above->right - below.right) * (raw - below.raw) / (above->raw - below.raw);
}

double CalibrationTable::at(const std::string& group, double raw) const
{
    for (const std::string& one : standIns(group))
        if (const auto map = maps.find(one); map != maps.end())
            return map->second.at(raw);
    return raw;
}

Result<CalibrationTable> calibrationFrom(std::string_view text, const std::string& name)
{
    const auto malformed = [&](const std::string& what) {
        return Error{ErrorKind::Malformed, name + ": the calibration table cannot be used: " + what, "extract"};
    };
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return malformed("it is not JSON");
    try {
        return tableFrom(json);
    } catch (const Fault& fault) {
        return malformed(fault.what());
    } catch (const Json::exception& missing) {
        return malformed(missing.what());
    }
}

std::string jsonOf(const CalibrationTable& table)
{
    Json json{{"schema", schema}, {"command", table.command}, {"engines", table.engines}, {"fields", table.fields},
        {"set", table.set}, {"maps", Json::object()}, {"files", table.files}};
    for (const auto& [group, map] : table.maps) {
        Json points = Json::array();
        for (const auto& [raw, right] : map.points)
            points.push_back({raw, right});
        json["maps"][group] = {{"fields", map.fields}, {"right", map.right}, {"points", points}};
    }
    return json.dump(1) + "\n";
}

CalibrationState calibrate(
    std::vector<Document>& documents, const std::map<std::string, std::string>& engines, const Calibration& calibration)
{
    // The same engines, neither fewer nor others: a value that one engine alone reads is another thing where there is
    // no second one to contradict it.
    const bool known = calibration.table && calibration.table->engines == engines;
    auto state = CalibrationState::NothingToDo;
    for (Document& document : documents)
        for (Field& field : document.fields) {
            if (field.calibrationGroup.empty())
                continue;
            state = known           ? CalibrationState::Applied
                : calibration.table ? CalibrationState::OtherEngines
                                    : calibration.without;
            field.rawConfidence = field.confidence;
            if (known)
                field.confidence = calibration.table->at(field.calibrationGroup, field.rawConfidence);
        }
    return state;
}

CalibrationState together(CalibrationState one, CalibrationState other)
{
    // In the order of the enumeration: one uncalibrated file outweighs calibrated ones.
    return std::max(one, other);
}

} // namespace vidimus::pipeline
