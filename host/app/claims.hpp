#pragma once
#include "app/house.hpp"
#include "core/evidence.hpp"

namespace vidimus::app {

/// The claims with dates and sexes in the normal form of the fields that they are compared with, read by the same code.
/// Errors: Malformed (an id that no document can show, with the nearest that one can; a value without normal form):
/// a claim that is silently compared with nothing would pass for one that agrees.
Result<std::vector<Claim>> checkedClaims(std::vector<Claim> claims, const House& house);

} // namespace vidimus::app
