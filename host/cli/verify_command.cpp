#include "app/claims.hpp"
#include "app/outputs.hpp"
#include "app/verify.hpp"
#include "cli/commands.hpp"
#include "core/plain_text.hpp"
#include "messages/ui_messages.hpp"
#include "json/case_json.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <sstream>
#include <unistd.h>

namespace vidimus::cli {
namespace {

namespace fs = std::filesystem;

struct VerifyArguments {
    std::vector<std::string> files, reports, registers, trust;
    std::string claims, profile, pathway, passwordFile, asOf, language, kind = "summary", store, calibration;
    bool json = false;
    unsigned jobs = 0;
};

/// A usage error, told and turned into its exit status.
struct Usage {
    std::string message;
};

std::string readFile(const std::string& path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw Usage{path + ": cannot be opened"};
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::vector<Claim> readClaims(const std::string& path)
{
    const auto parsed = nlohmann::json::parse(readFile(path), nullptr, false);
    if (parsed.is_discarded())
        throw Usage{path + ": this is not JSON; claims are an object of field id and value"};
    auto claims = json::claimsFrom(parsed);
    if (!claims)
        throw Usage{path + ": " + claims.error().message};
    return *claims;
}

std::vector<std::string> readPasswords(const std::string& path)
{
    std::vector<std::string> passwords;
    std::istringstream lines(readFile(path));
    for (std::string line; std::getline(lines, line);)
        if (!line.empty())
            passwords.push_back(line);
    return passwords;
}

app::VerifyOrder orderOf(const VerifyArguments& arguments)
{
    app::VerifyOrder order;
    order.job.sources.assign(arguments.files.begin(), arguments.files.end());
    order.job.forcedProfile = arguments.profile;
    order.job.jobs = arguments.jobs;
    order.withCrops = !arguments.reports.empty();
    if (!arguments.asOf.empty()) {
        const auto date = Date::parse(arguments.asOf);
        if (!date || !date->toTheDay())
            throw Usage{"--as-of " + arguments.asOf + ": write the date as YYYY-MM-DD"};
        order.job.terms.asOf = *date;
    }
    if (!arguments.claims.empty())
        order.job.terms.claims = readClaims(arguments.claims);
    if (!arguments.passwordFile.empty())
        order.passwords = readPasswords(arguments.passwordFile);
    const auto roots = app::trustRootsFrom({arguments.trust.begin(), arguments.trust.end()});
    if (!roots)
        throw Usage{roots.error().message};
    order.job.trustRoots = *roots;
    return order;
}

void refuseWhatIsNotBuilt(const VerifyArguments& arguments)
{
    if (!arguments.registers.empty())
        throw Usage{"--register is not built in this version"};
    if (!arguments.pathway.empty())
        throw Usage{"--pathway is not built in this version"};
    if (!arguments.store.empty())
        throw Usage{"--store is not built for verify in this version; the workstation keeps cases"};
    for (const std::string& report : arguments.reports)
        if (!report.ends_with(".pdf") && !report.ends_with(".html"))
            throw Usage{"--report " + report + ": the name must end in .pdf or .html"};
}

/// A report that would take the place of what is read, or that has no place, is refused before the reading.
void refuseImpossibleReports(const VerifyArguments& arguments)
{
    std::vector<fs::path> inputs(arguments.files.begin(), arguments.files.end());
    inputs.insert(inputs.end(), arguments.trust.begin(), arguments.trust.end());
    for (const std::string& input : {arguments.claims, arguments.passwordFile})
        if (!input.empty())
            inputs.emplace_back(input);
    for (const std::string& report : arguments.reports)
        if (const auto may = app::mayBeWritten(report, inputs); !may)
            throw Usage{"--report " + may.error().message};
}

/// One line for each file of which not a byte was read: in a long report they would be overlooked.
void nameUnreadable(const Case& checked)
{
    for (const Finding& finding : checked.findings) {
        const auto what = finding.values.find("what");
        if (finding.check != "check-did-not-finish" || finding.plugin != "vidimus.host" || what == finding.values.end())
            continue;
        const auto of = std::ranges::find(checked.files, finding.values.at("file"), &File::source);
        if (of != checked.files.end() && of->size == 0)
            complain(0, what->second);
    }
}

/// One line that is written over on a terminal; silent where standard error is a file.
pipeline::ProgressHandler progressOnTerminal()
{
    if (!isatty(STDERR_FILENO))
        return {};
    auto mutex = std::make_shared<std::mutex>();
    return [mutex](const pipeline::ProgressEvent& event) {
        const std::lock_guard lock(*mutex);
        fmt::print(stderr, "\r\x1b[K{:3.0f} % {}", event.fraction * 100,
            inOnePlainLine(fs::path(event.source).filename().string()));
        if (event.stage == pipeline::Stage::Check)
            fmt::print(stderr, "\r\x1b[K");
    };
}

/// What only those who know the packs can tell of an order: its claims and its profile.
void matchWithPacks(app::VerifyOrder& order, const VerifyArguments& arguments, const app::House& house)
{
    const std::string& profile = order.job.forcedProfile;
    if (!profile.empty() && !house.profiles.find(profile))
        throw Usage{"--profile " + profile + ": no such profile; 'vidimus plugin list' shows what there is"};
    auto claims = app::checkedClaims(std::move(order.job.terms.claims), house);
    if (!claims)
        throw Usage{arguments.claims + ": " + claims.error().message};
    order.job.terms.claims = std::move(*claims);
}

std::shared_ptr<const pipeline::Calibration> calibrationOf(const VerifyArguments& arguments, const app::House& house)
{
    if (arguments.calibration.empty())
        return house.calibration;
    if (arguments.calibration == "none")
        return app::noCalibration();
    auto own = app::calibrationAt(arguments.calibration);
    if (!own)
        throw Usage{"--calibration " + own.error().message};
    return *own;
}

/// Of a table that is missing or broken the house's troubles tell.
void tellOfOtherEngines(const Case& checked)
{
    if (checked.calibration.state == CalibrationState::OtherEngines)
        complain(0,
            "the calibration table was made with other text engines, or with other versions of them, than read here; "
            "confidences are not calibrated");
}

int tell(const Case& checked, const app::House& house, const VerifyArguments& arguments)
{
    const std::string language = arguments.language.empty() ? app::environmentLanguage() : arguments.language;
    const auto words = house.words(language);
    const report::Options options{
        language, arguments.kind == "full" ? report::Kind::Full : report::Kind::Summary, app::timeOfReports()};
    nameUnreadable(checked);
    // Where one place is full the others still get their report; main() sees whether standard output was.
    const std::string told = arguments.json ? report::toJson(checked, words) : report::toText(checked, words, options);
    std::fputs((told + "\n").c_str(), stdout);
    int status = app::exitStatusOf(checked);
    for (const std::string& out : arguments.reports)
        if (const auto written = report::write(checked, words, options, out); !written)
            status = complain(exitOurFailure, written.error().message);
    return status;
}

int verify(const VerifyArguments& arguments)
{
    refuseWhatIsNotBuilt(arguments);
    refuseImpossibleReports(arguments);
    auto order = orderOf(arguments);
    const auto folder = app::programFolder();
    if (!folder)
        return complain(exitOurFailure, folder.error().message);
    const auto house = app::House::open(*folder);
    for (const Error& trouble : house.troubles())
        complain(0, trouble.message);
    if (house.packs.packs.empty())
        return exitOurFailure;
    matchWithPacks(order, arguments, house);
    order.job.calibration = calibrationOf(arguments, house);
    const auto workers = app::Workers::start(house);
    if (!workers)
        return complain(exitOurFailure, workers.error().message);
    for (const Error& failure : (*workers)->loadFailures())
        complain(0, failure.message);

    const auto ran = app::verify(order, house, **workers, progressOnTerminal(), {});
    if (!ran)
        return complain(exitOurFailure, ran.error().message);
    tellOfOtherEngines(ran->checked);
    return tell(ran->checked, house, arguments);
}

/// What is not in this version is refused with a message, and not offered.
constexpr const char* notBuilt = "";

constexpr const char* exitStatuses
    = "Exit status, the first that fits:\n"
      "  64  wrong usage; nothing was read\n"
      "  70  our own failure\n"
      "   1  an adverse finding\n"
      "   2  a paper could not be read or recognised\n"
      "   1  a caution: something failed that warns, or could not be checked that matters\n"
      "   0  nothing for a reviewer. What is only for information does not count, such as a\n"
      "      signature that could not be checked because no --trust was given.";

} // namespace

void addVerify(CLI::App& app, Run& run)
{
    auto arguments = std::make_shared<VerifyArguments>();
    auto* command = app.add_subcommand("verify", "read and check the papers of one case");
    command->footer(exitStatuses);
    command->add_option("FILE", arguments->files, "PDF, PNG, JPEG, TIFF, WebP, BMP; a folder means every file in it")
        ->required();
    command->add_flag("--json", arguments->json, "the report as JSON on standard output");
    command->add_option("--report", arguments->reports, "also write OUT.pdf or OUT.html; may repeat")->take_all();
    command->add_option("--claims", arguments->claims, "what the applicant says: JSON object of field id and value");
    command->add_option("--register", arguments->registers, "ID=FILE: a register snapshot")->group(notBuilt);
    command->add_option(
        "--trust", arguments->trust, "trusted root certificates for PDF signatures: PEM file or folder; may repeat");
    command->add_option("--profile", arguments->profile, "skip recognition: all files are of this profile");
    command->add_option("--pathway", arguments->pathway, "judge against this pathway")->group(notBuilt);
    command->add_option("--password-file", arguments->passwordFile, "one password a line, tried on encrypted PDFs");
    command->add_option("--as-of", arguments->asOf, "the deciding date, YYYY-MM-DD (default: today)");
    command->add_option("--jobs", arguments->jobs, "files read at the same time (default: all cores)")
        ->check(CLI::Range(1u, 256u));
    command->add_option("--calibration", arguments->calibration,
        "calibrate confidences with this table; 'none': leave them as readings and votes give them");
    command->add_option("--lang", arguments->language, "language of messages and reports")
        ->check(CLI::IsMember({"en", "zh-Hans", "zh-Hant", "pt"}));
    command->add_option("--kind", arguments->kind, "how much a report for a person holds")
        ->check(CLI::IsMember({"summary", "full"}));
    command->add_option("--store", arguments->store, "keep the case in this store")->group(notBuilt);
    command->callback([&run, arguments] {
        run = [arguments] {
            try {
                return verify(*arguments);
            } catch (const Usage& usage) {
                return complain(exitUsage, usage.message);
            }
        };
    });
}

} // namespace vidimus::cli
