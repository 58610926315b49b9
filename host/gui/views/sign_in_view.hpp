#pragma once
#include "gui/views/view_context.hpp"

#include <array>

namespace vidimus::gui {

/// One account as typed at the first start.
struct AccountForm {
    std::string name, displayName, password, again;
};

/// Why an account cannot be made as typed: a key in texts, or empty. The store has the last word.
std::string accountTrouble(const AccountForm& form);
/// The same for all that are made together: names must differ too.
std::string accountsTrouble(const std::vector<AccountForm>& forms);

/// Sign-in, and at the first start the making of officer and auditor.
class SignInView {
public:
    void draw(const ViewContext& ctx);

private:
    void drawSignIn(const ViewContext& ctx);
    void drawFirstStart(const ViewContext& ctx);
    void drawAccount(const ViewContext& ctx, const std::string& role, AccountForm& form, bool first);
    void createAccounts(const ViewContext& ctx);

    std::string m_name, m_password;
    std::uint64_t m_sentAt = 0; ///< version of the snapshot that the last sign-in was sent from
    bool m_focused = false, m_withAdministrator = false, m_told = false;
    AccountForm m_officer, m_auditor, m_administrator;
};

} // namespace vidimus::gui
