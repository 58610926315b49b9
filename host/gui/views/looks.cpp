#include "gui/views/looks.hpp"

#include <cstdlib>

namespace vidimus::gui {

Look lookOf(FindingGroup group)
{
    const Palette& p = palette();
    switch (group) {
    case FindingGroup::Adverse:
        return {icon::adverse, p.adverse};
    case FindingGroup::Caution:
        return {icon::caution, p.caution};
    case FindingGroup::Unchecked:
        return {icon::unchecked, p.unchecked};
    case FindingGroup::Note:
        return {icon::note, p.note};
    case FindingGroup::Held:
        return {icon::held, p.held};
    case FindingGroup::NotAsked:
        break;
    }
    return {icon::notAsked, p.muted};
}

Look lookOf(CaseState state)
{
    const Palette& p = palette();
    switch (state) {
    case CaseState::Open:
        return {icon::edit, p.note};
    case CaseState::Submitted:
        return {icon::inbox, p.accent};
    case CaseState::Returned:
        return {icon::giveBack, p.caution};
    case CaseState::Concluded:
        break;
    }
    return {icon::conclude, p.muted};
}

Look lookOf(Certainty certainty)
{
    const Palette& p = palette();
    switch (certainty) {
    case Certainty::Accepted:
        return {icon::held, p.held};
    case Certainty::Uncertain:
        return {icon::unchecked, p.unchecked};
    case Certainty::Unreadable:
        break;
    }
    return {icon::notAsked, p.caution};
}

Look lookOf(ConclusionKind kind)
{
    const Palette& p = palette();
    switch (kind) {
    case ConclusionKind::Verified:
        return {icon::held, p.held};
    case ConclusionKind::Discrepancy:
        return {icon::adverse, p.adverse};
    case ConclusionKind::UnableToVerify:
        break;
    }
    return {icon::unchecked, p.unchecked};
}

std::string shortTime(UtcTime time)
{
    std::string iso = time.iso();
    if (iso.size() < 16)
        return iso;
    iso[10] = ' ';
    return iso.substr(0, 16);
}

std::string fileNameOf(const std::string& source)
{
    const auto slash = source.find_last_of('/');
    return slash == std::string::npos || slash + 1 == source.size() ? source : source.substr(slash + 1);
}

std::string underHome(const std::string& path)
{
    const char* home = std::getenv("HOME");
    const std::string folder = home ? home : "";
    return folder.size() > 1 && path.starts_with(folder + "/") ? "~" + path.substr(folder.size()) : path;
}

} // namespace vidimus::gui
