#include "pipeline/extract/label_extent.hpp"

#include "pipeline/extract/normalise/normalise.hpp"
#include "pipeline/text/fold.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace vidimus::pipeline {
namespace {

using profiles::FieldKind;

constexpr double wordGap = 1; ///< in line heights: a blank within a label is no wider

bool isSmallLetter(char32_t c)
{
    return c >= U'a' && c <= U'z';
}

} // namespace

bool goesOnSentence(const PageText& page, const Anchor& anchor)
{
    const auto& cells = page.lines()[anchor.where.line].cells;
    const std::size_t begin = anchor.where.begin;
    return begin > 1 && isSmallLetter(cells[begin].character) && isSpace(cells[begin - 1].character)
        && (isSmallLetter(cells[begin - 2].character) || cells[begin - 2].character == U',');
}

std::optional<Slice> LabelExtent::valueBelow(const Anchor& anchor) const
{
    const auto below = m_beside.beside(anchor, true);
    if (!below || !m_beside.isTranslation(anchor, *below)
        || (m_spec.kind == FieldKind::Sex && normalised(m_spec, m_page.textOf(*below)))
        || (mayBeLatin() && !m_beside.printsTranslationsBelow()))
        return below;
    const auto next = m_beside.underTranslation(anchor, *below);
    return next ? next : below;
}

bool LabelExtent::isRest(const Anchor& anchor, const Slice& after, const std::optional<Slice>& below) const
{
    if (goesOnWithAnd(anchor, after))
        return true;
    const auto other = below ? below : m_beside.rightOf(anchor);
    if (!other || hasFigures(after) || !goesOn(anchor, after))
        return false;
    if ((m_spec.kind == FieldKind::Choice || m_spec.kind == FieldKind::Sex) && normalised(m_spec, m_page.textOf(after)))
        return false;
    return isBracketed(after) || (below && m_beside.printsLabelsOverValues());
}

/// "持有人及地址": no words begin so.
bool LabelExtent::goesOnWithAnd(const Anchor& anchor, const Slice& after) const
{
    constexpr std::u32string_view ands = U"及與与和或";
    constexpr std::size_t mostOfLabel = 8; // characters
    const auto& cells = m_page.lines()[after.line].cells;
    return (m_spec.kind == FieldKind::Text || m_spec.kind == FieldKind::Place)
        && isHan(cells[anchor.where.begin].character) && goesOn(anchor, after)
        && ands.find(cells[after.begin].character) != std::u32string_view::npos
        && folded(m_page.textOf(after)).size() <= mostOfLabel;
}

bool LabelExtent::isWordOfSentence(const Anchor& anchor) const
{
    if (isHan(m_page.lines()[anchor.where.line].cells[anchor.where.begin].character))
        return isAmidHan(anchor);
    if (!goesOnSentence(m_page, anchor))
        return false;
    const std::u32string print = folded(m_page.textOf(anchor.where));
    return std::none_of(m_spec.labels.begin(), m_spec.labels.end(), [&](const std::string& label) {
        return !label.empty() && isSmallLetter(static_cast<unsigned char>(label.front())) && folded(label) == print;
    });
}

/// "本证书由评审机构核准生成": the sentence goes on before and behind it. Behind another label's value stands a
/// label.
bool LabelExtent::isAmidHan(const Anchor& anchor) const
{
    const auto& cells = m_page.lines()[anchor.where.line].cells;
    const std::size_t begin = anchor.where.begin, end = anchor.where.end;
    const auto leads = [&](const Anchor& other) {
        return other.where.line == anchor.where.line && other.where.end <= begin && !other.fields.empty();
    };
    return begin > 0 && end < cells.size() && isHan(cells[begin - 1].character) && isHan(cells[end].character)
        && cells[end].character != U'为' && cells[end].character != U'為' && cells[end].character != U'是'
        && std::none_of(m_anchors.begin(), m_anchors.end(), leads);
}

bool LabelExtent::headsBeginning(const Anchor& anchor) const
{
    static const RE2 from(R"((?i)^[\s:：(（]*(?:自|由|从|從|起|from\b|desde\b|a partir\b))");
    const auto& cells = m_page.lines()[anchor.where.line].cells;
    return RE2::PartialMatch(m_page.textOf({anchor.where.line, anchor.where.end, cells.size()}), from);
}

bool LabelExtent::isTranslation(const Anchor& anchor, const Slice& beside) const
{
    return m_beside.isTranslation(anchor, beside)
        && (m_spec.kind == FieldKind::Sex ? !normalised(m_spec, m_page.textOf(beside)) : !mayBeLatin());
}

bool LabelExtent::mayBeLatin() const
{
    switch (m_spec.kind) {
    case FieldKind::LatinName:
        return true;
    case FieldKind::Text:
    case FieldKind::Place:
        return !m_spec.lang.starts_with("zh");
    case FieldKind::Choice:
        return std::any_of(m_spec.choices.begin(), m_spec.choices.end(), [](const auto& choice) {
            const std::u32string printed = decoded(choice.first);
            return std::any_of(printed.begin(), printed.end(), isLatinLetter);
        });
    default:
        return false;
    }
}

bool LabelExtent::hasFigures(const Slice& slice) const
{
    constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十";
    const std::u32string text = decoded(m_page.textOf(slice));
    return std::any_of(text.begin(), text.end(),
        [&](char32_t c) { return isDigit(c) || numerals.find(c) != std::u32string_view::npos; });
}

bool LabelExtent::isBracketed(const Slice& slice) const
{
    std::u32string text = decoded(m_page.textOf(slice));
    std::erase_if(text, isSpace);
    const auto opens = [](char32_t c) { return c == U'(' || c == U'（' || c == U'['; };
    const auto closes = [](char32_t c) { return c == U')' || c == U'）' || c == U']'; };
    return text.size() > 2 && opens(text.front()) && closes(text.back())
        && std::count_if(text.begin(), text.end(), opens) == 1;
}

bool LabelExtent::goesOn(const Anchor& anchor, const Slice& after) const
{
    if (after.line != anchor.where.line)
        return false;
    const auto& cells = m_page.lines()[after.line].cells;
    for (std::size_t i = anchor.where.end; i < after.begin; ++i)
        if (!isSpace(cells[i].character) || cells[i].region.width > cells[i].region.height * wordGap)
            return false;
    return true;
}

} // namespace vidimus::pipeline
