#pragma once
#include "core/dependencies.hpp"
#include "core/exemplar.hpp"
#include "core/file.hpp"
#include "core/reading.hpp"
#include "core/result.hpp"
#include "plugin_host/supervisor/page_image.hpp"
#include "plugin_host/supervisor/watch.hpp"

#include <memory>
#include <string>
#include <vector>

namespace vidimus::supervisor {

/// A pass and what it rests on: the pack that read, the engines that took part, the services that answered.
struct ReadPass {
    Pass pass;
    Dependencies dependencies;
};

/// One file, opened in one confined child. For one thread at a time. A child that dies loses the call, not the file:
/// the next call opens the file again in a fresh child, three times at most.
class FileSession {
public:
    ~FileSession();
    FileSession(FileSession&&) = delete;

    const std::vector<Page>& pages() const;
    const std::string& reader() const; ///< id of the reader that opened it
    const std::string& pack() const; ///< id of its pack

    /// Errors: Unsupported, Malformed, TooLarge, Refused, Crashed, TimedOut, OutOfMemory, Cancelled, System.
    Result<ReadPass> run(const PassRequest& request, const Watch& watch = {});
    /// The same with the print of a design beside it, for the passes "registration" and "key-points".
    Result<ReadPass> run(const PassRequest& request, const DesignPrint& print, const Watch& watch = {});
    /// The page as acquired at about that resolution, reduced where it would exceed the picture limits.
    Result<PageImage> pageImage(PageIndex page, Dpi dpi, const Watch& watch = {});

    struct State;
    explicit FileSession(std::unique_ptr<State> state);

private:
    std::unique_ptr<State> m_state;
};

} // namespace vidimus::supervisor
