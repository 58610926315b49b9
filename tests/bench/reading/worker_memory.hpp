#pragma once
#include <atomic>
#include <string>
#include <thread>

namespace vidimus::bench {

/// Watches the programs of one name that this process has started, directly or not.
class WorkerMemory {
public:
    explicit WorkerMemory(std::string name);
    /// The largest resident memory of one of them so far; 0: none was seen.
    double peakMiB() const { return static_cast<double>(m_peakKiB.load()) / 1024; }

private:
    void look();

    std::string m_name;
    std::atomic<long> m_peakKiB{0};
    std::jthread m_watch;
};

} // namespace vidimus::bench
