#pragma once
#include "core/case.hpp"

#include <array>
#include <string>
#include <vector>

/// How findings are laid out for a person: gravest first, and what could not be checked as visible as what failed.
namespace vidimus::gui {

enum class FindingGroup { Adverse, Caution, Unchecked, Note, Held, NotAsked };

inline constexpr std::array allFindingGroups{FindingGroup::Adverse, FindingGroup::Caution, FindingGroup::Unchecked,
    FindingGroup::Note, FindingGroup::Held, FindingGroup::NotAsked};

FindingGroup groupOf(const Finding& finding);
/// The group's key in texts: "adverse", "caution", "unchecked", "note", "held", "not-asked".
std::string keyOf(FindingGroup group);

/// Indices into the findings, in their order, of each group.
struct GroupedFindings {
    std::array<std::vector<std::size_t>, allFindingGroups.size()> of;
    const std::vector<std::size_t>& in(FindingGroup group) const { return of[static_cast<std::size_t>(group)]; }
};
GroupedFindings groupFindings(const std::vector<Finding>& findings);

/// Does the group want a person's eye before the case can be decided?
bool wantsAttention(FindingGroup group);
/// The disposition that counts: the last one recorded for that finding; null where there is none or it
/// was withdrawn.
const Disposition* dispositionOf(const Case& shown, const std::string& finding);
/// How many findings that want attention have no disposition yet.
std::size_t leftToDispose(const Case& shown);

} // namespace vidimus::gui
