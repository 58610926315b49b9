#pragma once
#include "core/dependencies.hpp"
#include "plugin_host/wire/limits.hpp"
#include "plugin_host/wire/sealed_bytes.hpp"
#include "worker/child_link.hpp"
#include "worker/pack_table.hpp"

#include <vidimus/abi/plugin.h>

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace vidimus::worker {

/// What a child knows besides its packs: how to reach the supervisor, and what the running call has used.
struct CallContext {
    ChildLink& link;
    const wire::Limits& limits;
    const PackTable& packs;
    std::int64_t asOfDay = 0;
    Dependencies used{}; ///< packs and engines that took part in this call
    std::string lastMessage{}; ///< the last error or warning that a pack logged in this call

    /// A page that the broker drew, valid until the next one; and repaired files, valid for good.
    std::shared_ptr<const wire::Mapping> drawn{};
    std::vector<std::shared_ptr<const wire::Mapping>> repaired{};
    const vidimus_exemplar_t* exemplar = nullptr; ///< of the running pass
    std::string relation{}, explanation{}, folded{};

    /// The supervisor knows the pack's version and digest.
    void noteUse(const loader::LoadedPack& pack) { used.add("plugin:" + pack.id, {}); }
    void begin()
    {
        link.beginCall();
        used = {};
        lastMessage.clear();
    }
};

/// The host as packs see it. One host struct a pack, so that a log line is known to be its.
class HostServices {
public:
    explicit HostServices(const PackTable& packs)
        : m_packs(packs)
    {
    }
    const vidimus_host_t* hostFor(const std::string& pack);
    /// From now on there is a supervisor to ask.
    void enter(CallContext& context) { m_context = &context; }

    const PackTable& packs() const { return m_packs; }
    CallContext* context() const { return m_context; }

    struct PackHost : vidimus_host_t {
        HostServices* services = nullptr;
        std::string pack;
    };
    static const PackHost& of(const vidimus_host_t* host) { return *static_cast<const PackHost*>(host); }

private:
    const PackTable& m_packs;
    CallContext* m_context = nullptr;
    std::deque<PackHost> m_hosts;
};

/// The tables behind vidimus.ocr/1 and vidimus.pages/1: answered by packs of this process.
extern const vidimus_ocr_t recognitionService;
extern const vidimus_pages_t pagesService;
/// The tables behind vidimus.render/1, vidimus.repair/1 and vidimus.names/1: answered by the supervisor.
extern const vidimus_render_t renderService;
extern const vidimus_repair_t repairService;
extern const vidimus_names_t namesService;

} // namespace vidimus::worker
