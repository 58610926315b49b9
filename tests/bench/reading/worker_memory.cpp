#include "worker_memory.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <unistd.h>

namespace vidimus::bench {

namespace {
struct Process {
    std::string name;
    long parent = 0, peakKiB = 0;
};

Process processAt(const std::filesystem::path& folder)
{
    Process process;
    std::ifstream status(folder / "status");
    for (std::string key; status >> key; status.ignore(4096, '\n')) {
        if (key == "Name:")
            status >> process.name;
        else if (key == "PPid:")
            status >> process.parent;
        else if (key == "VmHWM:")
            status >> process.peakKiB;
    }
    return process;
}
} // namespace

WorkerMemory::WorkerMemory(std::string name)
    : m_name(std::move(name))
    , m_watch([this](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            look();
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
    })
{
}

void WorkerMemory::look()
{
    std::map<long, Process> all;
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", gone))
        if (const std::string id = entry.path().filename(); id.find_first_not_of("0123456789") == std::string::npos)
            all.emplace(std::stol(id), processAt(entry.path()));
    const auto isOurs = [&](long id) {
        while (all.contains(id) && id != ::getpid())
            id = all[id].parent;
        return id == ::getpid();
    };
    for (const auto& [id, process] : std::map(all))
        if (process.name == m_name.substr(0, 15) && isOurs(id)) // the kernel keeps 15 characters
            m_peakKiB = std::max(m_peakKiB.load(), process.peakKiB);
}

} // namespace vidimus::bench
