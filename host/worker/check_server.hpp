#pragma once
#include "plugin_host/wire/channel.hpp"
#include "worker/evidence_view.hpp"
#include "worker/host_services.hpp"

#include <memory>
#include <string_view>

namespace vidimus::worker {

/// Answers "begin-checks", "validate", "read-fields", "evidence" and "check".
class CheckServer {
public:
    explicit CheckServer(CallContext& context)
        : m_context(context)
    {
    }
    /// \return false: not a request of this kind. Throws DecodeError.
    bool handle(std::string_view type, const wire::Message& request);

private:
    void begin(const nlohmann::json& request);
    void validate(const nlohmann::json& request);
    void readFields(const nlohmann::json& request);
    void evidence(const nlohmann::json& request);
    void check(const nlohmann::json& request);
    Error failure(vidimus_status_t status, vidimus_string_t id) const;

    CallContext& m_context;
    std::unique_ptr<EvidenceView> m_evidence;
};

} // namespace vidimus::worker
