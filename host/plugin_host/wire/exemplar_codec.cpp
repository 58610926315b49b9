#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"

namespace vidimus::wire {

using Json = nlohmann::json;

Json toWire(const DesignPrint& print)
{
    Json points = Json::array(), wording = Json::array();
    for (const KeyPoint& point : print.points)
        points.push_back(wordOf(point));
    for (const Region& region : print.wording)
        wording.push_back(toWire(region));
    return {{"width", print.width.value}, {"height", print.height.value}, {"points", std::move(points)},
        {"wording", std::move(wording)}};
}

DesignPrint designPrintFromWire(const Json& json)
{
    DesignPrint print;
    print.width = {numberOf(memberOf(json, "width"), 0, widest)};
    print.height = {numberOf(memberOf(json, "height"), 0, widest)};
    for (const Json& word : arrayOf(memberOf(json, "points"), mostKeyPoints)) {
        const auto point = keyPointFrom(textOf(word, keyPointWord));
        if (!point)
            throw DecodeError("a key point is none");
        print.points.push_back(*point);
    }
    for (const Json& region : arrayOf(memberOf(json, "wording"), mostWordings))
        print.wording.push_back(regionFromWire(region));
    return print;
}

} // namespace vidimus::wire
