#include "golden/golden_case.hpp"

#include "golden/golden_folders.hpp"
#include "support/run_program.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace vidimus::golden {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path source = fs::path(VIDIMUS_SOURCE_DIR) / "tests";

std::vector<std::string> strings(const json& object, const char* key)
{
    return object.value(key, std::vector<std::string>{});
}

/// The lines of a list beside this file, comments left out.
std::vector<std::string> linesOf(const char* name)
{
    std::vector<std::string> lines;
    std::ifstream stream(source / "golden" / name);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty() && line[0] != '#')
            lines.push_back(line);
    return lines;
}

/// ${GOLDEN} and ${BUILD} in a variant's arguments.
std::string expanded(std::string text)
{
    for (const auto& [name, value] : {std::pair{std::string("${GOLDEN}"), drawnTrust().string()},
             {std::string("${BUILD}"), std::string(VIDIMUS_BUILD_DIR)}})
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
            text.replace(at, name.size(), value);
    return text;
}

std::vector<std::string> commandOf(const GoldenCase& golden, const json& made)
{
    std::vector<std::string> argv{
        VIDIMUS_BUILD_DIR "/vidimus", "verify", "--json", "--lang", "en", "--jobs", "1", "--as-of", made.at("asOf")};
    for (const auto& file : made.at("files"))
        argv.push_back((drawnCase(golden.of) / file.at("file").get<std::string>()).string());
    if (made.contains("claims"))
        argv.insert(argv.end(), {"--claims", (drawnCase(golden.of) / made.at("claims").get<std::string>()).string()});
    for (const std::string& argument : golden.arguments)
        argv.push_back(expanded(argument));
    return argv;
}

std::string textOf(const json& finding)
{
    std::string text = finding.at("severity").get<std::string>() + " " + finding.at("check").get<std::string>() + "/"
        + finding.at("reason").get<std::string>() + ":";
    for (const auto& citation : finding.at("citations"))
        text += " " + citation.value("field", "") + "=[" + citation.value("text", "") + "]";
    return text + " " + finding.value("values", json::object()).dump();
}

/// "check/reason" of what failed or could not be told; and of what would have failed on a certain reading.
struct Told {
    std::set<std::string> said, wouldBe;
    std::string adverse, everything;
};

Told toldBy(const json& report)
{
    Told told;
    for (const auto& finding : report.at("findings")) {
        const std::string check = finding.at("check"), reason = finding.at("reason"), outcome = finding.at("outcome");
        if (outcome == "failed" || outcome == "indeterminate")
            told.said.insert(check + "/" + reason);
        if (reason == "field-uncertain")
            told.wouldBe.insert(check + "/" + finding.at("values").value("would-be", ""));
        if (finding.at("severity") == "adverse")
            told.adverse += "\n  " + textOf(finding);
        if (finding.at("severity") != "none")
            told.everything += "\n  " + textOf(finding);
    }
    return told;
}

/// Draws and runs a case, keeps its report and notes which of the expected pairs it reached. Empty, or what is wrong.
std::string judge(const GoldenCase& golden, json& reached)
{
    if (const std::string wrong = draw(golden.of); !wrong.empty())
        return wrong;
    const json made = readJson(drawnCase(golden.of) / "index.json").at("cases").at(0);
    std::vector<std::string> environment;
    for (const std::string& variable : golden.environment)
        environment.push_back(expanded(variable));
    const auto ran = tests::runProgram(commandOf(golden, made), environment);
    const json report = json::parse(ran.output, nullptr, false);
    if (report.is_discarded())
        return "no report; exit status " + std::to_string(ran.status) + "; " + ran.errors;
    std::ofstream(runFolder() / (golden.name + ".report.json")) << ran.output;

    const Told told = toldBy(report);
    const auto expect = golden.of == golden.name ? strings(made, "expect") : golden.expect;
    std::string wrong;
    for (const std::string& pair : expect) {
        if (told.said.contains(pair))
            reached.push_back(pair);
        else if (!told.wouldBe.contains(pair))
            wrong += "\n  not found: " + pair;
    }
    if (!wrong.empty())
        return wrong + "\nbut:" + told.everything;
    if (expect.empty() && !told.adverse.empty())
        return "adverse findings on a genuine case:" + told.adverse;
    if (report.at("proposal") == "adverse-findings" && ran.status != 1)
        return "exit status " + std::to_string(ran.status) + " with adverse findings";
    return {};
}

} // namespace

json readJson(const fs::path& path)
{
    return json::parse(std::ifstream(path), nullptr, false);
}

std::vector<GoldenCase> allCases()
{
    std::vector<GoldenCase> cases;
    const json recipe = readJson(source / "specimens" / "golden.json"),
               variants = readJson(source / "golden" / "variants.json");
    for (const auto& entry : recipe.at("cases"))
        cases.push_back({entry.at("name"), entry.at("name"), {"--trust", "${GOLDEN}/trust/root.pem"}, {}, {}});
    for (const auto& entry : variants)
        cases.push_back({entry.at("name"), entry.at("of"), strings(entry, "arguments"), strings(entry, "environment"),
            strings(entry, "expect")});
    return cases;
}

std::vector<std::string> allPairs()
{
    return linesOf("pairs.txt");
}

std::vector<std::string> openEntries()
{
    return linesOf("open.txt");
}

std::string runCase(const GoldenCase& golden)
{
    json reached = json::array();
    std::string wrong;
    try {
        wrong = judge(golden, reached);
    } catch (const std::exception& failure) {
        wrong = failure.what();
    }
    std::ofstream(runFolder() / (golden.name + ".json")) << json({{"case", golden.name}, {"reached", reached}}).dump(1);
    return wrong;
}

std::vector<std::string> casesThatDidNotRun()
{
    std::vector<std::string> missing;
    for (const GoldenCase& golden : allCases())
        if (!fs::exists(runFolder() / (golden.name + ".json")))
            missing.push_back(golden.name);
    return missing;
}

std::vector<std::string> unreachedPairs()
{
    std::map<std::string, std::set<std::string>> reachedBy;
    for (const GoldenCase& golden : allCases()) {
        const json result = readJson(runFolder() / (golden.name + ".json"));
        if (!result.is_discarded())
            for (const auto& pair : result.at("reached"))
                reachedBy[pair].insert(golden.name);
    }
    std::ofstream table(runFolder() / "table.md");
    table << "| check | reason | golden cases |\n|---|---|---|\n";
    std::vector<std::string> unreached;
    const auto open = openEntries();
    for (const std::string& pair : allPairs()) {
        std::string list;
        for (const std::string& name : reachedBy[pair])
            list += (list.empty() ? "" : ", ") + name;
        const auto slash = pair.find('/');
        table << "| " << pair.substr(0, slash) << " | " << pair.substr(slash + 1) << " | " << list << " |\n";
        if (list.empty() && std::find(open.begin(), open.end(), pair) == open.end())
            unreached.push_back(pair);
    }
    return unreached;
}

} // namespace vidimus::golden
