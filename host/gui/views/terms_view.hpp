#pragma once
#include "gui/views/claim_fields.hpp"
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// The fields of a terms form: subject, deciding date, pathway, claims. Used at intake and in the open case.
void drawTermsForm(const ViewContext& ctx, TermsForm& form);

/// The terms of the open case; changing them runs the checks again.
class TermsView {
public:
    void draw(const ViewContext& ctx, const app::OpenCase& open);

private:
    TermsForm m_form;
    const void* m_from = nullptr; ///< the case that the form was filled from
};

} // namespace vidimus::gui
