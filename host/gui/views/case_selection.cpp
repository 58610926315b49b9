#include "gui/views/case_selection.hpp"

#include <algorithm>

namespace vidimus::gui {

std::vector<PageRef> pagesOf(const Case& shown)
{
    std::vector<PageRef> pages;
    for (std::size_t f = 0; f < shown.files.size(); ++f)
        for (std::size_t p = 0; p < shown.files[f].pages.size(); ++p)
            pages.push_back({{static_cast<std::uint32_t>(f)}, {static_cast<std::uint32_t>(p)}});
    return pages;
}

const Page* pageAt(const Case& shown, PageRef at)
{
    if (at.file.value >= shown.files.size() || at.page.value >= shown.files[at.file.value].pages.size())
        return nullptr;
    return &shown.files[at.file.value].pages[at.page.value];
}

const Finding* findingById(const Case& shown, const std::string& id)
{
    const auto found = std::ranges::find(shown.findings, id, &Finding::id);
    return found == shown.findings.end() ? nullptr : &*found;
}

const Field* fieldAt(const Case& shown, const FieldRef& ref)
{
    if (ref.document.value >= shown.evidence.documents.size())
        return nullptr;
    const auto& fields = shown.evidence.documents[ref.document.value].fields;
    return ref.field < fields.size() ? &fields[ref.field] : nullptr;
}

void selectFinding(CaseSelection& selection, const Case& shown, const std::string& id)
{
    const Finding* finding = findingById(shown, id);
    selection.finding = finding ? id : std::string();
    selection.field.reset();
    if (!finding || finding->citations.empty())
        return;
    const auto isHere = [&](const Citation& c) { return PageRef{c.file, c.page} == selection.page; };
    if (std::ranges::none_of(finding->citations, isHere)) {
        const PageRef first{finding->citations.front().file, finding->citations.front().page};
        if (pageAt(shown, first))
            selection.page = first;
    }
    selection.reveal = true;
}

void selectField(CaseSelection& selection, const Case& shown, const FieldRef& ref)
{
    const Field* field = fieldAt(shown, ref);
    if (!field)
        return;
    selection.field = ref;
    selection.finding.clear();
    if (const PageRef page{field->file, field->page}; pageAt(shown, page))
        selection.page = page;
    selection.reveal = true;
}

void selectCitation(CaseSelection& selection, const Finding& finding, std::size_t citation)
{
    if (citation >= finding.citations.size())
        return;
    selection.finding = finding.id;
    selection.field.reset();
    selection.page = {finding.citations[citation].file, finding.citations[citation].page};
    selection.reveal = true;
}

void turnPages(CaseSelection& selection, const Case& shown, int by)
{
    const std::vector<PageRef> pages = pagesOf(shown);
    if (pages.empty())
        return;
    const auto at = std::ranges::find(pages, selection.page);
    const auto here = at == pages.end() ? 0 : static_cast<int>(at - pages.begin());
    selection.page = pages[static_cast<std::size_t>(std::clamp(here + by, 0, static_cast<int>(pages.size()) - 1))];
}

std::string neighbour(const std::vector<std::string>& order, const std::string& from, int by)
{
    if (order.empty())
        return {};
    const auto at = std::ranges::find(order, from);
    if (at == order.end())
        return order.front();
    const auto next = static_cast<int>(at - order.begin()) + by;
    return order[static_cast<std::size_t>(std::clamp(next, 0, static_cast<int>(order.size()) - 1))];
}

std::vector<Region> selectedRegions(const CaseSelection& selection, const Case& shown, PageRef page)
{
    std::vector<Region> regions;
    if (const Finding* finding = findingById(shown, selection.finding))
        for (const Citation& citation : finding->citations)
            if (PageRef{citation.file, citation.page} == page)
                regions.push_back(citation.region);
    if (const Field* field = selection.field ? fieldAt(shown, *selection.field) : nullptr)
        if (PageRef{field->file, field->page} == page)
            regions.push_back(field->region);
    return regions;
}

std::vector<PageRef> selectedPages(const CaseSelection& selection, const Case& shown)
{
    std::vector<PageRef> pages;
    if (const Finding* finding = findingById(shown, selection.finding))
        for (const Citation& citation : finding->citations)
            pages.push_back({citation.file, citation.page});
    if (const Field* field = selection.field ? fieldAt(shown, *selection.field) : nullptr)
        pages.push_back({field->file, field->page});
    std::ranges::sort(pages);
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    return pages;
}

} // namespace vidimus::gui
