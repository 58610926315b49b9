#pragma once
#include "core/case.hpp"
#include "gui/views/finding_groups.hpp"
#include "gui/widgets/icons.hpp"
#include "gui/widgets/theme.hpp"

#include <string>

/// The vocabulary's enumerators as shape and colour. The word stands beside, always.
namespace vidimus::gui {

struct Look {
    const char* icon;
    ImU32 colour;
};

Look lookOf(FindingGroup group);
Look lookOf(CaseState state);
Look lookOf(Certainty certainty);
Look lookOf(ConclusionKind kind);

/// "2026-11-22 14:03" in UTC.
std::string shortTime(UtcTime time);
/// The last part of a path.
/// A path with "~" for the person's own folder, as people write it.
std::string underHome(const std::string& path);
std::string fileNameOf(const std::string& source);

} // namespace vidimus::gui
