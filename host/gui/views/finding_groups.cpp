#include "gui/views/finding_groups.hpp"

#include <algorithm>

namespace vidimus::gui {

FindingGroup groupOf(const Finding& finding)
{
    switch (finding.outcome) {
    case Outcome::Passed:
        return FindingGroup::Held;
    case Outcome::NotApplicable:
        return FindingGroup::NotAsked;
    case Outcome::Indeterminate:
        return FindingGroup::Unchecked;
    case Outcome::Failed:
        break;
    }
    switch (finding.severity) {
    case Severity::Adverse:
        return FindingGroup::Adverse;
    case Severity::Caution:
        return FindingGroup::Caution;
    default:
        return FindingGroup::Note;
    }
}

std::string keyOf(FindingGroup group)
{
    static constexpr std::array keys{"adverse", "caution", "unchecked", "note", "held", "not-asked"};
    return keys[static_cast<std::size_t>(group)];
}

GroupedFindings groupFindings(const std::vector<Finding>& findings)
{
    GroupedFindings grouped;
    for (std::size_t i = 0; i < findings.size(); ++i)
        grouped.of[static_cast<std::size_t>(groupOf(findings[i]))].push_back(i);
    // Within a group the gravest first; otherwise as the checks were recorded.
    for (auto& group : grouped.of)
        std::ranges::stable_sort(group, {}, [&](std::size_t i) { return findings[i].severity; });
    return grouped;
}

bool wantsAttention(FindingGroup group)
{
    return group == FindingGroup::Adverse || group == FindingGroup::Caution || group == FindingGroup::Unchecked;
}

const Disposition* dispositionOf(const Case& shown, const std::string& finding)
{
    const Disposition* last = nullptr;
    for (const Disposition& disposition : shown.dispositions)
        if (disposition.finding == finding)
            last = &disposition;
    return last && last->withdrawn ? nullptr : last;
}

std::size_t leftToDispose(const Case& shown)
{
    return static_cast<std::size_t>(std::ranges::count_if(shown.findings,
        [&](const Finding& finding) { return wantsAttention(groupOf(finding)) && !dispositionOf(shown, finding.id); }));
}

} // namespace vidimus::gui
