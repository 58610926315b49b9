#pragma once
#include "gui/views/sign_in_view.hpp"

namespace vidimus::gui {

/// The administrator makes another account.
class AccountDialog {
public:
    void open();
    void draw(const ViewContext& ctx);

private:
    bool m_open = false;
    int m_role = 0;
    AccountForm m_form;
};

} // namespace vidimus::gui
