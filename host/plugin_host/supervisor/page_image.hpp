#pragma once
#include "core/units.hpp"

#include <cstdint>
#include <memory>
#include <span>

namespace vidimus::wire {
class Mapping;
}

namespace vidimus::supervisor {

/// A picture that a worker drew: read-only shared memory. Its size was checked against its dimensions.
struct PageImage {
    std::uint32_t width = 0, height = 0; ///< pixels
    std::uint64_t stride = 0; ///< bytes a row
    std::uint32_t channels = 1; ///< 1: grey, 3: red, green, blue; 8 bits each
    Dpi dpi; ///< 0: unknown
    std::span<const std::uint8_t> pixels; ///< stride * height bytes, valid as long as memory
    std::shared_ptr<const wire::Mapping> memory;
};

} // namespace vidimus::supervisor
