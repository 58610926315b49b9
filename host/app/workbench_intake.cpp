#include "app/crops.hpp"
#include "app/private_folder.hpp"
#include "app/scanners.hpp"
#include "app/workbench_impl.hpp"
#include "pipeline/acquire/acquire.hpp"
#include "pipeline/runner.hpp"

#include <algorithm>

namespace vidimus::app {
namespace {

namespace fs = std::filesystem;

JobStatus* statusOf(Snapshot& snapshot, std::uint64_t number)
{
    const auto found = std::find_if(
        snapshot.jobs.begin(), snapshot.jobs.end(), [&](const JobStatus& job) { return job.job == number; });
    return found == snapshot.jobs.end() ? nullptr : &*found;
}

} // namespace

void WorkbenchImpl::on(const StartIntake& command)
{
    startJob(command, "file");
}

void WorkbenchImpl::startJob(const StartIntake& intake, const std::string& sourceKind)
{
    if (!m_session) {
        notice(true, say("app.sign-in-first"));
        return;
    }
    const std::uint64_t number = m_nextJob++;
    JobStatus status;
    status.job = number;
    status.caseId = intake.caseId;
    status.subject = intake.terms.subject;
    status.running = true;
    for (const fs::path& path : pipeline::filesOf(intake.sources))
        status.files.push_back({number, path.filename().string(), pipeline::Stage::Acquire, 0, false, {}});
    publish([&](Snapshot& next) { next.jobs.push_back(std::move(status)); });

    {
        const std::lock_guard lock(m_mutex);
        ++m_running;
    }
    RunningJob& job = m_jobs.emplace_back();
    job.number = number;
    job.thread
        = std::jthread([this, number, intake, sourceKind, session = *m_session, cancellation = job.cancellation] {
              runJob(number, intake, sourceKind, session, cancellation);
          });
}

void WorkbenchImpl::runJob(std::uint64_t number, StartIntake intake, std::string sourceKind, store::Session session,
    pipeline::Cancellation cancellation)
{
    const auto caseId = readAndKeep(number, intake, sourceKind, session, cancellation);
    post([this, number, caseId] { finishJob(number, caseId); });
}

Result<std::string> WorkbenchImpl::readAndKeep(std::uint64_t number, const StartIntake& intake,
    const std::string& sourceKind, const store::Session& session, const pipeline::Cancellation& cancellation)
{
    Workers* ready = workers();
    if (!ready)
        return Error{ErrorKind::System, say("app.no-workers"), "app"};
    pipeline::Job job;
    job.sources = intake.sources;
    job.terms = intake.terms;
    job.acquiredBy = session.account().name;
    job.sourceKind = sourceKind;
    job.trustRoots = trustRoots();
    job.calibration = m_house.calibration;
    Case before;
    if (!intake.caseId.empty()) {
        auto loaded = m_store->load(intake.caseId);
        if (!loaded)
            return loaded.error();
        before = std::move(*loaded);
        job.terms = before.terms;
        for (std::uint32_t i = 0; i < before.files.size(); ++i) {
            auto bytes = m_store->fileBytes(intake.caseId, {i});
            if (!bytes)
                return bytes.error();
            job.stored.push_back({before.files[i], std::move(*bytes)});
        }
    }
    const std::size_t stored = job.stored.size();
    const auto services = ready->forCase({job.terms.asOf, {}, cancellation});
    auto ran = pipeline::run(
        job, *services, m_house.packs, m_house.profiles,
        [&](pipeline::ProgressEvent event) {
            if (event.stage != pipeline::Stage::Check && event.file < stored)
                return; // files that were there before have no bar
            event.file -= event.stage == pipeline::Stage::Check ? 0 : stored;
            onProgress(number, event);
        },
        cancellation);
    if (!ran)
        return ran.error();
    ran->checked.confinement = ready->confinement();
    ran->checked.toolConfinement = ready->toolConfinement();
    if (intake.caseId.empty()) {
        ran->checked.crops = cropsOf(ran->checked, ran->bytes, *services);
        if (cancellation.cancelled())
            return Error{ErrorKind::Cancelled, "cancelled", "app"};
        return m_store->saveChecked(session, {}, ran->checked, ran->bytes);
    }
    return keepWithMeanwhile(intake.caseId, *ran, before.files.size(), session, cancellation);
}

/// Reading takes minutes: what was corrected meanwhile counts, and files that came meanwhile must not be lost.
Result<std::string> WorkbenchImpl::keepWithMeanwhile(const std::string& id, pipeline::Ran& ran, std::size_t filesBefore,
    const store::Session& session, const pipeline::Cancellation& cancellation)
{
    auto kept = Result<std::string>(Error{});
    for (std::uint64_t seen = 0, attempt = 0; attempt < 5; ++attempt) {
        auto meanwhile = m_store->load(id);
        if (!meanwhile)
            return meanwhile.error();
        if (meanwhile->files.size() != filesBefore)
            return Error{ErrorKind::Refused, say("app.changed-meanwhile"), "app"};
        if (meanwhile->lastEntry == seen)
            break; // it was not refused for a change
        seen = meanwhile->lastEntry;
        ran.checked.corrections = std::move(meanwhile->corrections);
        ran.checked.terms = std::move(meanwhile->terms);
        const auto services = workers()->forCase({ran.checked.terms.asOf, {}, cancellation});
        ran.checked.findings = pipeline::recheck(ran.checked, *services, m_house.packs, m_house.profiles, trustRoots());
        ran.checked.crops = cropsOf(ran.checked, ran.bytes, *services);
        if (cancellation.cancelled())
            return Error{ErrorKind::Cancelled, "cancelled", "app"};
        kept = m_store->saveChecked(session, id, ran.checked, ran.bytes, seen);
        if (kept || kept.error().kind != ErrorKind::Refused)
            break;
    }
    return kept;
}

void WorkbenchImpl::onProgress(std::uint64_t number, const pipeline::ProgressEvent& event)
{
    publish([&](Snapshot& next) {
        JobStatus* status = statusOf(next, number);
        if (!status || event.stage == pipeline::Stage::Check || event.file >= status->files.size())
            return;
        status->files[event.file].stage = event.stage;
        status->files[event.file].fraction = event.fraction;
    });
}

void WorkbenchImpl::finishJob(std::uint64_t number, const Result<std::string>& caseId)
{
    const bool cancelled = !caseId && caseId.error().kind == ErrorKind::Cancelled;
    publish([&](Snapshot& next) {
        JobStatus* status = statusOf(next, number);
        if (!status)
            return;
        status->running = false;
        status->cancelled = cancelled;
        if (caseId)
            status->caseId = *caseId;
        else if (!cancelled)
            status->error = caseId.error();
    });
    m_scanFolders.erase(number);
    std::erase_if(m_jobs, [&](const RunningJob& job) { return job.number == number; });
    if (caseId) {
        refreshLists();
        const auto now = snapshot();
        // Whoever waits for it sees it at once; nobody is taken away from another case.
        if (!now->open || now->open->checked->id == *caseId)
            showCase(*caseId);
    } else if (!cancelled) {
        failed(caseId.error());
    }
    const std::lock_guard lock(m_mutex);
    --m_running;
}

void WorkbenchImpl::on(const CancelJob& command)
{
    for (RunningJob& job : m_jobs)
        if (job.number == command.job)
            job.cancellation.cancel();
}

void WorkbenchImpl::on(const DismissJob& command)
{
    publish([&](Snapshot& next) {
        std::erase_if(next.jobs, [&](const JobStatus& job) { return job.job == command.job && !job.running; });
    });
}

void WorkbenchImpl::on(const FindScanners&)
{
    publish([](Snapshot& next) { next.lookingForScanners = true; });
    const auto found = listScanners(m_options.programFolder);
    failedIf(found);
    publish([&](Snapshot& next) {
        next.lookingForScanners = false;
        next.scanners = found.valueOr({});
    });
    if (found && found->empty())
        notice(false, say("app.no-scanner"));
}

void WorkbenchImpl::on(const ScanPage& command)
{
    // The picture lives in a file only until it has been taken in.
    auto folder = std::make_shared<PrivateFolder>();
    if (folder->path().empty()) {
        notice(true, say("app.no-temporary-folder"));
        return;
    }
    const fs::path page = folder->path() / "scan.png";
    if (failedIf(scanPage(m_options.programFolder, command.device, command.dpi, command.colour, page, {})))
        return;
    StartIntake intake = command.then;
    intake.sources.push_back(page);
    startJob(intake, "scanner");
    if (m_session)
        m_scanFolders.emplace(m_nextJob - 1, std::move(folder)); // goes with its job
}

} // namespace vidimus::app
