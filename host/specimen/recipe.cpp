#include "specimen/recipe.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <fstream>
#include <sstream>

namespace vidimus::specimen {
namespace {

using Json = nlohmann::json;

Error malformed(const std::string& message)
{
    return {ErrorKind::Malformed, message, "specimen"};
}

Result<Json> readJson(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{ErrorKind::NotFound, path.string() + " could not be opened.", "specimen"};
    if (path.extension() == ".toml") {
        try {
            std::ostringstream json;
            json << toml::json_formatter{toml::parse(file, path.string())};
            return Json::parse(json.str());
        } catch (const toml::parse_error& error) {
            return malformed(fmt::format("{}:{}:{}: {}", path.string(), error.source().begin.line,
                error.source().begin.column, error.description()));
        }
    }
    Json json = Json::parse(file, nullptr, false);
    if (json.is_discarded())
        return malformed(path.string() + " is not JSON.");
    return json;
}

/// A list of texts, or one text with commas.
std::vector<std::string> texts(const Json& json)
{
    std::vector<std::string> list;
    if (json.is_string()) {
        std::istringstream words(json.get<std::string>());
        for (std::string word; std::getline(words, word, ',');)
            list.push_back(word);
        return list;
    }
    for (const Json& entry : json)
        list.push_back(entry.get<std::string>());
    return list;
}

/// Throws what nlohmann throws where a value has the wrong type.
Result<RecipeEntry> entryFrom(const Json& json)
{
    RecipeEntry entry;
    Request& request = entry.request;
    request.profile = json.at("profile").get<std::string>();
    entry.out = json.at("out").get<std::string>();
    if (json.contains("layout"))
        request.layout = json["layout"].is_number() ? std::to_string(json["layout"].get<int>())
                                                    : json["layout"].get<std::string>();
    request.side = json.value("side", request.side);
    request.seed = json.value("seed", request.seed);
    if (json.contains("person"))
        request.personSeed = json["person"].get<std::uint64_t>();
    request.alterations = texts(json.value("alter", Json::array()));
    request.degradations = texts(json.value("scan", Json::array()));
    request.langs = texts(json.value("lang", Json::array()));
    request.dpi = {json.value("dpi", request.dpi.value)};
    if (json.contains("asOf") && !(request.asOf = Date::parse(json["asOf"].get<std::string>())))
        return malformed("asOf is no date");
    auto data = factsFromJson(json.value("data", Json::object()));
    if (!data)
        return data.error();
    request.data = std::move(*data);
    const auto kind = kindOf(entry.out);
    if (!kind)
        return malformed(entry.out.string() + " ends in none of .png, .jpg, .pdf");
    request.kind = *kind;
    return entry;
}

/// Adds the specimens listed; `common` of the case goes before that of the recipe.
Result<void> addEntries(RecipeCase& into, const Json& list, const Json& common)
{
    for (const Json& line : list) {
        Json merged = common;
        merged.update(line);
        auto entry = entryFrom(merged);
        if (!entry)
            return malformed(
                fmt::format("case \"{}\", specimen {}: {}", into.name, into.entries.size() + 1, entry.error().message));
        into.entries.push_back(std::move(*entry));
    }
    return {};
}

Result<RecipeCase> caseFrom(const Json& json, Json common)
{
    RecipeCase made{json.value("name", std::string()), {}, json.value("claims", Json()),
        texts(json.value("expect", Json::array()))};
    common.update(json.value("common", Json::object()));
    if (auto added = addEntries(made, json.at("specimens"), common); !added)
        return added.error();
    return made;
}

} // namespace

Result<Facts> factsFromJson(const Json& json)
{
    if (!json.is_object())
        return malformed("The data are no object of field id and value.");
    Facts facts;
    for (const auto& [id, value] : json.items()) {
        if (value.is_string()) {
            facts.set(id, value.get<std::string>());
            continue;
        }
        if (!value.is_object())
            return malformed("The value of " + id + " is neither a text nor an object of language and text.");
        for (const auto& [lang, text] : value.items()) {
            if (!text.is_string())
                return malformed("The value of " + id + " in " + lang + " is no text.");
            facts.set(id, text.get<std::string>(), lang);
        }
    }
    return facts;
}

Result<std::vector<RecipeCase>> readRecipe(const std::filesystem::path& path)
{
    auto json = readJson(path);
    if (!json)
        return json.error();
    std::vector<RecipeCase> recipe;
    try {
        const Json common = json->value("common", Json::object());
        Json cases = json->value("cases", Json::array());
        if (json->contains("specimens"))
            cases.insert(cases.begin(), Json{{"specimens", json->at("specimens")}});
        for (const Json& entry : cases) {
            auto made = caseFrom(entry, common);
            if (!made)
                return malformed(path.string() + ", " + made.error().message);
            recipe.push_back(std::move(*made));
        }
    } catch (const Json::exception& exception) {
        return malformed(fmt::format("{}, case {}: {}", path.string(), recipe.size() + 1, exception.what()));
    }
    return recipe;
}

} // namespace vidimus::specimen
