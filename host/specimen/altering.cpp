#include "specimen/altering.hpp"

#include "specimen/pdf_alterations.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace vidimus::specimen {
namespace {

constexpr std::string_view codeMayDiffer = "code-agrees/code-differs";

/// An alteration as it was asked for.
struct Wanted {
    std::string_view name, argument;
};

Wanted wanted(std::string_view text)
{
    const std::size_t colon = text.find(':');
    return {text.substr(0, colon), colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1)};
}

/// All that is printed of a field.
std::multiset<std::string> printedOf(std::string_view id, const std::vector<PlacedField>& printed)
{
    std::multiset<std::string> entries;
    for (const PlacedField& entry : printed)
        if (entry.id == id)
            entries.insert(entry.lang + "\n" + entry.text + "\n" + entry.value);
    return entries;
}

bool codeFits(const AlterationScene& scene)
{
    return !scene.type.code || scene.type.code(scene.facts) == scene.facts.value(codeText);
}

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> list;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        list.emplace_back(text.substr(0, space));
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return list;
}

/// Changes the facts. \return the fields of which another text is printed now; nothing, and why in the scene, where it
/// cannot be done or nobody would see it.
std::optional<std::vector<std::string>> change(
    const Alteration& alteration, AlterationScene& scene, const Painter& paint, const std::vector<std::string>& langs)
{
    scene.refused = "there is nothing that it could change";
    scene.printed = printedBy(paint, langs);
    const bool codeFitted = codeFits(scene);
    const auto changed = alteration.apply(scene);
    // Nothing at all may have to change: the deciding date alone can make a paper invalid.
    if (!changed || changed->empty())
        return changed;
    if (alteration.issued && codeFitted && scene.type.code)
        scene.facts.set(codeText, scene.type.code(scene.facts));
    const std::vector<PlacedField> now = printedBy(paint, langs);
    std::vector<std::string> seen;
    std::copy_if(changed->begin(), changed->end(), std::back_inserter(seen),
        [&](const std::string& id) { return printedOf(id, scene.printed) != printedOf(id, now); });
    if (!seen.empty())
        return seen;
    const bool printed
        = std::any_of(changed->begin(), changed->end(), [&](const std::string& id) { return scene.shows(id); });
    scene.refused = fmt::format(
        "it {} {}", printed ? "does not change what is printed of" : "does not print", fmt::join(*changed, ", "));
    return std::nullopt;
}

AlterationRecord recordOf(const std::string& text, const Alteration& alteration, std::vector<std::string> fields)
{
    std::erase_if(fields, [](const std::string& id) { return id == sealText || id == codeText; });
    return {text, std::string(alteration.check), std::string(alteration.reason), std::move(fields),
        words(alteration.mayAlso)};
}

} // namespace

Result<void> alterFacts(const Request& request, AlterationScene scene, const Painter& paint, Truth& truth)
{
    for (const std::string& text : request.alterations) {
        const Wanted want = wanted(text);
        if (pdfAlteration(want.name))
            continue;
        const Alteration* alteration = specimen::alteration(want.name);
        if (!alteration)
            return notFound("alteration", want.name);
        scene.argument = want.argument;
        scene.random = Random(request.seed).stream("alteration " + text);
        const bool codeFitted = codeFits(scene);
        const auto fields = change(*alteration, scene, paint, request.langs);
        if (!fields)
            return Error{ErrorKind::Unsupported,
                fmt::format("{}, layout {}: {} cannot be made, since {}.", request.profile, scene.layout.name, text,
                    scene.refused),
                "specimen"};
        AlterationRecord record = recordOf(text, *alteration, *fields);
        if (codeFitted && !codeFits(scene) && scene.shows(codeText) && alteration->check != "code-agrees")
            record.mayAlso.emplace_back(codeMayDiffer);
        truth.alterations.push_back(std::move(record));
    }
    return {};
}

Error notFound(std::string_view what, std::string_view name)
{
    return {ErrorKind::NotFound, fmt::format("There is no {} named {}; --list names all.", what, name), "specimen"};
}

} // namespace vidimus::specimen
