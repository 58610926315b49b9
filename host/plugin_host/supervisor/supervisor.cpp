#include "plugin_host/supervisor/supervisor.hpp"

#include "plugin_host/supervisor/state.hpp"
#include "plugin_host/supervisor/tool_run.hpp"

#include <algorithm>

namespace vidimus::supervisor {

Result<std::unique_ptr<ChildProcess>> Supervisor::State::startChild()
{
    const auto once = [this]() -> Result<std::unique_ptr<ChildProcess>> {
        std::shared_ptr<ZygoteProcess> current;
        {
            const std::lock_guard lock(mutex);
            if (!zygote) {
                auto started = ZygoteProcess::start(options);
                if (!started)
                    return started.error();
                zygote = std::move(*started);
            }
            current = zygote;
        }
        auto child = ChildProcess::start(current, options.limits, options.log);
        const std::lock_guard lock(mutex);
        if (!child) {
            if (zygote == current)
                zygote.reset(); // whatever is wrong with it, the next try begins with a fresh one
            return child.error();
        }
        const auto& held = (*child)->barriers();
        if (!std::exchange(anyChild, true))
            barriers = held;
        else
            std::erase_if(barriers,
                [&](const auto& barrier) { return std::find(held.begin(), held.end(), barrier) == held.end(); });
        return child;
    };
    auto child = once();
    return child ? std::move(child) : once();
}

Dependencies Supervisor::State::named(const std::map<std::string, std::string>& used) const
{
    constexpr std::string_view prefix = "plugin:";
    Dependencies dependencies;
    for (const auto& entry : used) { // by name: Clang 14 captures no structured binding
        const std::string& name = entry.first;
        const auto module = std::find_if(options.modules.begin(), options.modules.end(),
            [&](const PackModule& candidate) { return name == std::string(prefix) + candidate.id; });
        if (module != options.modules.end())
            dependencies.add(name, module->version + " " + module->sha256);
        else
            dependencies.add(name, entry.second);
    }
    return dependencies;
}

Supervisor::Supervisor(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

Supervisor::~Supervisor() = default;

Result<std::unique_ptr<Supervisor>> Supervisor::start(SupervisorOptions options)
{
    std::sort(options.modules.begin(), options.modules.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    auto state = std::make_shared<State>(std::move(options));
    auto zygote = ZygoteProcess::start(state->options);
    if (!zygote)
        return zygote.error();
    state->zygote = std::move(*zygote);
    // A first child shows which barriers this kernel gives, before anything is read.
    const auto probe = state->startChild();
    if (!probe)
        return probe.error();
    return std::unique_ptr<Supervisor>(new Supervisor(std::move(state)));
}

std::vector<std::string> Supervisor::confinement() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->barriers;
}

std::vector<std::string> Supervisor::toolConfinement() const
{
    return toolBarriers();
}

Offers Supervisor::offers() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->zygote ? m_state->zygote->offers() : Offers{};
}

std::vector<LoadFailure> Supervisor::loadFailures() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->zygote ? m_state->zygote->failures() : std::vector<LoadFailure>{};
}

} // namespace vidimus::supervisor
