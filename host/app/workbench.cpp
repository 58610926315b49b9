#include "app/workbench.hpp"

#include "app/workbench_impl.hpp"
#include "messages/ui_messages.hpp"

namespace vidimus::app {

Result<std::unique_ptr<Workbench>> Workbench::open(WorkbenchOptions options)
{
    if (options.programFolder.empty()) {
        auto folder = programFolder();
        if (!folder)
            return folder.error();
        options.programFolder = *folder;
    }
    if (options.storeUrl.empty())
        options.storeUrl = (dataFolder() / "cases.db").string();
    if (options.language.empty())
        options.language = environmentLanguage();
    auto store = store::CaseStore::open(options.storeUrl);
    if (!store)
        return store.error();
    House house = House::open(options.programFolder);
    return std::unique_ptr<Workbench>(
        std::make_unique<WorkbenchImpl>(std::move(options), std::move(*store), std::move(house)));
}

WorkbenchImpl::WorkbenchImpl(WorkbenchOptions options, std::unique_ptr<store::CaseStore> store, House house)
    : m_options(std::move(options))
    , m_house(std::move(house))
    , m_store(std::move(store))
{
    Snapshot first;
    first.language = m_options.language;
    first.storeName = m_options.storeUrl;
    first.packErrors = m_house.troubles();
    first.firstStart = !m_store->hasAccounts().valueOr(true);
    m_snapshot = std::make_shared<const Snapshot>(std::move(first));

    // Loading the engines takes most of a second: the window must not wait for it.
    m_workers = std::async(std::launch::async, [this] {
        if (m_options.startWorkers.valid())
            m_options.startWorkers.wait();
        auto started = Workers::start(m_house);
        if (!started) {
            const Error error = started.error();
            post([this, error] { failed(error); });
            return std::shared_ptr<Workers>();
        }
        std::shared_ptr<Workers> workers = std::move(*started);
        if (const auto failures = workers->loadFailures(); !failures.empty())
            post([this, failures] {
                publish([&](Snapshot& next) {
                    next.packErrors.insert(next.packErrors.end(), failures.begin(), failures.end());
                });
            });
        return workers;
    }).share();
    m_pictures = std::make_unique<PictureCache>(
        *m_store, [this] { return workers(); }, m_options.wake);
    m_thread = std::jthread([this](std::stop_token stop) { loop(stop); });
}

WorkbenchImpl::~WorkbenchImpl()
{
    m_thread.request_stop();
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    for (RunningJob& job : m_jobs)
        job.cancellation.cancel();
    m_jobs.clear();
    m_pictures.reset();
    m_workers.wait();
}

std::shared_ptr<const Snapshot> WorkbenchImpl::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

void WorkbenchImpl::apply(Command command)
{
    post([this, command = std::move(command)] { std::visit([this](const auto& known) { on(known); }, command); });
}

PictureState WorkbenchImpl::picture(FileIndex file, PageIndex page, Dpi dpi)
{
    const auto now = snapshot();
    if (!now->open || file.value >= now->open->checked->files.size())
        return {PictureState::Kind::Failed, nullptr, {}};
    return m_pictures->picture(now->open->checked->id, now->open->checked->files[file.value], file, page, dpi);
}

void WorkbenchImpl::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_queue.empty() && !m_busy && m_running == 0; });
    lock.unlock();
    m_pictures->waitUntilDrawn();
}

void WorkbenchImpl::loop(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        Action action;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [&] { return !m_queue.empty(); }))
                return;
            action = std::move(m_queue.front());
            m_queue.pop_front();
            m_busy = true;
        }
        action();
        {
            const std::lock_guard lock(m_mutex);
            m_busy = false;
        }
        m_changed.notify_all();
    }
}

void WorkbenchImpl::post(Action action)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(action));
    }
    m_changed.notify_all();
}

void WorkbenchImpl::publish(const std::function<void(Snapshot&)>& change)
{
    {
        const std::lock_guard lock(m_mutex);
        auto next = std::make_shared<Snapshot>(*m_snapshot);
        change(*next);
        ++next->version;
        m_snapshot = std::move(next);
    }
    if (m_options.wake)
        m_options.wake();
}

void WorkbenchImpl::notice(bool trouble, std::string text)
{
    publish([&](Snapshot& next) { next.notices.push_back({m_nextNotice++, trouble, std::move(text)}); });
}

bool WorkbenchImpl::failed(const Error& error)
{
    notice(true, error.message);
    return true;
}

std::string WorkbenchImpl::language() const
{
    return snapshot()->language;
}

std::string WorkbenchImpl::say(std::string_view key) const
{
    return std::string(messages::UiMessages::instance().text(language(), key));
}

std::vector<std::string> WorkbenchImpl::trustRoots() const
{
    auto roots = trustRootsFrom({dataFolder() / "trust"}).valueOr({});
    if (m_demo)
        for (std::string& root : trustRootsFrom({assetsFolder(m_options.programFolder) / "demo" / "trust"}).valueOr({}))
            roots.push_back(std::move(root));
    return roots;
}

Workers* WorkbenchImpl::workers()
{
    return m_workers.get().get();
}

} // namespace vidimus::app
