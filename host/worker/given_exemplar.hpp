#pragma once
#include "core/exemplar.hpp"
#include "worker/host_services.hpp"

#include <optional>
#include <vector>

namespace vidimus::worker {

/// The exemplar that came with a pass as readers see it; there for them as long as this lives.
class GivenExemplar {
public:
    /// \param print nothing: the pass was given none
    GivenExemplar(CallContext& context, const std::optional<DesignPrint>& print);
    ~GivenExemplar() { m_context.exemplar = nullptr; }
    GivenExemplar(const GivenExemplar&) = delete;
    GivenExemplar& operator=(const GivenExemplar&) = delete;

private:
    CallContext& m_context;
    std::vector<vidimus_key_point_t> m_points;
    std::vector<vidimus_region_t> m_wording;
    vidimus_exemplar_t m_raw{};
};

} // namespace vidimus::worker
