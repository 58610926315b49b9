#include "pipeline/runner.hpp"

#include "pipeline/acquire/acquire.hpp"
#include "pipeline/check/check.hpp"
#include "pipeline/classify/classify.hpp"
#include "pipeline/extract/calibration.hpp"
#include "pipeline/extract/extract.hpp"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

namespace vidimus::pipeline {
namespace {

/// A file of more pages is refused whole: nobody reviews a case of that size, and reading it would take hours.
constexpr std::size_t maximumPages = 300;

/// Everything that one file gives, before papers that came in several files are joined.
struct FileOutcome {
    File file;
    std::vector<std::uint8_t> bytes;
    Reading reading;
    std::vector<Document> documents;
    std::vector<Error> troubles;
    std::map<std::string, std::string> engines; ///< that were asked to recognise text: id -> version
    CalibrationState calibration = CalibrationState::NothingToDo;
};

std::map<std::string, std::string> enginesOf(const Dependencies& dependencies)
{
    constexpr std::string_view prefix = "engine:";
    std::map<std::string, std::string> engines;
    for (const auto& [name, version] : dependencies.of)
        if (name.starts_with(prefix))
            engines.emplace(name.substr(prefix.size()), version);
    return engines;
}

class FileRun {
public:
    FileRun(const Job& job, FileIndex index, PluginServices& services, const profiles::ProfileSet& profiles,
        const ProgressHandler& progress, const Cancellation& cancellation)
        : m_job(job)
        , m_index(index)
        , m_services(services)
        , m_profiles(profiles)
        , m_progress(progress)
        , m_cancellation(cancellation)
    {
    }

    FileOutcome operator()(Acquired acquired)
    {
        FileOutcome outcome;
        outcome.file = std::move(acquired.file);
        outcome.bytes = std::move(acquired.bytes);
        m_source = outcome.file.source;
        if (acquired.trouble)
            outcome.troubles.push_back(*acquired.trouble);
        else if (const auto read = readFile(outcome); !read)
            outcome.troubles.push_back(read.error());
        // What could not be read still stands in the case.
        if (outcome.documents.empty())
            outcome.documents.push_back(Document{{DocumentPart{m_index, {}, 0, {}, {}}}, {}, {}, {}, {}});
        tell(Stage::Done, 1);
        return outcome;
    }

private:
    void tell(Stage stage, double fraction)
    {
        if (m_progress)
            m_progress({m_index.value, m_source, stage, fraction});
    }

    Result<void> readFile(FileOutcome& outcome)
    {
        tell(Stage::Acquire, 0.05);
        auto opened = m_services.open(outcome.file, outcome.bytes);
        if (!opened)
            return opened.error();
        outcome.file.pages = (*opened)->pages();
        if (outcome.file.pages.empty())
            return Error{ErrorKind::Malformed, m_source + ": the file has no pages", "pipeline"};
        if (outcome.file.pages.size() > maximumPages)
            return Error{ErrorKind::TooLarge,
                m_source + ": " + std::to_string(outcome.file.pages.size()) + " pages, more than the "
                    + std::to_string(maximumPages) + " that a file may have",
                "pipeline"};

        PassReader reader(**opened, outcome.reading, m_cancellation);
        tell(Stage::Read, 0.15);
        if (const auto facts = reader.pass({.what = "facts"}); !facts && facts.error().kind != ErrorKind::Unsupported)
            return facts.error();
        tell(Stage::Classify, 0.3);
        auto documents = classifyFile(reader, m_index, m_profiles, {m_job.forcedProfile});
        if (!documents)
            return documents.error();
        outcome.documents = std::move(*documents);
        for (std::size_t i = 0; i < outcome.documents.size(); ++i) {
            tell(Stage::Extract, 0.6 + 0.4 * static_cast<double>(i) / static_cast<double>(outcome.documents.size()));
            if (!outcome.documents[i].classification)
                continue;
            if (const auto extracted
                = extractFields(outcome.documents[i], reader, m_profiles, m_services, m_job.terms.asOf);
                !extracted)
                return extracted.error();
        }
        outcome.engines = enginesOf((*opened)->dependencies());
        outcome.calibration
            = calibrate(outcome.documents, outcome.engines, m_job.calibration ? *m_job.calibration : Calibration{});
        return {};
    }

    const Job& m_job;
    FileIndex m_index;
    PluginServices& m_services;
    const profiles::ProfileSet& m_profiles;
    const ProgressHandler& m_progress;
    const Cancellation& m_cancellation;
    std::string m_source;
};

/// Runs work(i) for every i below count on so many threads; the order of results does not depend on them.
template <class Work> void onThreads(unsigned threads, std::size_t count, Work&& work)
{
    std::atomic<std::size_t> next = 0;
    const auto loop = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::jthread> pool;
    for (unsigned t = 1; t < std::min<std::size_t>(threads, count); ++t)
        pool.emplace_back(loop);
    loop();
}

std::vector<FileFact> factsOf(const std::vector<Reading>& readings)
{
    std::vector<FileFact> facts;
    for (std::uint32_t i = 0; i < readings.size(); ++i) {
        std::set<std::string> seen;
        for (const auto& [key, pass] : readings[i].passes)
            for (const Fact& fact : pass.facts) {
                std::string text = fact.kind + "|" + std::to_string(fact.page);
                for (const auto& [name, value] : fact.values)
                    text += "|" + name + "=" + value;
                if (seen.insert(text).second)
                    facts.push_back({{i}, fact});
            }
    }
    return facts;
}

std::optional<DocumentIndex> documentOf(const Evidence& evidence, FileIndex file)
{
    for (std::uint32_t i = 0; i < evidence.documents.size(); ++i)
        for (const DocumentPart& part : evidence.documents[i].parts)
            if (part.file == file)
                return DocumentIndex{i};
    return std::nullopt;
}

void addPlugins(Case& result, const packs::PackList& packs)
{
    for (const packs::Pack& pack : packs.packs)
        result.plugins.push_back({pack.id, pack.version, pack.sha256});
}

} // namespace

Result<Ran> run(const Job& job, PluginServices& services, const packs::PackList& packs,
    const profiles::ProfileSet& profiles, const ProgressHandler& progress, const Cancellation& cancellation)
{
    const Provenance provenance{job.sourceKind, job.acquiredBy, UtcTime::now(), {}};
    const auto paths = filesOf(job.sources);

    std::vector<FileOutcome> outcomes(job.stored.size() + paths.size());
    const unsigned threads = job.jobs ? job.jobs : std::max(1u, std::thread::hardware_concurrency());
    onThreads(threads, outcomes.size(), [&](std::size_t i) {
        FileRun run(job, FileIndex{static_cast<std::uint32_t>(i)}, services, profiles, progress, cancellation);
        outcomes[i] = run(i < job.stored.size() ? Acquired{job.stored[i].file, job.stored[i].bytes, {}}
                                                : acquire(paths[i - job.stored.size()], provenance));
    });
    if (cancellation.cancelled())
        return Error{ErrorKind::Cancelled, "cancelled", "pipeline"};

    Ran ran;
    Case& result = ran.checked;
    result.terms = job.terms;
    result.version = VIDIMUS_VERSION;
    std::vector<Document> documents;
    for (FileOutcome& outcome : outcomes) {
        result.files.push_back(std::move(outcome.file));
        ran.bytes.push_back(std::move(outcome.bytes));
        result.readings.push_back(std::move(outcome.reading));
        result.engines.merge(outcome.engines);
        result.calibration.state = together(result.calibration.state, outcome.calibration);
        std::move(outcome.documents.begin(), outcome.documents.end(), std::back_inserter(documents));
    }
    result.calibration.table = job.calibration ? job.calibration->digest : std::string();
    result.evidence.documents = joinDocuments(std::move(documents), profiles);
    result.evidence.claims = job.terms.claims;
    result.evidence.facts = factsOf(result.readings);

    if (progress)
        progress({0, {}, Stage::Check, 0});
    result.findings
        = check(result.evidence, {job.terms.asOf, job.terms.pathway, job.trustRoots}, services, packs, profiles);
    for (std::uint32_t i = 0; i < outcomes.size(); ++i)
        for (const Error& error : outcomes[i].troubles)
            result.findings.push_back(
                didNotFinish({i}, documentOf(result.evidence, {i}), error, result.files[i].source));
    leaveUnreadUnjudged(result.findings, result.files);
    sortFindings(result.findings);
    addPlugins(result, packs);
    return ran;
}

std::vector<Finding> recheck(const Case& checked, PluginServices& services, const packs::PackList& packs,
    const profiles::ProfileSet& profiles, const std::vector<std::string>& trustRoots)
{
    Evidence evidence = withCorrections(checked.evidence, checked.corrections, services, profiles);
    evidence.claims = checked.terms.claims;
    auto findings = check(evidence, {checked.terms.asOf, checked.terms.pathway, trustRoots}, services, packs, profiles);
    // What could not be read then cannot be read now: nothing is read again.
    for (const Finding& finding : checked.findings)
        if (finding.check == "check-did-not-finish" && finding.plugin == "vidimus.host")
            findings.push_back(finding);
    leaveUnreadUnjudged(findings, checked.files);
    sortFindings(findings);
    return findings;
}

} // namespace vidimus::pipeline
