#include "app/pack_check.hpp"

#include "app/pack_check_answers.hpp"
#include "app/workers.hpp"

#include <algorithm>

namespace vidimus::app {
namespace {

namespace fs = std::filesystem;

/// Those of the errors that name something in this folder.
std::vector<std::string> within(const fs::path& folder, const std::vector<Error>& errors)
{
    std::vector<std::string> messages;
    for (const Error& error : errors)
        if (error.message.starts_with(folder.string() + "/"))
            messages.push_back(error.message);
    return messages;
}

bool declares(const packs::Pack& pack, const std::string& check)
{
    return std::any_of(pack.declarations.begin(), pack.declarations.end(),
        [&](const packs::CheckDeclaration& declaration) { return declaration.id == check; });
}

bool offersValidator(const House& house, const std::string& id)
{
    return std::any_of(house.packs.packs.begin(), house.packs.packs.end(), [&](const packs::Pack& pack) {
        return std::find(pack.validators.begin(), pack.validators.end(), id) != pack.validators.end();
    });
}

std::vector<std::string> troubleOfOffers(const packs::Pack& pack)
{
    std::vector<std::string> trouble;
    for (const std::string& check : pack.checks)
        if (!declares(pack, check))
            trouble.push_back(check + " is offered, but has no [[check]] that declares it");
    for (const auto& declaration : pack.declarations)
        if (std::find(pack.checks.begin(), pack.checks.end(), declaration.id) == pack.checks.end())
            trouble.push_back(declaration.id + " has a [[check]], but is not among the offers");
    const bool code = !pack.readers.empty() || !pack.engines.empty() || !pack.checks.empty() || !pack.validators.empty()
        || !pack.fieldReaders.empty();
    if (code && !pack.module)
        trouble.emplace_back("what is offered needs code, but the manifest names no abi and module");
    return trouble;
}

/// What a profile refers to must exist: checks, validators; and each field must have a way to be found.
std::vector<std::string> troubleOfProfiles(const packs::Pack& pack, const House& house)
{
    auto trouble = within(pack.folder, house.profiles.errors());
    for (const auto& profile : house.profiles.all()) {
        if (profile.pack != pack.id)
            continue;
        for (const auto& [check, level] : profile.levels)
            if (!house.packs.check(check).first)
                trouble.push_back(profile.file + ": gives a level to " + check + ", which no pack declares");
        for (const auto& field : profile.fields) {
            if (!field.validator.empty() && !offersValidator(house, field.validator))
                trouble.push_back(profile.file + ": " + field.id + " asks for the validator " + field.validator
                    + ", which no pack offers");
            if (field.labels.empty() && field.search.empty() && !field.region && field.choices.empty()
                && profile.fieldReaders.empty() && !field.id.starts_with("mrz."))
                trouble.push_back(profile.file + ": " + field.id
                    + " has no label, search, region_mm or choices, and will never be found");
        }
    }
    return trouble;
}

std::vector<std::string> troubleOfMessages(const packs::Pack& pack, const House& house)
{
    auto trouble = within(pack.folder, house.messages.errors());
    for (const auto& check : pack.declarations)
        if (house.messages.question(check.id, "en") == check.id)
            trouble.push_back("messages/en.toml: " + check.id + " has no question");
    for (const auto& profile : house.profiles.all())
        if (profile.pack == pack.id)
            for (const auto& field : profile.fields)
                if (house.messages.fieldName(field.id, "en") == field.id)
                    trouble.push_back("messages/en.toml: [fields] has no name for " + field.id);
    return trouble;
}

std::string languagesMissing(const packs::Pack& pack)
{
    std::string missing;
    std::error_code error;
    for (const char* language : {"zh-Hans", "zh-Hant", "pt"})
        if (!fs::exists(pack.folder / "messages" / (std::string(language) + ".toml"), error))
            missing += (missing.empty() ? "" : ", ") + std::string(language);
    const bool words = !pack.declarations.empty() || !pack.profiles.empty();
    return missing.empty() || !words ? "" : "no words of its own in " + missing + ": English is shown";
}

void runCode(PackReport& report, const packs::Pack& pack, const House& house)
{
    const auto workers = Workers::start(house);
    if (!workers) {
        report.tests.push_back(testOf("module-loads", {workers.error().message}));
        return;
    }
    std::vector<std::string> failures;
    for (const Error& failure : (*workers)->loadFailures())
        if (failure.origin == pack.id || failure.message.find(pack.id) != std::string::npos)
            failures.push_back(failure.message);
    if (!pack.module)
        report.tests.push_back({"module-loads", PackTest::Outcome::Skipped, "the pack has no code"});
    else
        report.tests.push_back(testOf("module-loads", failures));
    if (!failures.empty())
        return;
    const auto services = (*workers)->forCase({});
    if (pack.module) {
        report.tests.push_back(testOf("validators-answer", troubleOfValidators(pack, *services)));
        report.tests.push_back(testOf("checks-answer", troubleOfChecks(pack, *services)));
    }
    for (PackTest& test : testsOfSpecimens(pack, house, **workers))
        report.tests.push_back(std::move(test));
}

} // namespace

bool PackReport::holds() const
{
    return std::none_of(
        tests.begin(), tests.end(), [](const PackTest& test) { return test.outcome == PackTest::Outcome::Failed; });
}

Result<PackReport> checkPack(const fs::path& given, const fs::path& programFolder)
{
    std::error_code error;
    fs::path folder = fs::canonical(given, error);
    if (error || !fs::is_regular_file(folder / "plugin.toml", error))
        return Error{ErrorKind::NotFound, given.string() + ": there is no pack here (no plugin.toml)", "app"};
    const House house = House::open(programFolder, folder);
    PackReport report;
    for (const auto& rejected : house.packs.rejected)
        if (rejected.folder == folder)
            report.tests.push_back(testOf("manifest", {rejected.error.message}));
    if (!report.tests.empty())
        return report;
    const auto found = std::find_if(house.packs.packs.begin(), house.packs.packs.end(),
        [&](const packs::Pack& pack) { return pack.folder == folder; });
    if (found == house.packs.packs.end())
        return Error{ErrorKind::System, folder.string() + ": the pack was not found among those to load", "app"};
    report.id = found->id;
    report.version = found->version;
    report.tests.push_back(testOf("manifest", troubleOfOffers(*found)));
    report.tests.push_back(testOf("profiles", troubleOfProfiles(*found, house)));
    report.tests.push_back(testOf("messages", troubleOfMessages(*found, house), languagesMissing(*found)));
    runCode(report, *found, house);
    return report;
}

} // namespace vidimus::app
