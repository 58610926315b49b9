#include "methods.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace vidimus::bench {

double onAllCores(std::size_t count, const std::function<void(std::size_t)>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    std::atomic<std::size_t> next{0};
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
            workers.emplace_back([&] {
                for (std::size_t item = next++; item < count; item = next++)
                    work(item);
            });
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::map<std::string, Figures> grouped(const std::vector<Specimen>& specimens, const std::vector<Figures>& pages)
{
    std::map<std::string, Figures> groups;
    for (std::size_t i = 0; i < specimens.size(); ++i)
        for (const std::string& name :
            {std::string("all"), "degradation " + specimens[i].degradation, "document " + specimens[i].profile})
            groups[name].add(pages[i]);
    return groups;
}

} // namespace vidimus::bench
