#include "gui/views/case_rows.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>
#include <tuple>

namespace vidimus::gui {

namespace {

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(),
        [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
    return out;
}

/// Negative, zero or positive, like a comparison.
int compare(const store::CaseSummary& a, const store::CaseSummary& b, CaseColumn column)
{
    const auto order = [](const auto& x, const auto& y) { return x < y ? -1 : y < x ? 1 : 0; };
    switch (column) {
    case CaseColumn::Subject:
        return order(a.subject, b.subject);
    case CaseColumn::State:
        return order(static_cast<int>(a.state), static_cast<int>(b.state));
    case CaseColumn::Findings:
        return order(std::tie(a.adverse, a.cautions), std::tie(b.adverse, b.cautions));
    case CaseColumn::Officer:
        return order(a.officer, b.officer);
    case CaseColumn::AsOf:
        return order(a.asOf.dayNumber(), b.asOf.dayNumber());
    case CaseColumn::Changed:
        break;
    }
    return order(a.changedAt.seconds, b.changedAt.seconds);
}

} // namespace

bool matchesWords(std::string_view text, std::string_view query)
{
    const std::string all = lowered(text);
    std::istringstream words(lowered(query));
    for (std::string word; words >> word;)
        if (all.find(word) == std::string::npos)
            return false;
    return true;
}

std::vector<std::size_t> filterCases(const std::vector<store::CaseSummary>& cases, const CaseFilter& filter)
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const store::CaseSummary& one = cases[i];
        if (filter.state && one.state != *filter.state)
            continue;
        if (matchesWords(one.subject + " " + one.officer + " " + one.id, filter.words))
            rows.push_back(i);
    }
    return rows;
}

void sortCases(
    std::vector<std::size_t>& rows, const std::vector<store::CaseSummary>& cases, CaseColumn column, bool ascending)
{
    std::ranges::stable_sort(rows, [&](std::size_t a, std::size_t b) {
        const int order = compare(cases[a], cases[b], column);
        return ascending ? order < 0 : order > 0;
    });
}

} // namespace vidimus::gui
