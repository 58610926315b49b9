#include "core/spelling.hpp"
#include "detail/outline.hpp"
#include "messages/ui_messages.hpp"

#include <algorithm>
#include <cmath>

namespace vidimus::report::detail {
namespace {

using messages::UiMessages;

bool asGood(const Region& a, const Region& b)
{
    constexpr double tolerance = 0.05; // millimetres; regions pass through JSON on their way
    const auto near = [](Millimetres x, Millimetres y) { return std::abs(x.value - y.value) < tolerance; };
    return near(a.x, b.x) && near(a.y, b.y) && near(a.width, b.width) && near(a.height, b.height);
}

/// "Could not be checked" is told apart from "failed", and both from what was not a matter here.
Look lookOf(const Finding& finding)
{
    switch (finding.outcome) {
    case Outcome::Passed:
        return Look::Passed;
    case Outcome::NotApplicable:
        return Look::NotAsked;
    case Outcome::Indeterminate:
        return Look::Unchecked;
    case Outcome::Failed:
        break;
    }
    if (finding.severity == Severity::Adverse)
        return Look::Adverse;
    return finding.severity == Severity::Caution ? Look::Caution : Look::Note;
}

std::string wordOf(Look look, const std::string& language)
{
    const auto& messages = UiMessages::instance();
    switch (look) {
    case Look::Adverse:
        return std::string(messages.text(language, "severity.adverse"));
    case Look::Caution:
        return std::string(messages.text(language, "severity.caution"));
    case Look::Unchecked:
        return std::string(messages.text(language, "outcome.indeterminate"));
    case Look::Note:
        return std::string(messages.text(language, "severity.note"));
    case Look::Passed:
        return std::string(messages.text(language, "outcome.passed"));
    case Look::NotAsked:
        break;
    }
    return std::string(messages.text(language, "outcome.not-applicable"));
}

std::string dispositionOf(const Case& checked, const Finding& finding, const std::string& language)
{
    const auto& all = checked.dispositions;
    const auto last = std::find_if(
        all.rbegin(), all.rend(), [&](const Disposition& disposition) { return disposition.finding == finding.id; });
    if (last == all.rend() || last->withdrawn)
        return {};
    const auto& messages = UiMessages::instance();
    std::string text(messages.text(language, "disposition." + std::string(vidimus::nameOf(last->kind))));
    if (!last->words.empty())
        text += ": " + last->words;
    return text + " (" + messages.format(language, "report.by-at", {{"name", last->by}, {"time", readable(last->at)}})
        + ")";
}

std::string valuesOf(const Finding& finding)
{
    std::string text;
    for (const auto& [name, value] : finding.values)
        if (!value.empty())
            text += (text.empty() ? "" : ", ") + name + " " + value;
    return text;
}

void addPlaces(
    const Case& checked, const Finding& finding, const Words& words, const std::string& language, FindingItem& item)
{
    for (const Citation& citation : finding.citations) {
        std::string place;
        if (citation.document)
            place = UiMessages::instance().format(
                        language, "report.document-number", {{"number", std::to_string(citation.document->value + 1)}})
                + ", ";
        place += placeOf(checked, citation.file, citation.page, language);
        std::string text = citation.field.empty() ? std::string() : words.fieldName(citation.field);
        if (!citation.text.empty())
            text += (text.empty() ? "" : ": ") + citation.text;
        item.where.push_back({place, text});
        if (const Crop* crop = cropOf(checked, citation.file, citation.page, citation.region))
            item.crops.emplace_back(crop,
                UiMessages::instance().format(
                    language, "report.crop-alt", {{"place", place}, {"what", text.empty() ? item.question : text}}));
    }
}

/// "Document 1: Identity number", one for each document: what tells equal questions apart where no place is shown.
std::string aboutOf(const Finding& finding, const Words& words, const std::string& language)
{
    std::string about;
    std::optional<DocumentIndex> last;
    for (const Citation& citation : finding.citations) {
        const std::string name = citation.field.empty() ? std::string() : words.fieldName(citation.field);
        if (!citation.document || (citation.document == last && name.empty()))
            continue;
        const std::string document = UiMessages::instance().format(
            language, "report.document-number", {{"number", std::to_string(citation.document->value + 1)}});
        const bool same = citation.document == last;
        about += (about.empty() ? "" : same ? ", " : "; ") + (same ? std::string() : document);
        about += name.empty() ? "" : same ? name : ": " + name;
        last = citation.document;
    }
    return about;
}

FindingItem itemOf(const Case& checked, const Finding& finding, const Words& words, const Options& options)
{
    FindingItem item;
    item.look = lookOf(finding);
    item.word = wordOf(item.look, options.language);
    item.question = words.question(finding);
    item.answer = words.answer(finding);
    item.values = valuesOf(finding);
    item.source = words.source ? words.source(finding) : finding.source;
    item.origin = finding.check + (finding.reason.empty() ? "" : " / " + finding.reason) + ", " + finding.plugin
        + (finding.pluginVersion.empty() ? "" : " " + finding.pluginVersion);
    item.disposition = dispositionOf(checked, finding, options.language);
    addPlaces(checked, finding, words, options.language, item);
    if (item.look == Look::Passed || item.look == Look::NotAsked)
        item.about = aboutOf(finding, words, options.language);
    return item;
}

} // namespace

const Crop* cropOf(const Case& checked, FileIndex file, PageIndex page, const Region& region)
{
    for (const Crop& crop : checked.crops)
        if (crop.file == file && crop.page == page && asGood(crop.region, region) && !crop.png.empty())
            return &crop;
    return nullptr;
}

const char* symbolOf(Look look)
{
    static constexpr const char* symbols[] = {"✖", "▲", "?", "•", "✔", "–"};
    return symbols[static_cast<std::size_t>(look)];
}

const char* nameOf(Look look)
{
    static constexpr const char* names[] = {"adverse", "caution", "unchecked", "note", "passed", "not-asked"};
    return names[static_cast<std::size_t>(look)];
}

std::vector<FindingGroup> groupsOf(const Case& checked, const Words& words, const Options& options)
{
    const auto text = [&](const char* key) { return label(options.language, key); };
    std::vector<FindingGroup> groups{{Look::Adverse, text("adverse-findings"), "", {}},
        {Look::Caution, text("cautions"), "", {}}, {Look::Unchecked, text("unchecked"), text("unchecked-lead"), {}},
        {Look::Note, text("notes"), "", {}}, {Look::Passed, text("passed"), "", {}},
        {Look::NotAsked, text("not-asked"), "", {}}};
    std::vector<Finding> sorted = checked.findings;
    sortFindings(sorted);
    for (const Finding& finding : sorted)
        groups[static_cast<std::size_t>(lookOf(finding))].items.push_back(itemOf(checked, finding, words, options));
    // A summary leaves out what was no matter here; all else stands in both kinds.
    std::erase_if(groups, [&](const FindingGroup& group) {
        return group.items.empty() || (group.look == Look::NotAsked && options.kind == Kind::Summary);
    });
    return groups;
}

} // namespace vidimus::report::detail
