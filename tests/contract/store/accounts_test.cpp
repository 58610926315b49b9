#include "contract/store/store_kinds.hpp"

#include <chrono>

namespace vidimus::store::contract {
namespace {

using testing::ElementsAre;
using testing::Field;

STORE_TEST_SUITE(StoreAccounts);

TEST_P(StoreAccounts, AreListedWithTheirRoles)
{
    const auto all = m_store->accounts();
    ASSERT_TRUE(all.ok());
    EXPECT_THAT(*all,
        ElementsAre(Field(&Account::name, "ada"), Field(&Account::name, "anna"), Field(&Account::name, "olga"),
            Field(&Account::name, "otto")));
    EXPECT_EQ((*all)[1].role, Role::Auditor);
    EXPECT_TRUE(*m_store->hasAccounts());
}

TEST_P(StoreAccounts, SignInWithTheirPasswordOnly)
{
    m_store = reopened();
    const auto session = m_store->signIn("OLGA", password);
    ASSERT_TRUE(session.ok()) << session.error().message;
    EXPECT_EQ(session->account().name, "olga");
    EXPECT_EQ(session->account().role, Role::Officer);
    expectRefused(m_store->signIn("olga", "correct horse batterz"), "do not belong together");
    expectRefused(m_store->signIn("olga", ""), "do not belong together");
    expectRefused(m_store->signIn("nobody", password), "do not belong together");
}

TEST_P(StoreAccounts, WaitLongerAfterEachFailureUntilOneSucceeds)
{
    const auto seconds = [&](const char* with) {
        const auto begin = std::chrono::steady_clock::now();
        (void)m_store->signIn("otto", with);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    for (int i = 0; i < 3; ++i)
        seconds("wrong password");
    EXPECT_GE(seconds("wrong password"), 0.4);
    EXPECT_GE(seconds(password), 0.8) << "the right one waits too, or guessing would be told by the clock";
    EXPECT_TRUE(m_store->signIn("otto", password).ok());
}

TEST_P(StoreAccounts, AreAddedByAnAdministratorOnly)
{
    const Account added{"new", "New", Role::Officer, false};
    expectRefused(m_store->addAccount(&m_olga, added, password), "Only an administrator");
    expectRefused(m_store->addAccount(&m_anna, added, password), "Only an administrator");
    expectRefused(m_store->addAccount(nullptr, added, password), "once somebody has signed in");
    ASSERT_TRUE(m_store->addAccount(&m_ada, added, password).ok());
    expectRefused(m_store->addAccount(&m_ada, {"NEW", "", Role::Officer, false}, password), "already an account");
}

TEST_P(StoreAccounts, NeedAPasswordThatIsNotWeak)
{
    const Account added{"new-officer", "New", Role::Officer, false};
    for (const char* weak : {"", "short", "aaaaaaaaaaaa", "new-officer", "New-Officer"})
        EXPECT_EQ(m_store->addAccount(&m_ada, added, weak).error().kind, ErrorKind::Refused) << weak;
    EXPECT_TRUE(m_store->addAccount(&m_ada, added, "四個字的口令夠長").ok());
}

TEST_P(StoreAccounts, NeedANameOfPlainCharacters)
{
    for (const char* name : {"", " ", " olaf", "olaf ", "ol\naf"})
        EXPECT_EQ(
            m_store->addAccount(&m_ada, {name, "", Role::Officer, false}, password).error().kind, ErrorKind::Refused);
    EXPECT_EQ(m_store->addAccount(&m_ada, {std::string(65, 'x'), "", Role::Officer, false}, password).error().kind,
        ErrorKind::Refused);
    EXPECT_TRUE(m_store->addAccount(&m_ada, {"陳經辦", "", Role::Officer, false}, password).ok());
}

TEST_P(StoreAccounts, AreMadeTogetherAtTheFirstStart)
{
    m_url = GetParam().freshUrl(m_folder) + "2";
    m_store = reopened();
    EXPECT_FALSE(*m_store->hasAccounts());
    ASSERT_TRUE(m_store->addAccount(nullptr, {"o", "", Role::Officer, false}, password).ok());
    ASSERT_TRUE(m_store->addAccount(nullptr, {"a", "", Role::Auditor, false}, password).ok());
    const auto auditor = m_store->signIn("a", password);
    ASSERT_TRUE(auditor.ok());
    expectRefused(
        m_store->addAccount(nullptr, {"x", "", Role::Officer, false}, password), "once somebody has signed in");
    expectRefused(m_store->addAccount(&*auditor, {"x", "", Role::Officer, false}, password), "Only an administrator");
    EXPECT_TRUE(m_store->addAccount(&*auditor, {"x", "", Role::Administrator, false}, password).ok())
        << "a store without an administrator must be able to get one";
}

TEST_P(StoreAccounts, ThatAreDisabledCanDoNothing)
{
    const std::string id = newCase();
    expectRefused(m_store->setDisabled(m_olga, "otto", true), "Only an administrator");
    expectRefused(m_store->setDisabled(m_ada, "ADA", true), "his own account");
    ASSERT_TRUE(m_store->setDisabled(m_ada, "olga", true).ok());
    expectRefused(m_store->submit(m_olga, id), "sign in again");
    expectRefused(m_store->signIn("olga", password), "disabled");
    ASSERT_TRUE(m_store->setDisabled(m_ada, "olga", false).ok());
    EXPECT_TRUE(m_store->signIn("olga", password).ok());
}

TEST_P(StoreAccounts, ChangeTheirPassword)
{
    expectRefused(m_store->changePassword(m_olga, "not the old one", "another good one"), "old password");
    expectRefused(m_store->changePassword(m_olga, password, "short"), "at least");
    ASSERT_TRUE(m_store->changePassword(m_olga, password, "another good one").ok());
    EXPECT_FALSE(m_store->signIn("olga", password).ok());
    EXPECT_TRUE(m_store->signIn("olga", "another good one").ok());
}

} // namespace
} // namespace vidimus::store::contract
