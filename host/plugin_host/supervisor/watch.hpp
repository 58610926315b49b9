#pragma once
#include <functional>

namespace vidimus::supervisor {

/// How a caller follows a call and gives it up. Both are called from the thread that made the call.
struct Watch {
    /// Asked every 50 ms; once true, the plugin has a second to stop by itself, then its child is killed.
    std::function<bool()> cancelled;
    std::function<void(double fraction)> progress; ///< 0..1
};

} // namespace vidimus::supervisor
