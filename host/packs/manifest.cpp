#include "core/spelling.hpp"
#include "digest/digest.hpp"
#include "packs/pack.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace vidimus::packs {
namespace {

namespace fs = std::filesystem;

Error malformed(const fs::path& file, const toml::source_position& at, const std::string& what)
{
    std::ostringstream message;
    message << file.string() << ":" << at.line << ":" << at.column << ": " << what;
    return {ErrorKind::Malformed, message.str(), "packs"};
}

std::vector<std::string> strings(toml::node_view<const toml::node> node)
{
    std::vector<std::string> all;
    if (const auto* list = node.as_array())
        for (const toml::node& item : *list)
            if (const auto text = item.value<std::string>())
                all.push_back(*text);
    return all;
}

bool idIsPlain(std::string_view id)
{
    return !id.empty() && id.size() <= 80 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
}

Result<CheckDeclaration> readDeclaration(const fs::path& file, const toml::table& row)
{
    CheckDeclaration declaration;
    declaration.id = row["id"].value_or(std::string());
    if (!idIsPlain(declaration.id))
        return malformed(file, row.source().begin, "a [[check]] needs an id of lower-case letters, digits and hyphens");
    const std::string scope = row["scope"].value_or(std::string("document"));
    if (scope != "document" && scope != "any-document" && scope != "case")
        return malformed(
            file, row["scope"].node()->source().begin, "scope is \"document\", \"any-document\" or \"case\"");
    declaration.ofCase = scope == "case";
    declaration.ofAnyDocument = scope == "any-document";
    const std::string level = row["level"].value_or(std::string("fail"));
    const auto known = named<Level>(level);
    if (!known)
        return malformed(file, row["level"].node()->source().begin, "level is one of fail, warn, inform, ignore");
    declaration.level = *known;
    declaration.source = row["source"].value_or(std::string());
    return declaration;
}

/// All files of the pack in a fixed order: names and bytes.
Result<std::string> digestOf(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->is_regular_file())
            files.push_back(at->path());
    std::sort(files.begin(), files.end());
    digest::Sha256 all;
    for (const fs::path& file : files) {
        const auto one = digest::sha256OfFile(file);
        if (!one)
            return one.error();
        all.add(fs::relative(file, folder).generic_string());
        all.add(*one);
    }
    return all.hex();
}

/// Paths in a manifest stay inside the pack.
bool inside(const fs::path& relative)
{
    return relative.is_relative()
        && std::none_of(relative.begin(), relative.end(), [](const fs::path& part) { return part == ".."; });
}

} // namespace

Result<Pack> readPack(const fs::path& folder)
{
    const fs::path file = folder / "plugin.toml";
    toml::table manifest;
    try {
        manifest = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        return malformed(file, error.source().begin, std::string(error.description()));
    }

    Pack pack;
    pack.folder = folder;
    const auto at = [&](const char* key) {
        return manifest[key] ? manifest[key].node()->source().begin : toml::source_position{1, 1};
    };
    if (manifest["schema"].value_or(std::string()) != "vidimus.plugin/1")
        return malformed(file, at("schema"), "schema must be \"vidimus.plugin/1\"");
    pack.id = manifest["id"].value_or(std::string());
    if (!idIsPlain(pack.id))
        return malformed(file, at("id"), "id must be lower-case letters, digits, dots and hyphens");
    pack.version = manifest["version"].value_or(std::string());
    if (pack.version.empty())
        return malformed(file, at("version"), "version is missing");
    pack.jurisdiction = manifest["jurisdiction"].value_or(std::string());
    pack.abi = manifest["abi"].value_or(0);
    if (const auto* titles = manifest["title"].as_table())
        for (const auto& [language, text] : *titles)
            pack.title.emplace(language.str(), text.value_or(std::string()));

    const auto offers = std::as_const(manifest)["offers"];
    pack.readers = strings(offers["readers"]);
    pack.engines = strings(offers["engines"]);
    pack.checks = strings(offers["checks"]);
    pack.validators = strings(offers["validators"]);
    pack.fieldReaders = strings(offers["field-readers"]);
    for (const std::string& name : strings(offers["profiles"])) {
        if (!inside(name))
            return malformed(file, at("offers"), "the profile " + name + " lies outside the pack");
        pack.profiles.push_back(folder / name);
    }
    if (pack.abi > 0) {
        const std::string module = manifest["module"].value_or(std::string("plugin.so"));
        if (!inside(module))
            return malformed(file, at("module"), "the module lies outside the pack");
        pack.module = folder / module;
    }
    if (const auto* rows = manifest["check"].as_array())
        for (const toml::node& row : *rows) {
            if (!row.is_table())
                return malformed(file, row.source().begin, "write checks as [[check]] tables");
            auto declaration = readDeclaration(file, *row.as_table());
            if (!declaration)
                return declaration.error();
            pack.declarations.push_back(*declaration);
        }
    auto sum = digestOf(folder);
    if (!sum)
        return sum.error();
    pack.sha256 = *sum;
    return pack;
}

} // namespace vidimus::packs
