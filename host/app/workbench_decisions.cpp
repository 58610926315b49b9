#include "app/workbench_impl.hpp"

/// The acts that end a turn of a case: submit, take over, return, conclude.
namespace vidimus::app {

bool WorkbenchImpl::refused(const Result<void>& done, const Case& seen)
{
    if (done)
        return false;
    const std::string id = seen.id;
    const std::uint64_t shown = seen.lastEntry;
    const auto now = m_store->load(id);
    if (!now || now->lastEntry == shown)
        return failed(done.error());
    showCase(id);
    refreshLists();
    notice(true, say("app.changed-meanwhile"));
    return true;
}

void WorkbenchImpl::on(const SubmitCase&)
{
    const Case* checked = openCase();
    if (!checked)
        return;
    const std::string id = checked->id;
    if (checked->findingsStale) {
        // The officer answers for findings that he has seen: they are made and shown, and he submits again.
        if (recheckOpen())
            notice(true, say("app.checked-before-submitting"));
        refreshLists();
        return;
    }
    if (refused(m_store->submit(*m_session, id, checked->lastEntry), *checked))
        return;
    m_undo.clear();
    showCase(id);
    refreshLists();
    notice(false, say("app.submitted"));
}

void WorkbenchImpl::on(const TakeOverCase& command)
{
    const Case* checked = openCase();
    if (!checked)
        return;
    const std::string id = checked->id;
    if (refused(m_store->takeOver(*m_session, id, command.reason, checked->lastEntry), *checked))
        return;
    m_undo.clear();
    showCase(id);
    refreshLists();
    notice(false, say("app.taken-over"));
}

void WorkbenchImpl::on(const ReturnCase& command)
{
    const Case* checked = openCase();
    if (!checked)
        return;
    const std::string id = checked->id;
    if (refused(m_store->returnCase(*m_session, id, command.reason, checked->lastEntry), *checked))
        return;
    showCase(id);
    refreshLists();
    notice(false, say("app.returned"));
}

void WorkbenchImpl::on(const ConcludeCase& command)
{
    const Case* checked = openCase();
    if (!checked)
        return;
    const std::string id = checked->id;
    if (refused(m_store->conclude(*m_session, id, command.kind, command.words, checked->lastEntry), *checked))
        return;
    showCase(id);
    refreshLists();
    notice(false, say("app.concluded"));
}

} // namespace vidimus::app
