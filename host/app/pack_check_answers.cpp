#include "app/pack_check_answers.hpp"

#include "app/child_program.hpp"
#include "app/private_folder.hpp"
#include "app/sheet_expectation.hpp"
#include "app/verify.hpp"

#include <algorithm>
#include <random>

namespace vidimus::app {
namespace {

namespace fs = std::filesystem;

/// Values that a misread, or somebody with a plan, may put before a validator. Seeded: the same every time.
std::vector<std::string> oddValues()
{
    std::vector<std::string> values{
        "", " ", "0", "()", "-1", "\n", "A123456(3)", "11010519491231002X", "陈大文", std::string(100'000, '9')};
    std::mt19937 random(2);
    for (int i = 0; i < 100; ++i) {
        std::string value;
        for (unsigned length = random() % 30; value.size() < length;)
            value += static_cast<char>(' ' + random() % 95);
        values.push_back(std::move(value));
    }
    return values;
}

std::string shown(const std::string& value)
{
    return "\"" + value.substr(0, 40) + (value.size() > 40 ? "…\"" : "\"");
}

std::vector<fs::path> sheetsOf(const packs::Pack& pack)
{
    std::vector<fs::path> sheets;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(pack.folder / "specimens", error))
        if (entry.path().extension() == ".toml")
            sheets.push_back(entry.path());
    std::sort(sheets.begin(), sheets.end());
    return sheets;
}

std::vector<std::string> troubleOfSheet(const fs::path& sheet, const SheetExpectation& expected,
    const packs::Pack& pack, const House& house, Workers& workers)
{
    const PrivateFolder folder;
    const fs::path picture = folder.path() / "specimen.png";
    const auto drawn = runToItsEnd(house.programFolder / "vidimus-specimen",
        {"--sheet", sheet.string(), "--out", picture.string()}, Gather::OutputAndErrors, std::chrono::seconds(60), {});
    if (!drawn)
        return {drawn.error().message};
    if (drawn->status != 0)
        return {drawn->output.substr(0, drawn->output.find('\n'))};

    VerifyOrder order;
    order.job.sources = {picture};
    order.job.terms.asOf = expected.asOf;
    const auto ran = verify(order, house, workers, {}, {});
    if (!ran)
        return {ran.error().message};
    std::vector<std::string> own;
    for (const auto& profile : house.profiles.all())
        if (profile.pack == pack.id)
            own.push_back(profile.id);
    return differences(expected, ran->checked, own);
}

} // namespace

PackTest testOf(std::string name, const std::vector<std::string>& trouble, std::string remark)
{
    if (trouble.empty())
        return {std::move(name), PackTest::Outcome::Passed, std::move(remark)};
    std::string what;
    for (const std::string& sentence : trouble)
        what += (what.empty() ? "" : "; ") + sentence;
    return {std::move(name), PackTest::Outcome::Failed, std::move(what)};
}

std::vector<std::string> troubleOfValidators(const packs::Pack& pack, pipeline::PluginServices& services)
{
    std::vector<std::string> trouble;
    for (const std::string& validator : pack.validators)
        for (const std::string& value : oddValues()) {
            const auto once = services.validate(validator, value), twice = services.validate(validator, value);
            if (!once || !twice)
                trouble.push_back(
                    validator + " on " + shown(value) + ": " + (once ? twice.error() : once.error()).message);
            else if (once->verdict != twice->verdict || once->expected != twice->expected)
                trouble.push_back(validator + " answers " + shown(value) + " one way first and another way then");
            if (!trouble.empty() && trouble.back().starts_with(validator))
                break; // one example tells enough
        }
    return trouble;
}

std::vector<std::string> troubleOfChecks(const packs::Pack& pack, pipeline::PluginServices& services)
{
    Evidence evidence;
    Document& document = evidence.documents.emplace_back();
    document.classification = Classification{"zz.unknown", 1, "ZZ"};
    document.parts.emplace_back();
    std::vector<pipeline::CheckOrder> orders;
    for (const auto& check : pack.declarations)
        orders.push_back({check.id, check.ofCase ? std::nullopt : std::optional(DocumentIndex{0})});
    std::vector<std::string> trouble;
    for (const auto& result : services.check(evidence, {{{}}, {}}, orders))
        if (result.check == "check-did-not-finish")
            trouble.push_back(result.values.at("check") + ": " + result.values.at("what"));
        else if (result.outcome == Outcome::Failed)
            trouble.push_back(result.check + " fails on a document of which nothing is known (" + result.reason + ")");
    return trouble;
}

std::vector<PackTest> testsOfSpecimens(const packs::Pack& pack, const House& house, Workers& workers)
{
    std::vector<PackTest> tests;
    bool genuine = false, altered = false, foreign = false;
    for (const fs::path& sheet : sheetsOf(pack)) {
        const std::string name = "specimen-" + sheet.stem().string();
        const auto expected = readExpectation(sheet);
        if (!expected) {
            tests.push_back(testOf(name, {expected.error().message}));
            continue;
        }
        foreign |= expected->foreign();
        altered |= expected->altered();
        genuine |= !expected->foreign() && !expected->altered();
        tests.push_back(testOf(name, troubleOfSheet(sheet, *expected, pack, house, workers)));
    }
    std::vector<std::string> missing;
    for (const auto& [there, what] : {std::pair{genuine, "genuine"}, {altered, "altered"}, {foreign, "foreign"}})
        if (!there)
            missing.push_back(std::string("no ") + what + " specimen lies in specimens/");
    if (pack.profiles.empty())
        tests.push_back({"specimens-complete", PackTest::Outcome::Skipped, "the pack has no profile"});
    else
        tests.push_back(testOf("specimens-complete", missing));
    return tests;
}

} // namespace vidimus::app
