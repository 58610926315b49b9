#pragma once
#include "core/case.hpp"
#include "pipeline/services.hpp"

#include <cstdint>
#include <vector>

namespace vidimus::app {

/// Cuts out what the findings and fields of a case cite, so that an issued report never changes with a renderer's
/// version. A page that cannot be drawn any more gives no crop; its finding stands without a picture.
std::vector<Crop> cropsOf(
    const Case& checked, const std::vector<std::vector<std::uint8_t>>& fileBytes, pipeline::PluginServices& services);

} // namespace vidimus::app
