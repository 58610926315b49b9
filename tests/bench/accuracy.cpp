#include "support/run_program.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <thread>
#include <vector>

/// bench_accuracy FOLDER [--details] [--program PATH]
///
/// Every specimen in the folder (a file with its .truth.json beside it) goes through `vidimus verify --json` on its
/// own. Prints, in all and by degradation and by profile: documents recognised, fields exactly right, the share of
/// fields that the program accepts and how many of these are wrong, planted alterations found (by the check and reason
/// that the truth names), and adverse findings and cautions on genuine specimens.
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Tally {
    int specimens = 0, recognised = 0;
    int fields = 0, right = 0, accepted = 0, wrongAccepted = 0;
    int alterations = 0, found = 0, foundAsUncertain = 0;
    int genuine = 0, adverseOnGenuine = 0, cautionsOnGenuine = 0;
};

void add(Tally& sum, const Tally& one)
{
    sum.specimens += one.specimens;
    sum.recognised += one.recognised;
    sum.fields += one.fields;
    sum.right += one.right;
    sum.accepted += one.accepted;
    sum.wrongAccepted += one.wrongAccepted;
    sum.alterations += one.alterations;
    sum.found += one.found;
    sum.foundAsUncertain += one.foundAsUncertain;
    sum.genuine += one.genuine;
    sum.adverseOnGenuine += one.adverseOnGenuine;
    sum.cautionsOnGenuine += one.cautionsOnGenuine;
}

std::string g_program = VIDIMUS_BUILD_DIR "/vidimus";
thread_local std::vector<std::string> g_details;

/// The entry that checks use: the first with this id and language.
json readField(const json& report, const std::string& id, const std::string& lang)
{
    for (const auto& document : report.at("documents"))
        for (const auto& field : document.at("fields"))
            if (field.at("id") == id
                && (lang.empty() || field.value("lang", "") == lang || field.value("lang", "").empty()))
                return field;
    return {{"value", ""}, {"certainty", ""}};
}

void countFields(const json& report, const json& truth, const std::string& name, Tally& tally)
{
    for (const auto& field : truth.at("fields")) {
        const std::string id = field.at("id"), lang = field.value("lang", ""), wanted = field.at("value");
        const json read = readField(report, id, lang);
        const std::string got = read.at("value"), certainty = read.at("certainty");
        ++tally.fields;
        tally.right += got == wanted;
        tally.accepted += certainty == "accepted";
        tally.wrongAccepted += got != wanted && certainty == "accepted";
        if (got == wanted && certainty != "accepted")
            g_details.push_back(name + "  " + id + "  right, but " + certainty);
        else if (got != wanted)
            g_details.push_back(name + "  " + id + (lang.empty() ? "" : "@" + lang) + "  wanted [" + wanted
                + "]  read [" + got + "] " + certainty);
    }
}

bool finds(const json& report, const std::string& check, const std::string& reason, const std::string& outcome)
{
    return std::any_of(report.at("findings").begin(), report.at("findings").end(), [&](const json& finding) {
        return finding.at("check") == check && (reason.empty() || finding.at("reason") == reason)
            && finding.at("outcome") == outcome;
    });
}

void countAlterations(const json& report, const json& truth, const std::string& name, Tally& tally)
{
    for (const auto& alteration : truth.at("alterations")) {
        const std::string check = alteration.value("check", ""), reason = alteration.value("reason", "");
        if (check.empty())
            continue;
        ++tally.alterations;
        if (finds(report, check, reason, "failed")) {
            ++tally.found;
        } else if (finds(report, check, "field-uncertain", "indeterminate")) {
            ++tally.foundAsUncertain;
            g_details.push_back(name + "  alteration " + alteration.value("name", "") + " only uncertain: " + check);
        } else {
            g_details.push_back(
                name + "  alteration " + alteration.value("name", "") + " missed: " + check + " " + reason);
        }
    }
}

void countGenuine(const json& report, const std::string& name, Tally& tally)
{
    ++tally.genuine;
    bool adverse = false, caution = false;
    for (const auto& finding : report.at("findings")) {
        adverse |= finding.at("severity") == "adverse";
        caution |= finding.at("severity") == "caution";
        if (finding.at("severity") == "adverse" || finding.at("severity") == "caution")
            g_details.push_back(name + "  genuine, " + finding.at("severity").get<std::string>() + ": "
                + finding.at("check").get<std::string>() + " " + finding.at("reason").get<std::string>());
    }
    tally.adverseOnGenuine += adverse;
    tally.cautionsOnGenuine += caution;
}

Tally measure(const fs::path& file, const json& truth)
{
    const auto ran = vidimus::tests::runProgram(
        {g_program, "verify", "--json", "--lang", "en", "--as-of", truth.at("asOf"), file.string()});
    const std::string name = file.filename().string();
    Tally tally;
    tally.specimens = 1;
    const json report = json::parse(ran.output, nullptr, false);
    if (report.is_discarded()) {
        g_details.push_back(name + "  no report, exit status " + std::to_string(ran.status) + ": " + ran.errors);
        return tally;
    }
    const std::string kind = truth.value("kind", "genuine");
    const auto& documents = report.at("documents");
    const bool recognised = std::any_of(documents.begin(), documents.end(), [&](const json& document) {
        return !document.at("profile").is_null()
            && document.at("profile").at("id").get<std::string>().starts_with(truth.at("profile").get<std::string>());
    });
    tally.recognised = recognised;
    if (kind == "foreign") {
        const bool any = std::any_of(
            documents.begin(), documents.end(), [](const json& document) { return !document.at("profile").is_null(); });
        tally.recognised = !any; // rightly not recognised
        if (any)
            g_details.push_back(name + "  a look-alike was recognised");
        return tally;
    }
    if (!recognised)
        g_details.push_back(name + "  not recognised");
    countFields(report, truth, name, tally);
    countAlterations(report, truth, name, tally);
    if (kind == "genuine")
        countGenuine(report, name, tally);
    return tally;
}

struct Measured {
    Tally tally;
    std::string degradation, profile;
    std::vector<std::string> details;
};

Measured measure(const fs::path& path)
{
    const json truth = json::parse(std::ifstream(path));
    const std::string text = path.string();
    Measured one;
    one.tally = measure(text.substr(0, text.size() - std::string(".truth.json").size()), truth);
    for (const auto& name : truth.value("degradations", json::array()))
        one.degradation += (one.degradation.empty() ? "" : "+") + name.get<std::string>();
    if (one.degradation.empty())
        one.degradation = "clean";
    one.profile = truth.at("profile");
    one.details.swap(g_details);
    return one;
}

void print(const std::string& title, const std::map<std::string, Tally>& rows)
{
    const auto share = [](int part, int whole) { return whole ? 100.0 * part / whole : 100.0; };
    std::printf("\n%-26s %5s %10s %17s %9s %6s %11s %9s %9s %9s\n", title.c_str(), "n", "recognised", "fields right",
        "accepted", "wrong!", "alterations", "uncertain", "adverse*", "caution*");
    for (const auto& [name, t] : rows)
        std::printf("%-26s %5d %9.1f%% %5d/%-5d%5.1f%% %8.1f%% %6d %7d/%-3d %9d %5d/%-3d %5d/%-3d\n", name.c_str(),
            t.specimens, share(t.recognised, t.specimens), t.right, t.fields, share(t.right, t.fields),
            share(t.accepted, t.fields), t.wrongAccepted, t.found, t.alterations, t.foundAsUncertain,
            t.adverseOnGenuine, t.genuine, t.cautionsOnGenuine, t.genuine);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_accuracy FOLDER [--details] [--program PATH]\n");
        return 64;
    }
    bool details = false;
    for (int i = 2; i < argc; ++i)
        if (std::string(argv[i]) == "--details")
            details = true;
        else if (std::string(argv[i]) == "--program" && i + 1 < argc)
            g_program = argv[++i];
    std::vector<fs::path> truths;
    for (const auto& entry : fs::recursive_directory_iterator(argv[1]))
        if (entry.path().string().ends_with(".truth.json"))
            truths.push_back(entry.path());
    std::sort(truths.begin(), truths.end());
    // A file a core: `verify` reads one file on one core.
    std::vector<Measured> measured(truths.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < truths.size(); i = next++)
            measured[i] = measure(truths[i]);
    };
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
        workers.emplace_back(work);
    workers.clear();
    std::map<std::string, Tally> all, byDegradation, byProfile;
    for (const Measured& one : measured) {
        add(all["all"], one.tally);
        add(byDegradation[one.degradation], one.tally);
        add(byProfile[one.profile], one.tally);
    }
    print("", all);
    print("by degradation", byDegradation);
    print("by profile", byProfile);
    std::printf("\n! accepted fields that are wrong\n* of genuine specimens; a look-alike counts as recognised when "
                "nothing was recognised in it\n");
    if (details)
        for (const Measured& one : measured)
            for (const std::string& line : one.details)
                std::printf("%s\n", line.c_str());
    return 0;
}
