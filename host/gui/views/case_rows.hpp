#pragma once
#include "store/case_store.hpp"

#include <optional>
#include <string>
#include <vector>

/// Which cases a list shows, and in which order.
namespace vidimus::gui {

enum class CaseColumn { Subject, State, Findings, Officer, AsOf, Changed };

struct CaseFilter {
    std::string words; ///< all of them must occur in subject, officer or id; case-insensitive for ASCII
    std::optional<CaseState> state;
};

/// Indices of the cases that fit, in the list's order.
std::vector<std::size_t> filterCases(const std::vector<store::CaseSummary>& cases, const CaseFilter& filter);
/// Sorts indices by a column; equal ones keep their order.
void sortCases(
    std::vector<std::size_t>& rows, const std::vector<store::CaseSummary>& cases, CaseColumn column, bool ascending);

/// Do all words of the query occur in the text?
bool matchesWords(std::string_view text, std::string_view query);

} // namespace vidimus::gui
