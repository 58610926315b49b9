#include "app/picture_cache.hpp"

#include <algorithm>
#include <cmath>

namespace vidimus::app {
namespace {

constexpr std::size_t maximumBytes = 256u << 20; ///< of pixels kept; some ten A4 pages at 300 dpi

} // namespace

PictureCache::PictureCache(store::CaseStore& store, WorkersSource workers, std::function<void()> wake)
    : m_store(store)
    , m_workers(std::move(workers))
    , m_wake(std::move(wake))
    , m_thread([this](std::stop_token stop) { run(stop); })
{
}

PictureCache::~PictureCache() = default;

PictureState PictureCache::picture(
    const std::string& caseId, const File& described, FileIndex file, PageIndex page, Dpi dpi)
{
    const Key key{caseId, file, page, static_cast<int>(std::lround(dpi.value))};
    const std::lock_guard lock(m_mutex);
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.key == key; });
    if (found != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, found);
        return found->state;
    }
    m_entries.push_front({key, described, {}});
    m_changed.notify_all();
    return {};
}

void PictureCache::waitUntilDrawn()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] {
        return std::none_of(m_entries.begin(), m_entries.end(),
            [](const Entry& entry) { return entry.state.kind == PictureState::Kind::Loading; });
    });
}

void PictureCache::clear()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    m_readerOf = {};
    m_changed.notify_all();
}

void PictureCache::run(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        Entry wanted;
        {
            std::unique_lock lock(m_mutex);
            const auto pending = [&] {
                return std::find_if(m_entries.begin(), m_entries.end(),
                    [](const Entry& entry) { return entry.state.kind == PictureState::Kind::Loading; });
            };
            if (!m_changed.wait(lock, stop, [&] { return pending() != m_entries.end(); }))
                return;
            wanted = *pending();
        }
        PictureState drawn = draw(wanted);
        {
            const std::lock_guard lock(m_mutex);
            for (Entry& entry : m_entries)
                if (entry.key == wanted.key)
                    entry.state = std::move(drawn);
            trim();
        }
        m_changed.notify_all();
        if (m_wake)
            m_wake();
    }
}

PictureState PictureCache::draw(const Entry& entry)
{
    const auto failed = [](std::string message) {
        return PictureState{PictureState::Kind::Failed, nullptr, std::move(message)};
    };
    Key readerOf = entry.key;
    readerOf.page = {};
    readerOf.dpi = 0;
    bool open = false;
    {
        const std::lock_guard lock(m_mutex);
        open = m_reader && m_readerOf == readerOf;
    }
    if (!open) {
        Workers* workers = m_workers();
        if (!workers)
            return failed("the workers could not be started");
        const auto bytes = m_store.fileBytes(entry.key.caseId, entry.key.file);
        if (!bytes)
            return failed(bytes.error().message);
        auto reader = workers->forCase({})->open(entry.described, *bytes);
        if (!reader)
            return failed(reader.error().message);
        m_reader = std::move(*reader);
        const std::lock_guard lock(m_mutex);
        m_readerOf = readerOf;
    }
    auto picture = m_reader->picture(entry.key.page, {static_cast<double>(entry.key.dpi)});
    if (!picture) {
        m_reader = nullptr; // a worker that failed is not asked again
        return failed(picture.error().message);
    }
    return {PictureState::Kind::Ready, std::make_shared<const pipeline::PagePicture>(std::move(*picture)), {}};
}

void PictureCache::trim()
{
    std::size_t bytes = 0;
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        bytes += entry->state.picture ? entry->state.picture->pixels.size() : 0;
        entry = bytes > maximumBytes && entry != m_entries.begin() ? m_entries.erase(entry) : std::next(entry);
    }
}

} // namespace vidimus::app
