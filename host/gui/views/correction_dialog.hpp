#pragma once
#include "gui/views/case_selection.hpp"
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// A value laid beside a field by a person who looked at the page.
class CorrectionDialog {
public:
    void open(FieldRef ref, const Field& field, const Correction* before);
    void draw(const ViewContext& ctx, const Case& shown);

private:
    bool m_open = false;
    FieldRef m_ref;
    std::string m_value;
};

} // namespace vidimus::gui
