#pragma once
#include "core/result.hpp"
#include "plugin_host/wire/limits.hpp"
#include "worker/child_link.hpp"

#include <vidimus/abi/types.h>

#include <nlohmann/json_fwd.hpp>

namespace vidimus::worker {

/// Are format, stride and resolution those of a picture? (That the pixels are there, only reading them can tell.)
bool isPicture(const vidimus_image_t& image);

/// Copies the pixels into a buffer of the supervisor's. \return width, height, channels and dpi as they are told.
/// Errors: Malformed (no picture), TooLarge, System.
Result<nlohmann::json> handOver(const vidimus_image_t& image, const wire::Limits& limits, ChildLink& link);

} // namespace vidimus::worker
