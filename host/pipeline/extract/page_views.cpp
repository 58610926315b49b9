#include "pipeline/extract/page_views.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace vidimus::pipeline {
namespace {

std::set<std::string> languagesOf(const std::string& joined)
{
    std::set<std::string> all;
    for (std::size_t at = 0; at <= joined.size();) {
        const auto end = std::min(joined.find('+', at), joined.size());
        if (end > at)
            all.insert(joined.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

} // namespace

Result<void> PageViews::open()
{
    const auto first = m_reader.pass({.what = "text", .page = m_part.page});
    if (!first)
        return first.error();
    m_first = *first;
    if (m_part.part < m_first->parts.size())
        m_prepared = m_first->parts[m_part.part];
    if (const auto added = addLanguages(); !added)
        return added;
    add(*m_first);
    return addHan();
}

/// Where the engine was asked for other languages than the design's, once more in those; that reading speaks first.
Result<void> PageViews::addLanguages()
{
    const bool otherwise = std::any_of(m_first->lines.begin(), m_first->lines.end(), [&](const Line& line) {
        return line.part == m_part.part && line.origin == Origin::Ocr
            && languagesOf(line.languages) != languagesOf(m_profile.languages);
    });
    if (!otherwise || m_profile.languages.empty())
        return {};
    return addPass(
        {.what = "text", .page = m_part.page, .part = static_cast<int>(m_part.part), .languages = m_profile.languages});
}

/// Beside Latin letters brush-like Han faces are read as Latin, labels too: a page of a Chinese design is read once
/// more for its Han alone.
Result<void> PageViews::addHan()
{
    const std::string& languages = m_profile.languages;
    const bool scanned = std::any_of(m_first->lines.begin(), m_first->lines.end(),
        [&](const Line& line) { return line.part == m_part.part && line.origin == Origin::Ocr; });
    const std::string han = languages.substr(0, languages.find('+'));
    if (!scanned || !han.starts_with("chi_") || han == languages)
        return {};
    return addPass({.what = "text", .page = m_part.page, .part = static_cast<int>(m_part.part), .languages = han});
}

Result<void> PageViews::addPass(const PassRequest& request)
{
    const auto pass = m_reader.pass(request);
    if (pass)
        add(**pass);
    else if (pass.error().kind != ErrorKind::Unsupported)
        return pass.error();
    return {};
}

void PageViews::add(const Pass& pass)
{
    PageText text(pass.lines, m_part.part);
    auto anchors = findAnchors(text, m_labels);
    m_views.push_back(std::make_unique<PageView>(PageView{std::move(text), std::move(anchors), keyOf(pass.request)}));
}

void PageViews::swapGivenNames()
{
    for (const auto& view : m_views)
        for (Anchor& anchor : view->anchors)
            std::swap(anchor.given, anchor.fields);
}

} // namespace vidimus::pipeline
