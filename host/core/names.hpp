#pragma once
#include "core/case.hpp"

#include <optional>
#include <string_view>

/// The stable spellings of the vocabulary's enumerations, as they stand in JSON and in stores.
namespace vidimus {

std::string_view nameOf(Origin);
std::string_view nameOf(Outcome);
std::string_view nameOf(Level);
std::string_view nameOf(Severity);
std::string_view nameOf(Proposal);
std::string_view nameOf(Certainty);
std::string_view nameOf(Validation::Verdict);
std::string_view nameOf(Role);
std::string_view nameOf(CaseState);
std::string_view nameOf(DispositionKind);
std::string_view nameOf(ConclusionKind);
std::string_view nameOf(ErrorKind);

} // namespace vidimus
