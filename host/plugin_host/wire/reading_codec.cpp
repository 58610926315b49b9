#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"

namespace vidimus::wire {
namespace {

using Json = nlohmann::json;

template <class Items> Json listOf(const Items& items)
{
    Json list = Json::array();
    for (const auto& item : items)
        list.push_back(toWire(item));
    return list;
}

template <class Read> auto listFromWire(const Json& json, std::uint64_t atMost, Read&& read)
{
    std::vector<std::decay_t<decltype(read(json))>> items;
    const auto& list = arrayOf(json, atMost);
    items.reserve(list.size());
    for (const Json& item : list)
        items.push_back(read(item));
    return items;
}

Json wordToWire(const Word& word)
{
    return {word.text, word.region.x.value, word.region.y.value, word.region.width.value, word.region.height.value,
        word.confidence};
}

Word wordFromWire(const Json& json, const Limits& limits)
{
    const auto& part = arrayOfExactly(json, 6);
    return {textOf(part[0], limits.text),
        {{numberOf(part[1])}, {numberOf(part[2])}, {numberOf(part[3])}, {numberOf(part[4])}}, numberOf(part[5], 0, 1)};
}

Json preparedPageToWire(const PreparedPage& page)
{
    Json matrix = Json::array();
    for (const double value : page.toAcquired.m)
        matrix.push_back(value);
    return {{"width", page.width.value}, {"height", page.height.value}, {"quad", toWire(page.quad)},
        {"matrix", std::move(matrix)}, {"turned", page.turned.value}};
}

PreparedPage preparedPageFromWire(const Json& json)
{
    PreparedPage page;
    page.width = {numberOf(memberOf(json, "width"), 0, widest)};
    page.height = {numberOf(memberOf(json, "height"), 0, widest)};
    page.quad = quadFromWire(memberOf(json, "quad"));
    const auto& matrix = arrayOfExactly(memberOf(json, "matrix"), 9);
    for (std::size_t i = 0; i < 9; ++i)
        page.toAcquired.m[i] = numberOf(matrix[i]);
    page.turned = {numberOf(memberOf(json, "turned"), -720, 720)};
    return page;
}

/// Refuses what points at a prepared page that is not there.
void requireParts(const Pass& pass)
{
    for (const Line& line : pass.lines)
        if (line.part > 0 && line.part >= pass.parts.size())
            throw DecodeError("a line stands on a part that is not there");
}

} // namespace

Json toWire(const Region& region)
{
    return {region.x.value, region.y.value, region.width.value, region.height.value};
}

Region regionFromWire(const Json& json)
{
    const auto& part = arrayOfExactly(json, 4);
    return {{numberOf(part[0])}, {numberOf(part[1])}, {numberOf(part[2])}, {numberOf(part[3])}};
}

Json toWire(const Quad& quad)
{
    Json list = Json::array();
    for (const Point& corner : quad) {
        list.push_back(corner.x.value);
        list.push_back(corner.y.value);
    }
    return list;
}

Quad quadFromWire(const Json& json)
{
    const auto& part = arrayOfExactly(json, 8);
    Quad quad;
    for (std::size_t i = 0; i < 4; ++i)
        quad[i] = {{numberOf(part[2 * i])}, {numberOf(part[2 * i + 1])}};
    return quad;
}

Json toWire(const Page& page)
{
    return {page.width.value, page.height.value, page.dpi.value, page.dpiAssumed, page.rotation.value};
}

Page pageFromWire(const Json& json)
{
    const auto& part = arrayOfExactly(json, 5);
    return {{numberOf(part[0], 0, widest)}, {numberOf(part[1], 0, widest)}, {numberOf(part[2], 0, widest)},
        flagOf(part[3]), {numberOf(part[4], -720, 720)}};
}

Json toWire(const PassRequest& request)
{
    return {{"what", request.what}, {"page", request.page.value}, {"part", request.part},
        {"region", toWire(request.region)}, {"languages", request.languages}, {"alphabet", request.alphabet},
        {"engine", request.engine}, {"variant", request.variant}, {"line", request.singleLine},
        {"exemplar", request.exemplar}};
}

PassRequest passRequestFromWire(const Json& json, const Limits& limits)
{
    const auto text = [&](const char* key) { return textOf(memberOf(json, key), limits.text); };
    PassRequest request;
    request.what = text("what");
    request.page = {static_cast<std::uint32_t>(countOf(memberOf(json, "page"), UINT32_MAX))};
    request.part = static_cast<int>(integerOf(memberOf(json, "part"), -1, INT32_MAX));
    request.region = regionFromWire(memberOf(json, "region"));
    request.languages = text("languages");
    request.alphabet = text("alphabet");
    request.engine = text("engine");
    request.variant = text("variant");
    request.singleLine = flagOf(memberOf(json, "line"));
    request.exemplar = text("exemplar");
    return request;
}

Json toWire(const Line& line)
{
    Json words = Json::array();
    for (const Word& word : line.words)
        words.push_back(wordToWire(word));
    return {{"text", line.text}, {"region", toWire(line.region)}, {"quad", toWire(line.quad)},
        {"confidence", line.confidence}, {"origin", static_cast<unsigned>(line.origin)}, {"engine", line.engine},
        {"languages", line.languages}, {"part", line.part}, {"words", std::move(words)}};
}

Line lineFromWire(const Json& json, const Limits& limits)
{
    Line line;
    line.text = textOf(memberOf(json, "text"), limits.text);
    line.region = regionFromWire(memberOf(json, "region"));
    line.quad = quadFromWire(memberOf(json, "quad"));
    line.confidence = numberOf(memberOf(json, "confidence"), 0, 1);
    line.origin = enumOf(memberOf(json, "origin"), Origin::Mrz);
    line.engine = textOf(memberOf(json, "engine"), limits.text);
    line.languages = textOf(memberOf(json, "languages"), limits.text);
    line.part = static_cast<std::uint32_t>(countOf(memberOf(json, "part"), limits.items));
    line.words = listFromWire(
        memberOf(json, "words"), limits.words, [&](const Json& word) { return wordFromWire(word, limits); });
    return line;
}

Json toWire(const Code& code)
{
    return {{"symbology", code.symbology}, {"text", code.text}, {"quad", toWire(code.quad)}};
}

Code codeFromWire(const Json& json, const Limits& limits)
{
    return {textOf(memberOf(json, "symbology"), limits.text), textOf(memberOf(json, "text"), limits.text),
        quadFromWire(memberOf(json, "quad"))};
}

Json toWire(const Mrz& zone)
{
    return {
        {"format", zone.format}, {"lines", zone.lines}, {"quad", toWire(zone.quad)}, {"confidence", zone.confidence}};
}

Mrz mrzFromWire(const Json& json, const Limits& limits)
{
    return {textOf(memberOf(json, "format"), limits.text),
        listFromWire(memberOf(json, "lines"), 16, [&](const Json& line) { return textOf(line, limits.text); }),
        quadFromWire(memberOf(json, "quad")), numberOf(memberOf(json, "confidence"), 0, 1)};
}

Json toWire(const Mark& mark)
{
    return {{"kind", mark.kind}, {"text", mark.text}, {"quad", toWire(mark.quad)}, {"confidence", mark.confidence}};
}

Mark markFromWire(const Json& json, const Limits& limits)
{
    return {textOf(memberOf(json, "kind"), limits.text), textOf(memberOf(json, "text"), limits.text),
        quadFromWire(memberOf(json, "quad")), numberOf(memberOf(json, "confidence"), 0, 1)};
}

Json toWire(const std::map<std::string, std::string>& values)
{
    Json object = Json::object();
    for (const auto& [name, value] : values)
        object[name] = value;
    return object;
}

std::map<std::string, std::string> valuesFromWire(const Json& json, const Limits& limits)
{
    std::map<std::string, std::string> values;
    for (const auto& [name, value] : objectOf(json, limits.items))
        values.emplace(textOf(Json(name), limits.text), textOf(value, limits.text));
    return values;
}

Json toWire(const Fact& fact)
{
    return {{"kind", fact.kind}, {"values", toWire(fact.values)}, {"page", fact.page}};
}

Fact factFromWire(const Json& json, const Limits& limits)
{
    return {textOf(memberOf(json, "kind"), limits.text), valuesFromWire(memberOf(json, "values"), limits),
        static_cast<int>(integerOf(memberOf(json, "page"), -1, limits.pages))};
}

Json toWire(const Pass& pass)
{
    Json parts = Json::array();
    for (const PreparedPage& part : pass.parts)
        parts.push_back(preparedPageToWire(part));
    return {{"parts", std::move(parts)}, {"lines", listOf(pass.lines)}, {"codes", listOf(pass.codes)},
        {"zones", listOf(pass.zones)}, {"marks", listOf(pass.marks)}, {"facts", listOf(pass.facts)}};
}

Pass passFromWire(const Json& json, const Limits& limits)
{
    const auto list = [&](const char* key, std::uint64_t atMost, auto read) {
        return listFromWire(memberOf(json, key), atMost, [&](const Json& item) { return read(item, limits); });
    };
    Pass pass;
    pass.parts = listFromWire(memberOf(json, "parts"), limits.items, preparedPageFromWire);
    pass.lines = list("lines", limits.lines, lineFromWire);
    pass.codes = list("codes", limits.items, codeFromWire);
    pass.zones = list("zones", limits.items, mrzFromWire);
    pass.marks = list("marks", limits.items, markFromWire);
    pass.facts = list("facts", limits.items, factFromWire);
    requireParts(pass);
    return pass;
}

} // namespace vidimus::wire
