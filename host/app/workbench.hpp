#pragma once
#include "app/commands.hpp"
#include "app/snapshot.hpp"
#include "pipeline/services.hpp"

#include <functional>
#include <future>

/// The workstation's engine without its windows: takes commands, does the work on threads of its own, publishes
/// snapshots.
namespace vidimus::app {

struct WorkbenchOptions {
    std::string storeUrl; ///< empty: $XDG_DATA_HOME/vidimus/cases.db
    std::string language; ///< empty: from the environment
    std::filesystem::path programFolder; ///< where the running program lies: packs and vidimus-worker are found from it
    std::shared_future<void> startWorkers{}; ///< where valid, the workers start when it is ready: after the first frame
    std::function<void()> wake; ///< called from any thread when a new snapshot or picture is there
};

/// A page's pixels, or why there are none (yet).
struct PictureState {
    enum class Kind { Loading, Ready, Failed } kind = Kind::Loading;
    std::shared_ptr<const pipeline::PagePicture> picture;
    std::string message;
};

class Workbench {
public:
    /// Opens the store; the workers start in the background. Errors: System, Malformed.
    static Result<std::unique_ptr<Workbench>> open(WorkbenchOptions options);
    virtual ~Workbench() = default;

    /// The newest picture of everything; never null, never changes.
    virtual std::shared_ptr<const Snapshot> snapshot() const = 0;
    /// Queues a command; returns at once. Trouble comes back as a Notice.
    virtual void apply(Command command) = 0;
    /// A page of the open case as acquired, at about that resolution; starts loading when first asked, wakes when
    /// there. Cached.
    virtual PictureState picture(FileIndex file, PageIndex page, Dpi dpi) = 0;
    /// Blocks until every queued command has been applied, no job runs and every picture asked for is there; for tests
    /// and the command line.
    virtual void waitUntilIdle() = 0;
};

} // namespace vidimus::app
