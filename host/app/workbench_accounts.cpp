#include "app/workbench_impl.hpp"

namespace vidimus::app {

void WorkbenchImpl::on(const SetLanguage& command)
{
    publish([&](Snapshot& next) { next.language = command.language; });
    if (const auto now = snapshot(); now->open)
        showCase(now->open->checked->id);
}

void WorkbenchImpl::on(const CreateFirstAccounts& command)
{
    for (const auto& wanted : command.accounts) {
        const auto made
            = m_store->addAccount(nullptr, {wanted.name, wanted.displayName, wanted.role, false}, wanted.password);
        if (!made) {
            publish([&](Snapshot& next) { next.signInTrouble = made.error().message; });
            break;
        }
    }
    const bool any = m_store->hasAccounts().valueOr(true);
    publish([&](Snapshot& next) { next.firstStart = !any; });
}

void WorkbenchImpl::on(const AddAccount& command)
{
    const auto made = m_store->addAccount(
        m_session ? &*m_session : nullptr, {command.name, command.displayName, command.role, false}, command.password);
    if (!failedIf(made))
        notice(false, say("app.account-added"));
}

void WorkbenchImpl::on(const SignIn& command)
{
    auto session = m_store->signIn(command.name, command.password);
    if (!session) {
        publish([&](Snapshot& next) { next.signInTrouble = session.error().message; });
        return;
    }
    m_session = std::move(*session);
    publish([&](Snapshot& next) {
        next.signedIn = m_session->account();
        next.signInTrouble.clear();
    });
    refreshLists();
}

void WorkbenchImpl::on(const SignOut&)
{
    m_session.reset();
    m_undo.clear();
    m_pictures->clear();
    publish([](Snapshot& next) {
        next.signedIn.reset();
        next.open.reset();
        next.cases.clear();
        next.queue.clear();
        next.notices.clear();
    });
}

} // namespace vidimus::app
