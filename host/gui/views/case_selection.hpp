#pragma once
#include "core/case.hpp"

#include <optional>
#include <string>
#include <vector>

/// What is selected in a case, and which places on which pages that shows.
namespace vidimus::gui {

/// A page of the case.
struct PageRef {
    FileIndex file;
    PageIndex page;
    auto operator<=>(const PageRef&) const = default;
};

/// A field of a document, by its place in the document's list.
struct FieldRef {
    DocumentIndex document;
    std::size_t field = 0;
    bool operator==(const FieldRef&) const = default;
};

struct CaseSelection {
    std::string finding; ///< id; empty: none
    std::optional<FieldRef> field;
    PageRef page;
    bool reveal = false; ///< the canvas is to show what is selected
};

/// Every page of every file, in order.
std::vector<PageRef> pagesOf(const Case& shown);
const Page* pageAt(const Case& shown, PageRef page);
const Finding* findingById(const Case& shown, const std::string& id);
const Field* fieldAt(const Case& shown, const FieldRef& ref);

/// Selects a finding and turns to a page that it cites (the page shown stays if it is one of them).
void selectFinding(CaseSelection& selection, const Case& shown, const std::string& id);
/// Selects a field and turns to its page.
void selectField(CaseSelection& selection, const Case& shown, const FieldRef& ref);
/// Turns to one citation of a finding.
void selectCitation(CaseSelection& selection, const Finding& finding, std::size_t citation);
/// Goes so many pages on, stopping at the ends.
void turnPages(CaseSelection& selection, const Case& shown, int by);
/// The finding so many places on in that order of ids; the first where none was selected.
std::string neighbour(const std::vector<std::string>& order, const std::string& from, int by);

/// The regions of what is selected on that page; an empty region means the whole page.
std::vector<Region> selectedRegions(const CaseSelection& selection, const Case& shown, PageRef page);
/// The pages that what is selected lies on.
std::vector<PageRef> selectedPages(const CaseSelection& selection, const Case& shown);

} // namespace vidimus::gui
