#include "app/sheet_expectation.hpp"

#include "core/spelling.hpp"
#include "profiles/toml_reader.hpp"

#include <algorithm>

namespace vidimus::app {
namespace {

std::map<std::string, std::string> textsOf(
    profiles::TomlReader& reader, const toml::table& expect, std::string_view key)
{
    std::map<std::string, std::string> texts;
    if (const toml::table* table = reader.table(expect, key))
        for (const auto& [name, node] : *table)
            texts.emplace(name.str(), reader.text(*table, name.str(), true));
    return texts;
}

std::string recognisedAs(const Case& checked)
{
    for (const Document& document : checked.evidence.documents)
        if (document.classification)
            return document.classification->profile;
    return {};
}

/// "passed" where every answer of this check was, the first other one else; empty where it was not asked.
std::string outcomeOf(const Case& checked, const std::string& check)
{
    std::string outcome;
    for (const Finding& finding : checked.findings)
        if (finding.check == check && (outcome.empty() || outcome == "passed"))
            outcome = nameOf(finding.outcome);
    return outcome;
}

void compareFields(const SheetExpectation& expected, const Case& checked, std::vector<std::string>& differences)
{
    for (const auto& [id, value] : expected.fields) {
        const Field* field = nullptr;
        for (const Document& document : checked.evidence.documents)
            if (!field)
                field = document.field(id);
        if (!field)
            differences.push_back(id + " was not found; \"" + value + "\" is expected");
        else if (field->value != value)
            differences.push_back(id + " was read as \"" + field->value + "\"; \"" + value + "\" is expected");
    }
}

} // namespace

bool SheetExpectation::altered() const
{
    return std::any_of(checks.begin(), checks.end(), [](const auto& check) { return check.second == "failed"; });
}

Result<SheetExpectation> readExpectation(const std::filesystem::path& sheet)
{
    profiles::TomlReader reader(sheet);
    const auto root = reader.parse();
    if (!root)
        return root.error();
    SheetExpectation expected;
    const toml::table* expect = reader.table(*root, "expect");
    if (!expect)
        reader.fail(*root, "[expect] is missing");
    if (expect) {
        reader.onlyKeys(*expect, {"profile", "fields", "checks", "as_of"}, "[expect]");
        expected.profile = reader.text(*expect, "profile");
        expected.asOf = reader.date(*expect, "as_of").value_or(expected.asOf);
        expected.fields = textsOf(reader, *expect, "fields");
        expected.checks = textsOf(reader, *expect, "checks");
    }
    for (const auto& [check, outcome] : expected.checks)
        if (!named<Outcome>(outcome))
            reader.fail(*expect, "the outcome of " + check + " is passed, failed, indeterminate or not-applicable");
    if (reader.error())
        return *reader.error();
    return expected;
}

std::vector<std::string> differences(
    const SheetExpectation& expected, const Case& checked, const std::vector<std::string>& own)
{
    std::vector<std::string> differences;
    for (const Finding& finding : checked.findings)
        if (finding.check == "check-did-not-finish")
            differences.push_back("it was not read and checked to its end: " + finding.values.at("what"));
    const std::string profile = recognisedAs(checked);
    if (expected.foreign()) {
        if (std::find(own.begin(), own.end(), profile) != own.end())
            differences.push_back("it was recognised as " + profile + ", but is foreign");
        return differences;
    }
    if (profile != expected.profile)
        differences.push_back("it was recognised as " + (profile.empty() ? "nothing" : profile) + "; "
            + expected.profile + " is expected");
    compareFields(expected, checked, differences);
    for (const auto& [check, outcome] : expected.checks)
        if (const std::string said = outcomeOf(checked, check); said != outcome)
            differences.push_back(
                check + " says " + (said.empty() ? "nothing" : said) + "; " + outcome + " is expected");
    for (const Finding& finding : checked.findings)
        if (finding.severity == Severity::Adverse && !expected.checks.contains(finding.check))
            differences.push_back("an adverse finding that is not expected: " + finding.check + ", " + finding.reason);
    return differences;
}

} // namespace vidimus::app
