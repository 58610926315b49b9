#pragma once
#include "pipeline/extract/label_anchors.hpp"

#include <optional>
#include <vector>

namespace vidimus::pipeline {

/// A blank this many line heights wide ends a value: another column begins.
inline constexpr double columnGap = 3.0;

/// How a value may go on in further lines.
struct Continuation {
    int atMost = 1; ///< lines in all
    bool besideLabel = false; ///< the value stands right of its label: print left of a line is that line's own label
    bool withDates = false; ///< a line with a date belongs to it, too; else a date is a field of its own
};

/// What stands beside a field's labels on a page. Distances are in line heights of the label.
class LabelSurroundings {
public:
    LabelSurroundings(const PageText& page, const std::vector<Anchor>& anchors, std::size_t field)
        : m_page(page)
        , m_anchors(anchors)
        , m_field(field)
    {
    }

    /// Where the next label of this line begins, or the line's end.
    std::size_t nextLabel(std::size_t line, std::size_t from) const;
    /// Without leaders at its front; cut at the first blank that parts columns.
    Slice valueIn(Slice slice, double gap) const;
    /// What follows the label in its own line; empty where nothing does.
    Slice afterLabel(const Anchor& anchor) const;
    /// What stands next in the same line, up to the next label.
    Slice afterSlice(const Slice& slice) const;
    /// Words in Latin letters behind a Han label: its translation, unless the value is one in Latin letters.
    bool isTranslation(const Anchor& anchor, const Slice& beside) const;
    /// The nearest print right of the label in another line of the same row; none where another label stands there.
    std::optional<Slice> rightOf(const Anchor& anchor) const;
    /// The nearest line below (or above) the label that has something in the label's column.
    std::optional<Slice> beside(const Anchor& anchor, bool below) const;
    /// What stands next in the row of a label's value, before the next label's column: a name's other script, perhaps.
    std::optional<Slice> nextInRow(const Anchor& anchor, const Slice& first) const;
    /// The print left of a label that ends its row, on a form that shows elsewhere that its values stand between labels
    /// in two languages.
    std::optional<Slice> leftOf(const Anchor& anchor) const;
    /// The value of a label at a line's end in running text: the next line of the paragraph up to its comma.
    std::optional<Slice> overLineEnd(const Anchor& anchor) const;
    /// What stands close above the label, with more white below it, on a form that prints its labels so.
    std::optional<Slice> underscored(const Anchor& anchor) const;
    /// What stands flush under a label's translation, which stands under the label.
    std::optional<Slice> underTranslation(const Anchor& anchor, const Slice& translation) const;
    /// Does the form print the English of its Chinese labels in smaller letters under them?
    bool printsTranslationsBelow() const;
    /// Does the form print values flush under labels that have nothing beside them?
    bool printsLabelsOverValues() const;
    /// A long value goes on in the next lines at the same left edge.
    void addContinuations(std::vector<Slice>& slices, const Continuation& wanted) const;
    /// A sentence ("执业范围为皮肤病与性 / 病专业，执业地点…") goes on in the paragraph's next lines up to its comma.
    void addRestOfSentence(std::vector<Slice>& slices) const;

private:
    struct Nearest {
        std::optional<Slice> segment;
        double distance; ///< millimetres; how far was looked where there is none
    };
    /// Is it one of three heads of columns at least? In a table the values may stand amid tall cells.
    bool headsTable(const Region& label) const;
    Nearest nearestTo(const Region& label, Millimetres columnEnd, bool below) const;
    /// The segment as a value of the label's; none where it is another label or another label's.
    std::optional<Slice> valueOf(std::optional<Slice> segment, const Anchor& anchor, const Region& label) const;
    /// Do the two begin at one edge, or stand on one axis?
    bool isFlush(const Slice& above, const Slice& below) const;
    bool beginsWithLabel(const Slice& slice) const;
    bool holdsLabel(const Slice& slice) const;
    /// Does nothing stand right of it in its row?
    bool endsRow(const Anchor& anchor) const;
    /// Is it the lower one of two lines beside the middle of which the label stands?
    bool isSecondLine(const Region& value, const Region& label) const;
    bool hasOwnLabel(const Slice& segment, const Region& value) const;
    /// The label together with the same field's label in the other language just above or below it.
    Region groupOf(const Anchor& anchor) const;
    /// The label with the line above or below it that is flush with it: a label in another language, or its other half,
    /// beside the middle of which the value stands.
    Region stackOf(const Anchor& anchor) const;
    /// \param clear how many times further another label above it must stand
    std::optional<Slice> closeOver(const Anchor& anchor, double clear) const;
    /// Does the form print a value between its labels in two languages?
    bool labelsBothSides() const;
    /// Does the form print labels under the rule on which the value stands?
    bool printsLabelsUnderValues() const;
    bool isLabelOfAnother(const Slice& slice) const;
    bool isHalfALabel(const Slice& slice) const;
    bool isNearerToAnother(const Region& value, const Anchor& anchor) const;
    /// Does a label stand left of it in its row, so that it is that label's value?
    bool belongsToAnother(const Slice& segment, const Region& label) const;
    /// The right end of the column that a label heads: where the next label of its row begins.
    Millimetres columnEnd(const Region& label) const;

    const PageText& m_page;
    const std::vector<Anchor>& m_anchors;
    std::size_t m_field;
    mutable std::optional<bool> m_labelsUnderValues, m_labelsOverValues, m_labelsBothSides, m_translationsBelow;
};

} // namespace vidimus::pipeline
