#include "worker/child.hpp"

#include "plugin_host/wire/exit_status.hpp"
#include "plugin_host/wire/strict.hpp"
#include "worker/check_server.hpp"
#include "worker/child_link.hpp"
#include "worker/confinement.hpp"
#include "worker/session_server.hpp"

#include <new>
#include <unistd.h>

namespace vidimus::worker {
namespace {

/// Without memory nothing can be said any more, only ended; the status tells the supervisor why.
void endOutOfMemory()
{
    ::_exit(wire::exitOutOfMemory);
}

} // namespace

void runChild(wire::UniqueFd session, const wire::Limits& limits, const PackTable& packs, HostServices& services)
{
    ChildLink link(std::move(session), limits);
    const auto barriers = confine(limits);
    if (!barriers) {
        link.fail(barriers.error());
        ::_exit(wire::exitNotConfined);
    }
    std::set_new_handler(endOutOfMemory);
    link.say({{"type", "hello"}, {"barriers", *barriers}});

    CallContext context{link, limits, packs};
    services.enter(context);
    SessionServer files(context);
    CheckServer checks(context);
    for (;;) {
        wire::Message request = link.nextRequest();
        context.begin();
        const auto handled = wire::decode([&] {
            const std::string& type = wire::textOf(wire::memberOf(request.body, "type"), 64);
            if (!files.handle(type, request) && !checks.handle(type, request))
                link.fail({ErrorKind::Unsupported, "the worker knows no request of this kind", "worker"});
            return true;
        });
        if (!handled)
            link.fail(handled.error());
    }
}

} // namespace vidimus::worker
