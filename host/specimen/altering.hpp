#pragma once
#include "specimen/alterations.hpp"
#include "specimen/rendering.hpp"
#include "specimen/specimen.hpp"

namespace vidimus::specimen {

/// Applies the alterations of what a document says, in the order of the request, and records them.
/// \param paint draws by the scene's facts.
/// Error NotFound: no such alteration; Unsupported: nothing that is printed would change, or be untrue. The message
/// names the layout and the field.
Result<void> alterFacts(const Request& request, AlterationScene scene, const Painter& paint, Truth& truth);

/// A request that names something that there is not.
Error notFound(std::string_view what, std::string_view name);

} // namespace vidimus::specimen
