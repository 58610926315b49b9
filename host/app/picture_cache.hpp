#pragma once
#include "app/workbench.hpp"
#include "app/workers.hpp"
#include "store/case_store.hpp"

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace vidimus::app {

/// Draws pages of stored cases on a thread of its own and keeps the most recent ones.
class PictureCache {
public:
    /// How the cache gets workers: they may still be starting when the first picture is asked for.
    using WorkersSource = std::function<Workers*()>;
    PictureCache(store::CaseStore& store, WorkersSource workers, std::function<void()> wake);
    ~PictureCache();

    PictureState picture(const std::string& caseId, const File& described, FileIndex file, PageIndex page, Dpi dpi);
    /// Blocks until no picture is waited for.
    void waitUntilDrawn();
    /// Forgets all pictures, e.g. at sign-out.
    void clear();

private:
    struct Key {
        std::string caseId;
        FileIndex file;
        PageIndex page;
        int dpi = 0;
        auto operator<=>(const Key&) const = default;
    };
    struct Entry {
        Key key;
        File described;
        PictureState state;
    };

    void run(std::stop_token stop);
    PictureState draw(const Entry& entry);
    void trim();

    store::CaseStore& m_store;
    WorkersSource m_workers;
    std::function<void()> m_wake;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::list<Entry> m_entries; ///< most recently used first
    std::unique_ptr<pipeline::FileReader> m_reader; ///< of m_readerOf; used by the thread only
    Key m_readerOf;
    std::jthread m_thread; ///< last: stops before the rest goes
};

} // namespace vidimus::app
