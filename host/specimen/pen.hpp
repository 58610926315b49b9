#pragma once
#include "specimen/canvas.hpp"
#include "specimen/facts.hpp"
#include "specimen/wording.hpp"

#include <string>
#include <string_view>

namespace vidimus::specimen {

/// How a Latin name is printed.
enum class NameForm {
    Surname, ///< CHAN Tai Man
    Comma, ///< CHAN, Tai Man
    Mixed, ///< Chan Tai Man
};

/// Writes what a paper says: each fact as its kind is printed, with its normal form noted beside it. Where anything
/// stands is the layout's.
class Pen {
public:
    struct Forms {
        DateForm dates = DateForm::Iso;
        NameForm names = NameForm::Surname;
    };
    Pen(Canvas& canvas, const Facts& facts, Forms forms)
        : m_canvas(canvas)
        , m_facts(facts)
        , m_forms(forms)
    {
    }

    void text(double xMm, double yMm, std::string_view text, const Style& style) const;
    /// A fact, or nothing where the paper does not say it. Of facts in several languages the style's is taken.
    /// \param around what is printed about it: `Dr {}`.
    void field(double xMm, double yMm, std::string_view id, const Style& style, std::string_view around = "{}") const;
    /// A label and its fact \p toMm further right.
    void row(double xMm, double yMm, std::string_view label, const Style& labelStyle, double toMm, std::string_view id,
        const Style& style) const;
    /// A sentence in which «id» stands for the fact.
    void sentence(double xMm, double yMm, std::string_view sentence, const Style& style, const Style& fieldStyle) const;
    /// What is printed of a fact.
    std::string printed(std::string_view id, std::string_view lang) const;

    /// The same pen with dates in another form.
    Pen with(DateForm dates) const { return {m_canvas, m_facts, {dates, m_forms.names}}; }
    Canvas& canvas() const { return m_canvas; }

private:
    std::string valueOf(std::string_view id, std::string_view lang) const;

    Canvas& m_canvas;
    const Facts& m_facts;
    Forms m_forms;
};

} // namespace vidimus::specimen
