#pragma once
#include "core/evidence.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace vidimus {

/// The ids that all packs share, in reading order.
std::span<const std::string_view> sharedFieldIds();

/// Where a field id stands among the shared ids, as a person expects to read them: who the holder is, which document,
/// its registration, dates, issuer. Ids of a pack's own come after all of them.
std::size_t fieldRank(std::string_view id);

/// Indices into the fields in reading order; entries of one id keep their order, since the first is the one that the
/// checks used.
std::vector<std::size_t> inReadingOrder(const std::vector<Field>& fields);

} // namespace vidimus
