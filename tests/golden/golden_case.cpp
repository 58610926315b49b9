#include "golden/golden_case.hpp"

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
    for (const auto& [name, value] : {std::pair{std::string("${GOLDEN}"), folder().string()},
             {std::string("${BUILD}"), std::string(VIDIMUS_BUILD_DIR)}})
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
            text.replace(at, name.size(), value);
    return text;
}

json cooked(const std::string& name)
{
    const json index = readJson(folder() / "index.json");
    for (const auto& entry : index.at("cases"))
        if (entry.at("name") == name)
            return entry;
    return {};
}

std::vector<std::string> commandOf(const GoldenCase& golden, const json& made)
{
    std::vector<std::string> argv{
        VIDIMUS_BUILD_DIR "/vidimus", "verify", "--json", "--lang", "en", "--jobs", "1", "--as-of", made.at("asOf")};
    for (const auto& file : made.at("files"))
        argv.push_back((folder() / file.at("file").get<std::string>()).string());
    if (made.contains("claims"))
        argv.insert(argv.end(), {"--claims", (folder() / made.at("claims").get<std::string>()).string()});
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

} // namespace

fs::path folder()
{
    return fs::path(VIDIMUS_BUILD_DIR) / "tests" / "golden-cases"; // tests/golden there is the build system's own
}

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

std::string drawAll()
{
    fs::remove_all(folder());
    fs::create_directories(folder() / "results");
    const std::string program = VIDIMUS_BUILD_DIR "/vidimus-specimen", trust = (folder() / "trust").string();
    for (const auto& argv : {std::vector<std::string>{program, "--make-trust", trust, "--seed", "1"},
             {program, "--make-trust", (folder() / "other-trust").string(), "--seed", "2"},
             {program, "--recipe", (source / "specimens" / "golden.json").string(), "--out-dir", folder().string(),
                 "--sign", trust}}) {
        const auto ran = tests::runProgram(argv);
        if (ran.status != 0)
            return ran.errors + ran.output;
    }
    return {};
}

std::string runCase(const GoldenCase& golden)
{
    const json made = cooked(golden.of);
    if (made.is_null())
        return "the recipe has no case " + golden.of;
    std::vector<std::string> environment;
    for (const std::string& variable : golden.environment)
        environment.push_back(expanded(variable));
    const auto ran = tests::runProgram(commandOf(golden, made), environment);
    const json report = json::parse(ran.output, nullptr, false);
    if (report.is_discarded())
        return "no report; exit status " + std::to_string(ran.status) + "; " + ran.errors;
    std::ofstream(folder() / "results" / (golden.name + ".report.json")) << ran.output;

    const Told told = toldBy(report);
    const auto expect = golden.of == golden.name ? strings(made, "expect") : golden.expect;
    json reached = json::array();
    std::string wrong;
    for (const std::string& pair : expect) {
        if (told.said.contains(pair))
            reached.push_back(pair);
        else if (!told.wouldBe.contains(pair))
            wrong += "\n  not found: " + pair;
    }
    std::ofstream(folder() / "results" / (golden.name + ".json"))
        << json({{"case", golden.name}, {"reached", reached}}).dump(1);
    if (!wrong.empty())
        return wrong + "\nbut:" + told.everything;
    if (expect.empty() && !told.adverse.empty())
        return "adverse findings on a genuine case:" + told.adverse;
    const int wanted = report.at("proposal") == "adverse-findings" ? 1 : -1;
    if (wanted == 1 && ran.status != 1)
        return "exit status " + std::to_string(ran.status) + " with adverse findings";
    return {};
}

std::vector<std::string> unreachedPairs()
{
    std::map<std::string, std::vector<std::string>> reachedBy;
    for (const auto& entry : fs::directory_iterator(folder() / "results")) {
        const json result = readJson(entry.path());
        if (result.contains("reached"))
            for (const auto& pair : result.at("reached"))
                reachedBy[pair].push_back(result.at("case"));
    }
    std::ofstream table(folder() / "table.md");
    table << "| check | reason | golden cases |\n|---|---|---|\n";
    std::vector<std::string> unreached;
    for (const std::string& pair : allPairs()) {
        auto& cases = reachedBy[pair];
        std::sort(cases.begin(), cases.end());
        std::string list;
        for (const std::string& name : cases)
            list += (list.empty() ? "" : ", ") + name;
        const auto slash = pair.find('/');
        table << "| " << pair.substr(0, slash) << " | " << pair.substr(slash + 1) << " | " << list << " |\n";
        const auto open = openEntries();
        if (cases.empty() && std::find(open.begin(), open.end(), pair) == open.end())
            unreached.push_back(pair);
    }
    return unreached;
}

} // namespace vidimus::golden
