#pragma once
#include "pipeline/extract/label_surroundings.hpp"

#include <optional>

namespace vidimus::pipeline {

/// Does a Latin label begin in a small letter behind a word or a comma?
bool goesOnSentence(const PageText& page, const Anchor& anchor);

/// Where a printed label ends, and whether it is one: forms print more of a label than a profile knows, its translation
/// beside or below it, and its words within sentences.
class LabelExtent {
public:
    LabelExtent(const PageText& page, const std::vector<Anchor>& anchors, const profiles::FieldSpec& spec,
        const LabelSurroundings& beside)
        : m_page(page)
        , m_anchors(anchors)
        , m_spec(spec)
        , m_beside(beside)
    {
    }

    /// Is it the label once more, in English, and no value in Latin letters?
    bool isTranslation(const Anchor& anchor, const Slice& beside) const;
    /// "Specialty (Chinese)" and, on a form that prints its values under their labels, "Specialty in which registered":
    /// the label is longer than the profile knows it. \param below what stands under it
    bool isRest(const Anchor& anchor, const Slice& after, const std::optional<Slice>& below) const;
    /// The nearest line below the label that is not the label once more in English.
    std::optional<Slice> valueBelow(const Anchor& anchor) const;
    /// "… holding the qualification of MB BS, and": the word stands in a sentence, where the label would be written
    /// with a capital; a profile that means such words writes them small.
    bool isWordOfSentence(const Anchor& anchor) const;
    /// "有效期自 / Válida desde": the beginning of a period follows.
    bool headsBeginning(const Anchor& anchor) const;
    /// May the field's value be words in Latin letters?
    bool mayBeLatin() const;
    bool hasFigures(const Slice& slice) const;

private:
    bool isAmidHan(const Anchor& anchor) const;
    bool goesOnWithAnd(const Anchor& anchor, const Slice& after) const;
    /// Words in brackets and nothing else?
    bool isBracketed(const Slice& slice) const;
    /// Does what follows the label in its line go on with it, a word's blank and no colon apart?
    bool goesOn(const Anchor& anchor, const Slice& after) const;

    const PageText& m_page;
    const std::vector<Anchor>& m_anchors;
    const profiles::FieldSpec& m_spec;
    const LabelSurroundings& m_beside;
};

} // namespace vidimus::pipeline
