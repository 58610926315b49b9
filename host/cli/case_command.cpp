#include "app/house.hpp"
#include "app/outputs.hpp"
#include "app/verify.hpp"
#include "cli/commands.hpp"
#include "core/plain_text.hpp"
#include "core/spelling.hpp"
#include "store/case_store.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <array>
#include <fstream>

namespace vidimus::cli {
namespace {

struct CaseArguments {
    std::string store, id, out, language, kind = "summary";
    bool json = false;
};

namespace fs = std::filesystem;

std::string storeOf(const CaseArguments& arguments)
{
    return arguments.store.empty() ? (app::dataFolder() / "cases.db").string() : arguments.store;
}

/// The store of these arguments; the workstation's own where none is named. It is only read: none is created.
Result<std::unique_ptr<store::CaseStore>> openStore(const CaseArguments& arguments)
{
    const auto url = storeOf(arguments);
    std::error_code error;
    if (arguments.store.empty() && !fs::exists(url, error))
        return Error{ErrorKind::NotFound, url + ": there is no case store yet; name one with --store", "cli"};
    return store::CaseStore::open(url, store::CaseStore::Missing::Refuse);
}

/// A store that is not there, or no name of one, was mistyped.
int complainOfStore(const Error& error)
{
    const bool mistyped = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Unsupported;
    return complain(mistyped ? exitUsage : exitOurFailure, error.message);
}

/// Not the store, nor the papers where they were taken from.
std::vector<fs::path> keptFromWriting(const CaseArguments& arguments, const Case& checked)
{
    constexpr std::string_view scheme = "sqlite://";
    std::string store = storeOf(arguments);
    if (store.starts_with(scheme))
        store.erase(0, scheme.size());
    std::vector<fs::path> kept{store};
    for (const File& file : checked.files)
        kept.emplace_back(file.source);
    return kept;
}

int list(const CaseArguments& arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return complainOfStore(store.error());
    const auto cases = (*store)->cases();
    if (!cases)
        return complain(exitOurFailure, cases.error().message);
    auto rows = nlohmann::ordered_json::array();
    for (const auto& summary : *cases) {
        if (!arguments.json)
            fmt::print("{}  {:<9}  {}  {}\n", summary.id, nameOf(summary.state), summary.changedAt.iso(),
                inOnePlainLine(summary.subject));
        rows.push_back({{"id", summary.id}, {"subject", summary.subject}, {"state", nameOf(summary.state)},
            {"officer", summary.officer}, {"createdAt", summary.createdAt.iso()},
            {"changedAt", summary.changedAt.iso()}, {"asOf", summary.asOf.iso()}, {"files", summary.files},
            {"documents", summary.documents}, {"adverse", summary.adverse}, {"cautions", summary.cautions},
            {"conclusion",
                summary.conclusion ? nlohmann::ordered_json(nameOf(*summary.conclusion))
                                   : nlohmann::ordered_json(nullptr)}});
    }
    if (arguments.json)
        printJson({{"schema", "vidimus.cases/1"}, {"cases", rows}});
    return 0;
}

/// Loads the case and hands it to use with the words of the packs.
int withCase(const CaseArguments& arguments,
    const std::function<int(const Case&, store::CaseStore&, const report::Words&, const report::Options&)>& use)
{
    const auto store = openStore(arguments);
    if (!store)
        return complainOfStore(store.error());
    const auto loaded = (*store)->load(arguments.id);
    if (!loaded)
        return complain(
            loaded.error().kind == ErrorKind::NotFound ? exitUsage : exitOurFailure, loaded.error().message);
    const auto folder = app::programFolder();
    if (!folder)
        return complain(exitOurFailure, folder.error().message);
    const auto house = app::House::open(*folder);
    const std::string language = arguments.language.empty() ? app::environmentLanguage() : arguments.language;
    const report::Options options{
        language, arguments.kind == "full" ? report::Kind::Full : report::Kind::Summary, app::timeOfReports()};
    return use(*loaded, **store, house.words(language), options);
}

int show(const CaseArguments& arguments)
{
    return withCase(arguments,
        [&](const Case& checked, store::CaseStore&, const report::Words& words, const report::Options& options) {
            fmt::print(
                "{}\n", arguments.json ? report::toJson(checked, words) : report::toText(checked, words, options));
            return 0;
        });
}

int writeReport(const CaseArguments& arguments)
{
    return withCase(arguments,
        [&](const Case& checked, store::CaseStore&, const report::Words& words, const report::Options& options) {
            if (const auto may = app::mayBeWritten(arguments.out, keptFromWriting(arguments, checked)); !may)
                return complain(exitUsage, may.error().message);
            const auto written = report::write(checked, words, options, arguments.out);
            return written ? 0
                           : complain(written.error().kind == ErrorKind::Unsupported ? exitUsage : exitOurFailure,
                               written.error().message);
        });
}

std::string suffixOf(const std::string& mediaType)
{
    for (const auto& [type, suffix] : {std::pair{"application/pdf", ".pdf"}, {"image/png", ".png"},
             {"image/jpeg", ".jpg"}, {"image/tiff", ".tif"}, {"image/webp", ".webp"}, {"image/bmp", ".bmp"}})
        if (mediaType == type)
            return suffix;
    return ".bin";
}

fs::path exportedName(const Case& checked, std::uint32_t file)
{
    return fmt::format("file-{:03}", file) + suffixOf(checked.files[file].mediaType);
}

constexpr std::array exportedReports{"report.json", "report.html", "report.pdf"};

/// Before anything is written: the folder is there, and nothing in it that is read would be written over.
int prepareExport(const CaseArguments& arguments, const Case& checked)
{
    const fs::path out = arguments.out;
    std::error_code error;
    fs::create_directories(out, error);
    if (error)
        return complain(exitUsage, out.string() + ": " + error.message());
    std::vector<fs::path> names(exportedReports.begin(), exportedReports.end());
    for (std::uint32_t i = 0; i < checked.files.size(); ++i)
        names.push_back(exportedName(checked, i));
    const auto kept = keptFromWriting(arguments, checked);
    for (const fs::path& name : names)
        if (const auto may = app::mayBeWritten(out / name, kept); !may)
            return complain(exitUsage, may.error().message);
    return 0;
}

int exportCase(const CaseArguments& arguments)
{
    return withCase(arguments,
        [&](const Case& checked, store::CaseStore& store, const report::Words& words, const report::Options& options) {
            const fs::path out = arguments.out;
            if (const int status = prepareExport(arguments, checked); status != 0)
                return status;
            for (std::uint32_t i = 0; i < checked.files.size(); ++i) {
                const auto bytes = store.fileBytes(checked.id, {i});
                if (!bytes)
                    return complain(exitOurFailure, bytes.error().message);
                const fs::path path = out / exportedName(checked, i);
                std::ofstream stream(path, std::ios::binary);
                stream.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
                if (!stream.flush())
                    return complain(exitOurFailure, path.string() + ": could not be written; is the disk full?");
            }
            for (const char* name : exportedReports)
                if (const auto written = report::write(checked, words, options, out / name); !written)
                    return complain(exitOurFailure, written.error().message);
            return 0;
        });
}

int verifyChain(const CaseArguments& arguments)
{
    const auto store = openStore(arguments);
    if (!store)
        return complainOfStore(store.error());
    const auto verdict = (*store)->verifyChain();
    if (!verdict)
        return complain(exitOurFailure, verdict.error().message);
    if (arguments.json)
        printJson({{"schema", "vidimus.audit/1"}, {"holds", verdict->holds}, {"entries", verdict->entries},
            {"firstBad", verdict->holds ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(verdict->firstBad)},
            {"what", verdict->what}});
    else if (verdict->holds)
        fmt::print("The chain of {} entries holds.\n", verdict->entries);
    else
        fmt::print("The chain is broken at entry {}: {}\n", verdict->firstBad, verdict->what);
    return verdict->holds ? 0 : 1;
}

CLI::App* addStoreCommand(CLI::App& parent, const char* name, const char* what,
    const std::shared_ptr<CaseArguments>& arguments, Run& run, int (*function)(const CaseArguments&))
{
    auto* command = parent.add_subcommand(name, what);
    command->add_option("--store", arguments->store, "the case store (default: the workstation's own)");
    command->callback([&run, arguments, function] { run = [arguments, function] { return function(*arguments); }; });
    return command;
}

void addLanguage(CLI::App& command, CaseArguments& arguments)
{
    command.add_option("--lang", arguments.language, "language of the report")
        ->check(CLI::IsMember({"en", "zh-Hans", "zh-Hant", "pt"}));
    command.add_option("--kind", arguments.kind, "summary or full")->check(CLI::IsMember({"summary", "full"}));
}

} // namespace

void addCase(CLI::App& app, Run& run)
{
    auto arguments = std::make_shared<CaseArguments>();
    auto* cases = app.add_subcommand("case", "cases in a store")->require_subcommand(1);
    addStoreCommand(*cases, "list", "all cases, newest change first", arguments, run, &list)
        ->add_flag("--json", arguments->json, "as JSON");
    auto* showing = addStoreCommand(*cases, "show", "one case", arguments, run, &show);
    showing->add_option("ID", arguments->id)->required();
    showing->add_flag("--json", arguments->json, "as JSON");
    addLanguage(*showing, *arguments);
    auto* exporting
        = addStoreCommand(*cases, "export", "a case's files and reports into a folder", arguments, run, &exportCase);
    exporting->add_option("ID", arguments->id)->required();
    exporting->add_option("--out", arguments->out, "the folder")->required();
    exporting->add_flag("--json", arguments->json, "accepted for symmetry: report.json is always written");
    addLanguage(*exporting, *arguments);
    auto* reporting = addStoreCommand(*cases, "report", "a case's report for a person", arguments, run, &writeReport);
    reporting->add_option("ID", arguments->id)->required();
    reporting->add_option("OUT", arguments->out, "OUT.pdf, OUT.html or OUT.json")->required();
    addLanguage(*reporting, *arguments);
}

void addAudit(CLI::App& app, Run& run)
{
    auto arguments = std::make_shared<CaseArguments>();
    auto* audit = app.add_subcommand("audit", "the chain of events")->require_subcommand(1);
    addStoreCommand(*audit, "verify", "recompute the chain; exit 1 and the first bad entry if it is broken", arguments,
        run, &verifyChain)
        ->add_flag("--json", arguments->json, "as JSON");
}

} // namespace vidimus::cli
