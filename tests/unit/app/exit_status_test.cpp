#include "app/verify.hpp"

#include <gtest/gtest.h>

using namespace vidimus;

namespace {

Finding finding(std::string check, Outcome outcome, Level level, std::string plugin = "test.checks")
{
    Finding made;
    made.check = std::move(check);
    made.plugin = std::move(plugin);
    made.outcome = outcome;
    made.level = level;
    made.severity = severityOf(outcome, level);
    return made;
}

int statusOf(std::vector<Finding> findings)
{
    Case checked;
    checked.findings = std::move(findings);
    return app::exitStatusOf(checked);
}

const Finding adverse = finding("in-force", Outcome::Failed, Level::Fail);
const Finding caution = finding("issuer-existed", Outcome::Failed, Level::Warn);
const Finding unread = finding("check-did-not-finish", Outcome::Indeterminate, Level::Warn, "vidimus.host");
const Finding unrecognised = finding("document-recognised", Outcome::Failed, Level::Warn, "vidimus.host");
const Finding held = finding("dates-in-order", Outcome::Passed, Level::Fail);

} // namespace

TEST(ExitStatus, IsTheFirstThatFits)
{
    EXPECT_EQ(statusOf({held}), 0);
    EXPECT_EQ(statusOf({held, caution}), 1);
    EXPECT_EQ(statusOf({unrecognised}), 2);
    EXPECT_EQ(statusOf({unread, caution}), 2);
    EXPECT_EQ(statusOf({unread, unrecognised, adverse}), 1);
}

TEST(ExitStatus, OfACheckThatDidNotFinishIsACaution)
{
    EXPECT_EQ(statusOf({finding("check-did-not-finish", Outcome::Indeterminate, Level::Warn, "xx.checks")}), 1);
}
