#include "builders.hpp"
#include "consistency.hpp"

#include <gtest/gtest.h>

namespace vidimus::consistency {
namespace {

std::string order(std::vector<FakeField> fields, std::map<std::string, std::string> rules = {})
{
    std::string all;
    for (const auto& answer : told(datesInOrder(caseOf(std::move(fields), std::move(rules)).document())))
        all += (all.empty() ? "" : " ") + answer;
    return all;
}

TEST(DatesInOrder, PassesPossibleDates)
{
    EXPECT_EQ(order({field("holder.birth-date", "1980-02-29"), field("issue.date", "2020-01-01"),
                  field("valid.until", "2030-01-01")}),
        "passed");
    EXPECT_EQ(order({field("study.from", "2000-09"), field("study.until", "2000-09")}), "passed")
        << "the same month may be in order";
    EXPECT_EQ(order({}), "not-applicable:no-dates");
}

TEST(DatesInOrder, FailsWhatCannotBe)
{
    EXPECT_EQ(order({field("issue.date", "2031-01-01"), field("valid.until", "2030-12-31")}),
        "failed:out-of-order failed:in-the-future");
    EXPECT_EQ(order({field("issue.date", "2027-01-01")}), "failed:in-the-future");
    EXPECT_EQ(order({field("issue.date", "2026-11")}), "passed") << "the month of the deciding date may be meant";
    EXPECT_EQ(order({field("valid.from", "2025-02-01"), field("valid.until", "2024-12-31")}), "failed:out-of-order");
    EXPECT_EQ(order({field("award.date", "2020-01-01"), field("registration.date", "2019-01-01")},
                  {{"dates-in-order.order.0.0", "award.date"}, {"dates-in-order.order.0.1", "registration.date"}}),
        "failed:out-of-order");
}

TEST(DatesInOrder, WarnsOfAHolderWhoWasTooYoung)
{
    const std::map<std::string, std::string> rules = {{"dates-in-order.minimum-age", "20"}};
    FakeCase young = caseOf({field("holder.birth-date", "1990-05-05"), field("issue.date", "2005-01-01")}, rules);
    const auto result = support::recorded(datesInOrder(young.document()));
    ASSERT_EQ(result.size(), 1u);
    EXPECT_EQ(told(result[0]), "failed:too-young");
    EXPECT_EQ(result[0].level, "warn");
    EXPECT_EQ(order({field("holder.birth-date", "1990-05-05"), field("issue.date", "2010-05-05")}, rules), "passed");
}

TEST(DatesInOrder, RestsOnNothingUncertain)
{
    EXPECT_EQ(order({uncertain("issue.date", "2036-01-01")}), "indeterminate:field-uncertain");
    EXPECT_EQ(order({unreadable("issue.date")}), "indeterminate:field-unreadable");
    EXPECT_EQ(order({field("issue.date", "2020-02-30")}), "indeterminate:field-unreadable");
}

std::string force(std::vector<FakeField> fields, std::map<std::string, std::string> rules = {})
{
    return told(inForce(caseOf(std::move(fields), std::move(rules)).document()));
}

TEST(InForce, AnswersForTheDecidingDate)
{
    EXPECT_EQ(force({field("valid.from", "2026-01-01"), field("valid.until", "2026-12-31")}), "passed");
    EXPECT_EQ(force({field("valid.until", "2026-11-22")}), "passed") << "the last day counts";
    EXPECT_EQ(force({field("valid.until", "2026-11")}), "passed") << "a month means all of it";
    EXPECT_EQ(force({field("valid.until", "9999-12-31")}), "passed");
    EXPECT_EQ(force({field("valid.until", "2026-11-21")}), "failed:expired");
    EXPECT_EQ(force({field("valid.from", "2027-01-01"), field("valid.until", "2027-12-31")}), "failed:not-yet-valid");
    EXPECT_EQ(force({uncertain("valid.until", "2020-01-01")}), "indeterminate:field-uncertain");
    EXPECT_EQ(force({unreadable("valid.until")}), "indeterminate:field-unreadable");
    EXPECT_EQ(force({}), "not-applicable:no-validity");
}

TEST(InForce, DoesNotBelieveAValidityOfOneDay)
{
    EXPECT_EQ(force({field("valid.from", "2026-01-01"), field("valid.until", "2026-01-01")}),
        "indeterminate:field-uncertain");
    EXPECT_EQ(force({field("valid.from", "2027-01-01"), field("valid.until", "2027-01-01")}),
        "indeterminate:field-uncertain");
}

TEST(ValidityShapeHolds, GoesByTheDayOfIssueWhereNoBeginningIsPrinted)
{
    const std::map<std::string, std::string> rules
        = {{"validity-shape-holds.shape", "calendar-year"}, {"validity-shape-holds.issued-ahead-months", "3"}};
    const auto issued = [&](const char* day, const char* until) {
        auto papers = caseOf({field("issue.date", day), field("valid.until", until)}, rules);
        const auto answer = validityShapeHolds(papers.document());
        return told(answer) + "@" + support::recorded(answer).level;
    };
    EXPECT_EQ(issued("2026-02-10", "2026-12-31"), "passed@warn");
    EXPECT_EQ(issued("2025-12-10", "2026-12-31"), "passed@warn") << "a renewal ahead of its year";
    EXPECT_EQ(issued("2025-03-15", "2026-12-31"), "failed:validity-shape-wrong@warn") << "a year longer";
}

TEST(InForce, KnowsDesignsThatWereWithdrawn)
{
    const std::map<std::string, std::string> rules
        = {{"in-force.withdrawn.0.on", "2025-05-12"}, {"in-force.withdrawn.0.born-from", "1970-01-01"},
            {"in-force.withdrawn.1.on", "2027-10-12"}, {"in-force.withdrawn.1.born-until", "1969-12-31"}};
    EXPECT_EQ(force({field("holder.birth-date", "1985-01-01")}, rules), "failed:expired");
    EXPECT_EQ(force({field("holder.birth-date", "1960-01-01")}, rules), "passed");
    EXPECT_EQ(force({uncertain("holder.birth-date", "1985-01-01")}, rules), "indeterminate:field-uncertain");
}

std::string shape(
    std::string from, std::string until, std::map<std::string, std::string> rules, std::vector<FakeField> more = {})
{
    more.push_back(field("valid.from", std::move(from)));
    more.push_back(field("valid.until", std::move(until)));
    return told(validityShapeHolds(caseOf(std::move(more), std::move(rules)).document()));
}

TEST(ValidityShapeHolds, KnowsTheCalendarYear)
{
    const std::map<std::string, std::string> year = {{"validity-shape-holds.shape", "calendar-year"}};
    EXPECT_EQ(shape("2026-01-01", "2026-12-31", year), "passed");
    EXPECT_EQ(shape("2026-03-17", "2026-12-31", year), "passed");
    EXPECT_EQ(shape("2026-01-01", "2027-12-31", year), "failed:validity-shape-wrong");
    EXPECT_EQ(shape("2026-01-01", "2026-12-30", year), "failed:validity-shape-wrong");
    EXPECT_EQ(shape("2026-01-01", "2026-12", year), "passed");
}

TEST(ValidityShapeHolds, KnowsYearsToDecemberAndExactYears)
{
    const std::map<std::string, std::string> three
        = {{"validity-shape-holds.shape", "to-31-december"}, {"validity-shape-holds.max-years", "3"}};
    EXPECT_EQ(shape("2026-01-01", "2028-12-31", three), "passed");
    EXPECT_EQ(shape("2026-01-01", "2029-12-31", three), "failed:validity-shape-wrong");
    EXPECT_EQ(shape("2026-05-02", "2029-12-31", three), "passed");
    EXPECT_EQ(shape("2026-05-02", "2028-06-30", three), "failed:validity-shape-wrong");
    const std::map<std::string, std::string> five
        = {{"validity-shape-holds.shape", "exact-years"}, {"validity-shape-holds.years", "5"}};
    EXPECT_EQ(shape("2021-03-08", "2026-03-08", five), "passed");
    EXPECT_EQ(shape("2021-03-08", "2026-03-07", five), "passed");
    EXPECT_EQ(shape("2021-03", "2026-03", five), "passed");
    EXPECT_EQ(shape("2021-03-08", "2031-03-07", five), "failed:validity-shape-wrong");
}

TEST(ValidityShapeHolds, AppliesOnlyWhereTheRuleDoes)
{
    const std::map<std::string, std::string> rules = {{"validity-shape-holds.shape", "calendar-year"},
        {"validity-shape-holds.when-field", "registration.part"}, {"validity-shape-holds.when.0", "General"}};
    EXPECT_EQ(
        shape("2026-04-01", "2028-03-31", rules, {field("registration.part", "Limited")}), "not-applicable:other-kind");
    EXPECT_EQ(shape("2026-04-01", "2028-03-31", rules, {field("registration.part", "General")}),
        "failed:validity-shape-wrong");
    EXPECT_EQ(shape("2026-04-01", "2028-03-31", rules, {uncertain("registration.part", "General")}),
        "indeterminate:field-uncertain");
    EXPECT_EQ(shape("2026-04-01", "2028-03-31", {}), "not-applicable:no-shape");
    EXPECT_EQ(
        shape("2026-04-01", "", rules, {field("registration.part", "General")}), "indeterminate:field-unreadable");
}

const std::map<std::string, std::string> issuers = {{"issuer-existed.issuers.0.name", "卫生部"},
    {"issuer-existed.issuers.0.until", "2013-03-17"}, {"issuer-existed.issuers.1.name", "国家卫生健康委员会"},
    {"issuer-existed.issuers.1.aliases.0", "卫生健康委员会"}, {"issuer-existed.issuers.1.from", "2018-03-27"}};

std::string issuer(std::string name, std::string date)
{
    const auto answers = told(issuerExisted(
        caseOf({field("issuer.name", std::move(name)), field("issue.date", std::move(date))}, issuers).document()));
    return answers.at(0);
}

TEST(IssuerExisted, KnowsNamesByDate)
{
    EXPECT_EQ(issuer("中华人民共和国卫生部", "2008-01-01"), "passed");
    EXPECT_EQ(issuer("中华人民共和国卫生部", "2014-01-01"), "passed") << "old seals stay in use for a year";
    EXPECT_EQ(issuer("中华人民共和国卫生部", "2016-01-01"), "failed:issuer-anachronism");
    EXPECT_EQ(issuer("深圳市卫生健康委员会", "2020-01-01"), "passed");
    EXPECT_EQ(issuer("深圳市卫生健康委员会", "2010-01-01"), "failed:issuer-anachronism");
    EXPECT_EQ(issuer("某某协会", "2020-01-01"), "failed:issuer-unknown");
    EXPECT_EQ(issuer("深圳市卫生健康委貝会", "2020-01-01"), "failed:issuer-unknown") << "misread or misprinted";
    EXPECT_EQ(issuer("深圳市卫生健委员会", "2020-01-01"), "failed:issuer-unknown") << "a character left out";
    EXPECT_EQ(issuer("深圳市卫生健康委貝会", "2010-01-01"), "failed:issuer-anachronism");
    EXPECT_EQ(issuer("深圳市卫生建康委貝会", "2010-01-01"), "failed:issuer-unknown");
    EXPECT_EQ(issuer("卫生邵", "2020-01-01"), "failed:issuer-unknown") << "short names are near to others";
    EXPECT_EQ(issuer("卫生部", ""), "indeterminate:no-date");
    EXPECT_EQ(told(issuerExisted(caseOf({}).document())), Answers{"not-applicable:no-issuer-table"});
    EXPECT_EQ(told(issuerExisted(caseOf({}, issuers).document())), Answers{"not-applicable:no-issuer-printed"});
    EXPECT_EQ(told(issuerExisted(
                  caseOf({uncertain("issuer.name", "卫生部"), field("issue.date", "2020-01-01")}, issuers).document())),
        Answers{"indeterminate:field-uncertain"});
}

} // namespace
} // namespace vidimus::consistency
