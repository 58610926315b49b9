#include "pipeline/extract/page_views.hpp"

#include "pipeline/text/fold.hpp"

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

/// Above this the engine is right about a line's script.
constexpr double beyondDoubt = 0.9;

bool mayBeHan(const Line& line)
{
    const std::u32string text = decoded(line.text);
    return line.origin == Origin::Ocr && line.confidence < beyondDoubt
        && std::any_of(text.begin(), text.end(), isLatinLetter);
}

} // namespace

const std::string& PageView::passAt(const Region& region) const
{
    for (const auto& [line, key] : passOfLine)
        if (2 * intersected(source->lines[line].region, region).area() > region.area())
            return key;
    return pass;
}

Result<void> PageViews::open()
{
    const auto first = m_reader.pass({.what = "text", .page = m_part.page});
    if (!first)
        return first.error();
    m_first = *first;
    if (m_part.part < m_first->parts.size())
        m_prepared = m_first->parts[m_part.part];
    for (const Line& line : m_first->lines)
        if (line.part == m_part.part && line.origin == Origin::Ocr && line.languages.empty())
            m_pageEngine = line.engine;
    if (const auto added = addLanguages(); !added)
        return added;
    add(*m_first);
    return addHan();
}

/// Where the engine was asked for other languages than the design's, once more in those; that reading speaks first.
Result<void> PageViews::addLanguages()
{
    const bool otherwise = std::any_of(m_first->lines.begin(), m_first->lines.end(), [&](const Line& line) {
        return line.part == m_part.part && line.origin == Origin::Ocr && !line.languages.empty()
            && languagesOf(line.languages) != languagesOf(m_profile.languages);
    });
    if (!otherwise || m_profile.languages.empty())
        return {};
    return addPass(
        {.what = "text", .page = m_part.page, .part = static_cast<int>(m_part.part), .languages = m_profile.languages});
}

Result<bool> PageViews::addDesignView()
{
    if (m_pageEngine.empty() || m_profile.languages.empty() || std::exchange(m_designView, true))
        return false;
    const std::size_t before = m_views.size();
    const auto added = addPass(
        {.what = "text", .page = m_part.page, .part = static_cast<int>(m_part.part), .languages = m_profile.languages});
    if (!added)
        return added.error();
    return m_views.size() > before;
}

/// Beside Latin letters brush-like Han faces are read as Latin, labels too: on a page of a Chinese design every
/// doubtful line with Latin letters is read once more for its Han alone.
Result<void> PageViews::addHan()
{
    const std::string& languages = m_profile.languages;
    const std::string han = languages.substr(0, languages.find('+'));
    if (!m_pageEngine.empty() || !han.starts_with("chi_") || han == languages || m_views.empty())
        return {};
    auto composed = std::make_unique<Pass>();
    std::map<std::size_t, std::string> passOfLine;
    composed->request = {.what = "text", .page = m_part.page, .part = static_cast<int>(m_part.part), .languages = han};
    for (const Line& line : m_views.front()->source->lines) {
        if (line.part != m_part.part || !mayBeHan(line)) {
            composed->lines.push_back(line);
            continue;
        }
        PassRequest request = composed->request;
        request.region = line.region;
        const auto again = m_reader.pass(request);
        if (!again && again.error().kind != ErrorKind::Unsupported)
            return again.error();
        if (!again) {
            composed->lines.push_back(line);
            continue;
        }
        for (const Line& asHan : (*again)->lines) {
            passOfLine.emplace(composed->lines.size(), keyOf(request));
            composed->lines.push_back(asHan);
        }
    }
    if (passOfLine.empty())
        return {};
    m_composed = std::move(composed);
    add(*m_composed);
    m_views.back()->pass = m_views.front()->pass;
    m_views.back()->passOfLine = std::move(passOfLine);
    return {};
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
    m_views.push_back(
        std::make_unique<PageView>(PageView{std::move(text), std::move(anchors), &pass, keyOf(pass.request), {}}));
}

void PageViews::swapGivenNames()
{
    for (const auto& view : m_views)
        for (Anchor& anchor : view->anchors)
            std::swap(anchor.given, anchor.fields);
}

} // namespace vidimus::pipeline
