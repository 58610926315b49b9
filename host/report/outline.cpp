#include "detail/outline.hpp"

#include "core/field_order.hpp"
#include "core/spelling.hpp"
#include "messages/ui_messages.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace vidimus::report::detail {
namespace {

using messages::UiMessages;

std::string text(const std::string& language, const std::string& key)
{
    return std::string(UiMessages::instance().text(language, key));
}

std::string percent(double share)
{
    return std::to_string(static_cast<int>(std::floor(share * 100 + 0.5))) + " %";
}

std::string numbered(const std::string& language, const char* key, std::size_t index)
{
    return UiMessages::instance().format(language, key, {{"number", std::to_string(index + 1)}});
}

/// The kind of an identity number is a code of ours: a person reads its words.
std::string valueInWords(const Field& field, const std::string& language)
{
    const std::string key = "id-kind." + field.value;
    const std::string words = field.id == "holder.id-kind" ? text(language, key) : key;
    return words == key ? field.value : words;
}

FieldRow rowOf(
    const Case& checked, std::size_t document, const Field& field, const Words& words, const Options& options)
{
    FieldRow row;
    row.id = field.id;
    row.name = words.fieldName(field.id);
    row.text = field.text;
    row.value = valueInWords(field, options.language);
    row.lang = field.lang;
    row.uncertain = field.certainty != Certainty::Accepted;
    row.confidence = field.certainty == Certainty::Unreadable ? text(options.language, "certainty.unreadable")
                                                              : percent(field.confidence);
    row.origin = text(options.language, "origin." + std::string(vidimus::nameOf(field.origin)));
    row.place = placeOf(checked, field.file, field.page, options.language);
    row.crop = cropOf(checked, field.file, field.page, field.region);
    if (const Correction* correction = correctionOf(checked, document, field))
        row.correction = UiMessages::instance().format(
            options.language, "report.corrected", {{"value", correction->value}, {"name", correction->by}});
    return row;
}

std::string barriersOf(const std::vector<std::string>& barriers, const std::string& language)
{
    std::string all;
    for (const std::string& barrier : barriers)
        all += (all.empty() ? "" : ", ") + barrier;
    return all.empty() ? text(language, "report.no-confinement") : all;
}

std::string textEnginesIn(const Case& checked, const std::string& language)
{
    const auto engines = textEnginesOf(checked);
    std::string all;
    for (const std::string& engine : engines)
        all += (all.empty() ? "" : ", ") + engine;
    // Who relies on a report must know that no second reader has looked.
    return engines.size() == 1 ? all + " (" + text(language, "report.one-engine") + ")" : all;
}

DocumentItem documentOf(const Case& checked, std::size_t index, const Words& words, const Options& options)
{
    const Document& document = checked.evidence.documents[index];
    DocumentItem item;
    item.heading = numbered(options.language, "report.document-number", index);
    item.recognised = document.classification.has_value();
    item.title = item.recognised ? words.profileTitle(document.classification->profile)
                                 : label(options.language, "not-recognised");
    if (item.recognised) {
        std::string score = percent(document.classification->score);
        score.erase(score.size() - 2);
        item.profile = document.classification->profile + ", "
            + UiMessages::instance().format(options.language, "report.score", {{"score", score}});
        if (!document.classification->jurisdiction.empty())
            item.profile += ", " + document.classification->jurisdiction;
    }
    for (const DocumentPart& part : document.parts)
        item.places += (item.places.empty() ? "" : "; ") + placeOf(checked, part.file, part.page, options.language);
    for (const std::size_t at : inReadingOrder(document.fields))
        item.fields.push_back(rowOf(checked, index, document.fields[at], words, options));
    for (const auto& placed : document.marks)
        item.marks.push_back({placed.mark.kind, placed.mark.text});
    return item;
}

FileItem fileOf(const Case& checked, std::size_t index, const std::string& language)
{
    const File& file = checked.files[index];
    FileItem item{file.source, file.sha256, file.mediaType, std::to_string(file.pages.size()), {}};
    if (file.sha256.empty())
        item.type = label(language, "unreadable");
    for (const FileFact& stated : checked.evidence.facts) {
        if (stated.file.value != index || stated.fact.kind != "pdf.signature")
            continue;
        const auto value = [&](const char* name) {
            const auto found = stated.fact.values.find(name);
            return found == stated.fact.values.end() ? std::string() : found->second;
        };
        std::string line = value("field");
        for (const std::string& part : {value("signer"), value("signedAt"), value("coverage"), value("modification")})
            if (!part.empty())
                line += ", " + part;
        item.signatures.push_back(line);
    }
    return item;
}

std::string auditorOf(const Case& checked)
{
    return checked.conclusion ? checked.conclusion->by : std::string();
}

void addFacts(const Case& checked, const std::string& language, const Options& options, Outline& outline)
{
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty())
            outline.facts.push_back({label(language, key), value});
    };
    add("case", checked.id);
    add("subject", checked.terms.subject);
    add("deciding-date", checked.terms.asOf.iso());
    if (options.made)
        add("made", readable(*options.made));
    add("pathway", checked.terms.pathway);
    if (checked.id.empty())
        return; // checked on the command line: no people and no state
    add("state", text(language, "state." + std::string(vidimus::nameOf(checked.state))));
    add("officer", checked.officer);
    add("auditor", checked.conclusion ? auditorOf(checked) : label(language, "nobody-yet"));
    add("created", readable(checked.createdAt));
    add("changed", readable(checked.changedAt));
}

void addConclusion(const Case& checked, const std::string& language, Outline& outline)
{
    outline.conclusionTitle = label(language, "conclusion");
    outline.concluded = checked.conclusion.has_value();
    if (!checked.returnReason.empty() && checked.state == CaseState::Returned)
        outline.returned
            = UiMessages::instance().format(language, "report.returned-because", {{"reason", checked.returnReason}});
    if (!outline.concluded) {
        outline.conclusion = label(language, "no-conclusion");
        outline.fourEyes = label(language, "four-eyes-open");
        return;
    }
    const Conclusion& conclusion = *checked.conclusion;
    outline.conclusion
        = text(language, "conclusion." + std::string(vidimus::nameOf(conclusion.kind))) + ". " + conclusion.words;
    outline.conclusionBy = UiMessages::instance().format(
        language, "report.concluded-by", {{"name", conclusion.by}, {"time", readable(conclusion.at)}});
    outline.fourEyes = label(language, "four-eyes") + ": " + checked.officer + ", " + conclusion.by;
}

void addCounts(const std::string& language, const std::vector<FindingGroup>& groups, Outline& outline)
{
    static constexpr std::pair<Look, const char*> all[]
        = {{Look::Adverse, "count-adverse"}, {Look::Caution, "count-caution"}, {Look::Unchecked, "count-unchecked"},
            {Look::Note, "count-note"}, {Look::Passed, "count-passed"}};
    for (const auto& [look, key] : all) {
        std::size_t number = 0;
        for (const FindingGroup& group : groups)
            number += group.look == look ? group.items.size() : 0;
        outline.counts.push_back({look, label(language, key), number});
    }
}

void addMaking(const Case& checked, const Words& words, const std::string& language, Outline& outline)
{
    for (const Claim& claim : checked.terms.claims)
        outline.claims.push_back({words.fieldName(claim.field), claim.value});
    for (std::size_t i = 0; i < checked.files.size(); ++i)
        outline.files.push_back(fileOf(checked, i, language));
    outline.plugins = checked.plugins;
    outline.confinement = barriersOf(checked.confinement, language);
    outline.toolConfinement = barriersOf(checked.toolConfinement, language);
    outline.textEngines = textEnginesIn(checked, language);
    outline.version = checked.version;
    outline.disclaimer = label(language, "disclaimer");
}

} // namespace

std::string label(const std::string& language, const char* key)
{
    return text(language, std::string("report.") + key);
}

std::string readable(UtcTime time)
{
    const std::string iso = time.iso();
    return iso.substr(0, 10) + " " + iso.substr(11, 5) + " UTC";
}

std::string placeOf(const Case& checked, FileIndex file, PageIndex page, const std::string& language)
{
    // The name tells the file; the folder that it came from stands once, in the list of files.
    std::string place = file.value < checked.files.size()
        ? std::filesystem::path(checked.files[file.value].source).filename().string()
        : numbered(language, "report.file-number", file.value);
    if (file.value < checked.files.size() && checked.files[file.value].pages.size() <= 1)
        return place; // a page number tells nothing where there is one page
    return place + ", " + numbered(language, "report.page-number", page.value);
}

const Correction* correctionOf(const Case& checked, std::size_t document, const Field& field)
{
    const auto& all = checked.corrections;
    const auto last = std::find_if(all.rbegin(), all.rend(), [&](const Correction& correction) {
        return correction.document.value == document && correction.field == field.id && correction.lang == field.lang;
    });
    return last == all.rend() || last->value.empty() ? nullptr : &*last;
}

Outline outlineOf(const Case& checked, const Words& words, const Options& options)
{
    Options ours = options;
    ours.language = UiMessages::bestLanguage(options.language);
    const std::string& language = ours.language;
    Outline outline;
    outline.language = language;
    outline.full = ours.kind == Kind::Full;
    outline.title = label(language, "title");
    outline.kind = label(language, outline.full ? "kind-full" : "kind-summary");
    outline.caseName = checked.terms.subject.empty() ? checked.id : checked.terms.subject;
    outline.header = checked.id.empty() ? outline.title : label(language, "case") + " " + checked.id;
    outline.date = checked.terms.asOf.iso();
    outline.documentTitle = outline.title + (outline.caseName.empty() ? "" : " – " + outline.caseName);
    outline.madeAt = options.made ? options.made->iso() : outline.date + "T00:00:00Z";
    addFacts(checked, language, ours, outline);
    outline.groups = groupsOf(checked, words, ours);
    addCounts(language, outline.groups, outline);
    outline.proposal = proposalOf(checked.findings);
    outline.proposalLabel = label(language, "proposal");
    outline.proposalText = text(language, "proposal." + std::string(vidimus::nameOf(outline.proposal)));
    addConclusion(checked, language, outline);
    for (std::size_t i = 0; i < checked.evidence.documents.size(); ++i)
        outline.documents.push_back(documentOf(checked, i, words, ours));
    addMaking(checked, words, language, outline);
    return outline;
}

} // namespace vidimus::report::detail
