#pragma once
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace vidimus::pipeline {

/// The stages a file goes through, in order.
enum class Stage { Acquire, Prepare, Read, Classify, Extract, Check, Done };

struct ProgressEvent {
    std::size_t file = 0; ///< index in the job; meaningless for Check
    std::string source;
    Stage stage = Stage::Acquire;
    double fraction = 0; ///< 0..1 of this file
};

/// Called from worker threads; must be quick and thread-safe.
using ProgressHandler = std::function<void(const ProgressEvent&)>;

/// Asks running work to stop. Copies share one flag.
class Cancellation {
public:
    void cancel() { m_flag->store(true, std::memory_order_relaxed); }
    bool cancelled() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

} // namespace vidimus::pipeline
