#include "worker/zygote.hpp"

#include "plugin_host/wire/channel.hpp"
#include "plugin_host/wire/codec.hpp"
#include "plugin_host/wire/strict.hpp"
#include "worker/child.hpp"
#include "worker/host_services.hpp"
#include "worker/offers.hpp"
#include "worker/text.hpp"

#include <array>
#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vidimus::worker {
namespace {

using Json = nlohmann::json;
using wire::memberOf;
using wire::textOf;

class Zygote {
public:
    explicit Zygote(wire::UniqueFd control)
        : m_control(std::move(control), 1 << 20, 1)
        , m_services(m_table)
    {
    }

    [[noreturn]] void run()
    {
        for (;;) {
            auto message = m_control.receive();
            if (!message)
                ::_exit(0); // the supervisor is gone
            const auto handled = wire::decode([&] {
                handle(*message);
                return true;
            });
            if (!handled)
                ::_exit(70);
        }
    }

private:
    void handle(wire::Message& message)
    {
        const std::string& type = textOf(memberOf(message.body, "type"), 64);
        if (type == "load")
            loadAll(message.body);
        else if (type == "fork" && message.files.size() == 1)
            fork(std::move(message.files.front()));
        else if (type == "reap")
            reap(static_cast<pid_t>(wire::countOf(memberOf(message.body, "pid"), INT32_MAX)));
        else
            throw wire::DecodeError("an unknown request to the zygote");
    }

    void say(const Json& body)
    {
        if (!m_control.send(body))
            ::_exit(0);
    }

    void loadAll(const Json& request)
    {
        m_limits = wire::limitsFromWire(memberOf(request, "limits"));
        for (const Json& module : wire::arrayOf(memberOf(request, "modules"), 4096)) {
            const auto& part = wire::arrayOfExactly(module, 2);
            loadPack(textOf(part[0], 4096), textOf(part[1], 65536));
        }
        say({{"type", "ready"}, {"offers", offersOf(m_table)}});
    }

    void loadPack(const std::string& id, const std::string& path)
    {
        // A pack that hangs here must not outlive a supervisor that was killed meanwhile.
        ::alarm(static_cast<unsigned>(m_limits.load.count() / 1000 + 5));
        say({{"type", "loading"}, {"pack", id}});
        auto pack = loader::load(id, path, m_services.hostFor(id));
        if (!pack) {
            say({{"type", "failed"}, {"pack", id}, {"error", wire::toWire(pack.error())}});
        } else {
            m_table.add(*pack);
            for (const vidimus_engine_t& engine : pack->engines)
                loadEngine(id, engine);
        }
        ::alarm(0);
    }

    void loadEngine(const std::string& pack, const vidimus_engine_t& engine)
    {
        vidimus_string_t message{};
        const vidimus_status_t status = engine.load(&message);
        if (status == VIDIMUS_OK)
            return;
        m_table.dropEngine(view(engine.id));
        const Error error = errorOf(
            status, "the engine " + clean(engine.id) + " cannot be used: " + clean(message), clean(engine.id));
        say({{"type", "failed"}, {"pack", pack}, {"error", wire::toWire(error)}});
    }

    void fork(wire::UniqueFd session)
    {
        const pid_t zygote = ::getpid();
        const pid_t child = ::fork();
        if (child == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (::getppid() != zygote)
                ::_exit(0);
            m_control = wire::Channel({}, 0, 0);
            runChild(std::move(session), m_limits, m_table, m_services);
        }
        say({{"type", "forked"}, {"pid", child}});
    }

    /// The supervisor asks only for children that it knows to be dead or has killed; until then they stay zombies, so
    /// that a process id that it holds never means another process.
    void reap(pid_t child)
    {
        int status = 0;
        pid_t reaped = -1;
        do
            reaped = ::waitpid(child, &status, 0);
        while (reaped < 0 && errno == EINTR);
        say({{"type", "reaped"}, {"status", reaped == child ? status : 0}});
    }

    wire::Channel m_control;
    wire::Limits m_limits;
    PackTable m_table;
    HostServices m_services;
};

} // namespace

void runZygote(wire::UniqueFd control)
{
    Zygote(std::move(control)).run();
}

} // namespace vidimus::worker
