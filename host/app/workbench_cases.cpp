#include "app/crops.hpp"
#include "app/outputs.hpp"
#include "app/verify.hpp"
#include "app/workbench_impl.hpp"
#include "digest/digest.hpp"
#include "pipeline/runner.hpp"

#include <algorithm>

namespace vidimus::app {
namespace {

/// Whether the account may act on the case, and which rule is in the way.
void judgeRights(OpenCase& open, const store::Account& account)
{
    const Case& checked = *open.checked;
    const bool withOfficer = checked.state == CaseState::Open || checked.state == CaseState::Returned;
    open.mayEdit = account.role == Role::Officer && checked.officer == account.name && withOfficer;
    open.mayConclude
        = account.role == Role::Auditor && checked.officer != account.name && checked.state == CaseState::Submitted;
    open.mayTakeOver = account.role == Role::Officer && checked.officer != account.name && withOfficer;
    if (open.mayEdit || open.mayConclude)
        return;
    if (checked.state == CaseState::Concluded)
        open.whyNot = "app.why-concluded";
    else if (account.role == Role::Officer && checked.officer != account.name)
        open.whyNot = "app.why-other-officer";
    else if (account.role == Role::Officer)
        open.whyNot = "app.why-submitted";
    else if (account.role == Role::Auditor && checked.officer == account.name)
        open.whyNot = "app.why-four-eyes";
    else if (account.role == Role::Auditor)
        open.whyNot = "app.why-not-submitted";
    else
        open.whyNot = "app.why-role";
}

/// Titles of the designs and names of the fields, in words.
void nameDocuments(OpenCase& open, const report::Words& words)
{
    for (const Document& document : open.checked->evidence.documents) {
        open.profileTitles.push_back(
            document.classification ? words.profileTitle(document.classification->profile) : std::string());
        for (const Field& field : document.fields)
            if (std::string name = words.fieldName(field.id); name != field.id)
                open.fieldNames.emplace(field.id, std::move(name));
    }
}

} // namespace

void WorkbenchImpl::refreshLists()
{
    auto cases = m_store->cases();
    if (failedIf(cases))
        return;
    std::vector<store::CaseSummary> queue;
    std::copy_if(cases->begin(), cases->end(), std::back_inserter(queue), [&](const auto& summary) {
        return summary.state == CaseState::Submitted && (!m_session || summary.officer != m_session->account().name);
    });
    std::stable_sort(
        queue.begin(), queue.end(), [](const auto& a, const auto& b) { return a.changedAt < b.changedAt; });
    publish([&](Snapshot& next) {
        next.cases = std::move(*cases);
        next.queue = std::move(queue);
    });
}

void WorkbenchImpl::showCase(const std::string& id)
{
    if (!m_session)
        return;
    auto loaded = m_store->load(id);
    if (failedIf(loaded))
        return;
    OpenCase open;
    open.checked = std::make_shared<const Case>(std::move(*loaded));
    const std::string in = language();
    for (const Finding& finding : open.checked->findings)
        open.words.push_back({m_house.question(finding, in), m_house.answer(finding, in), m_house.source(finding, in)});
    nameDocuments(open, m_house.words(in));
    open.trail = m_store->trail(id).valueOr({});
    judgeRights(open, m_session->account());
    if (!open.whyNot.empty())
        open.whyNot = say(open.whyNot);
    open.canUndo = !m_undo.empty() && open.mayEdit;
    open.undoWhat = m_undo.empty() ? std::string() : m_undo.back().what;
    publish([&](Snapshot& next) { next.open = std::move(open); });
}

const Case* WorkbenchImpl::openCase()
{
    const auto now = snapshot();
    if (!m_session || !now->open) {
        notice(true, say("app.no-case-open"));
        return nullptr;
    }
    return now->open->checked.get(); // the snapshot that holds it is replaced by this thread only
}

void WorkbenchImpl::on(const OpenCaseById& command)
{
    m_undo.clear();
    showCase(command.id);
}

void WorkbenchImpl::on(const CloseCase&)
{
    m_undo.clear();
    publish([](Snapshot& next) { next.open.reset(); });
    if (m_session)
        refreshLists();
}

void WorkbenchImpl::on(const SetTerms& command)
{
    const Case* checked = openCase();
    if (!checked)
        return;
    const std::string id = checked->id;
    if (failedIf(m_store->setTerms(*m_session, id, command.terms)))
        return;
    showCase(id);
    recheckOpen();
    refreshLists();
}

void WorkbenchImpl::on(const RecordDisposition& command)
{
    const Case* checked = openCase();
    if (!checked)
        return;
    const std::string id = checked->id;
    // What stood before comes back by Undo; where nothing stood, the new one is withdrawn.
    RecordDisposition before{command.finding, command.kind, {}, true};
    for (const Disposition& earlier : checked->dispositions)
        if (earlier.finding == command.finding)
            before = {earlier.finding, earlier.kind, earlier.words, earlier.withdrawn};
    Disposition disposition;
    disposition.finding = command.finding;
    disposition.kind = command.kind;
    disposition.words = command.words;
    disposition.withdrawn = command.withdrawn;
    if (failedIf(m_store->dispose(*m_session, id, disposition)))
        return;
    m_undo.push_back({say("app.undo-disposition"), before});
    showCase(id);
    refreshLists();
}

void WorkbenchImpl::on(const RecordCorrection& command)
{
    const Case* checked = openCase();
    if (!checked)
        return;
    const std::string id = checked->id;
    RecordCorrection before{command.document, command.field, command.lang, {}};
    for (const Correction& earlier : checked->corrections)
        if (earlier.document == command.document && earlier.field == command.field && earlier.lang == command.lang)
            before.value = earlier.value;
    Correction correction;
    correction.document = command.document;
    correction.field = command.field;
    correction.lang = command.lang;
    correction.value = command.value;
    if (failedIf(m_store->correct(*m_session, id, correction)))
        return;
    m_undo.push_back({say("app.undo-correction"), before});
    showCase(id);
    recheckOpen();
    refreshLists();
}

bool WorkbenchImpl::recheckOpen()
{
    // What another window changes while the checks run must be checked too: then they run once more.
    for (int attempt = 0;; ++attempt) {
        const Case* checked = openCase();
        Workers* ready = workers();
        if (!checked || !ready)
            return false;
        Case again = *checked;
        const auto services = ready->forCase({again.terms.asOf, {}, {}});
        const auto roots = trustRoots();
        again.findings = pipeline::recheck(again, *services, m_house.packs, m_house.profiles, roots);
        std::vector<std::vector<std::uint8_t>> bytes;
        for (std::uint32_t i = 0; i < again.files.size(); ++i)
            bytes.push_back(m_store->fileBytes(again.id, {i}).valueOr({}));
        again.crops = cropsOf(again, bytes, *services);
        const auto kept = m_store->saveChecked(*m_session, again.id, again, bytes, again.lastEntry);
        showCase(again.id);
        if (kept)
            return true;
        if (attempt == 2 || !openCase() || openCase()->lastEntry == again.lastEntry)
            return !failed(kept.error());
    }
}

void WorkbenchImpl::on(const CheckAgain&)
{
    if (openCase() && recheckOpen()) {
        refreshLists();
        notice(false, say("app.checked-again"));
    }
}

void WorkbenchImpl::on(const Undo&)
{
    if (m_undo.empty())
        return;
    const UndoStep step = m_undo.back();
    const std::size_t before = m_undo.size();
    std::visit([this](const auto& reverse) { on(reverse); }, step.reverse);
    // The reverse has recorded itself as a new step: both go.
    if (m_undo.size() > before)
        m_undo.resize(before - 1);
    if (const auto now = snapshot(); now->open)
        showCase(now->open->checked->id);
}

void WorkbenchImpl::on(const ExportReport& command)
{
    const Case* checked = openCase();
    if (!checked)
        return;
    const std::string in = command.language.empty() ? language() : command.language;
    const report::Options options{in, command.full ? report::Kind::Full : report::Kind::Summary, timeOfReports()};
    std::vector<std::filesystem::path> papers;
    for (const File& file : checked->files)
        papers.emplace_back(file.source);
    if (failedIf(mayBeWritten(command.out, papers))
        || failedIf(report::write(*checked, m_house.words(in), options, command.out)))
        return;
    const auto sum = digest::sha256OfFile(command.out);
    if (failedIf(sum)
        || failedIf(m_store->recordReport(*m_session, checked->id, command.out.extension().string().substr(1), *sum)))
        return;
    const std::string id = checked->id;
    showCase(id);
    notice(false, say("app.report-written") + " " + command.out.string());
}

void WorkbenchImpl::on(const DismissNotice& command)
{
    publish([&](Snapshot& next) {
        std::erase_if(next.notices, [&](const Notice& notice) { return notice.number == command.number; });
    });
}

} // namespace vidimus::app
