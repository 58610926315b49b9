#include "builders.hpp"
#include "consistency.hpp"

#include <gtest/gtest.h>

namespace vidimus::consistency {
namespace {

FakeCase pageWith(std::map<std::string, std::string> quality, std::vector<FakeField> fields = {},
    std::map<std::string, std::string> rules = {})
{
    FakeCase made = caseOf(std::move(fields), std::move(rules));
    made.facts[0].push_back({"page.quality", std::move(quality), 0});
    return made;
}

TEST(PageReadable, PassesAGoodPage)
{
    EXPECT_EQ(
        told(pageReadable(pageWith({{"dpi", "300"}, {"blur", "0.1"}, {"glare", "0"}, {"cutEdges", "0"}}).document())),
        Answers{"passed"});
}

TEST(PageReadable, NamesEachFlaw)
{
    EXPECT_EQ(told(pageReadable(pageWith({{"dpi", "96"}}).document())), Answers{"failed:resolution-too-low"});
    EXPECT_EQ(told(pageReadable(pageWith({{"dpi", "300"}, {"blur", "0.9"}}).document())), Answers{"failed:blurred"});
    EXPECT_EQ(told(pageReadable(pageWith({{"dpi", "300"}, {"glare", "0.2"}}).document())), Answers{"failed:glare"});
    EXPECT_EQ(told(pageReadable(pageWith({{"dpi", "300"}, {"cutEdges", "1"}}).document())), Answers{"failed:cut-off"});
    const auto both = support::recorded(pageReadable(pageWith({{"dpi", "72"}, {"blur", "0.8"}}).document()));
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both[0].values.at("measured"), "72");
    EXPECT_EQ(both[0].values.at("wanted"), "150");
}

TEST(PageReadable, TakesLimitsFromTheProfileAndSaysNothingOfTextPages)
{
    EXPECT_EQ(told(pageReadable(pageWith({{"dpi", "96"}}, {}, {{"page-readable.minimum-dpi", "90"}}).document())),
        Answers{"passed"});
    EXPECT_EQ(told(pageReadable(caseOf({}).document())), Answers{"not-applicable:no-picture"});
    FakeCase other = pageWith({{"dpi", "50"}});
    other.facts[0][0].page = 3; // another document's page
    EXPECT_EQ(told(pageReadable(other.document())), Answers{"not-applicable:no-picture"});
}

const std::map<std::string, std::string> required = {{"field.document.number.required", "true"},
    {"field.hk.seal.required", "true"}, {"fields.0", "document.number"}, {"fields.1", "hk.seal"}};

TEST(RequiredFieldsPresent, PassesWhenAllAreThere)
{
    EXPECT_EQ(told(requiredFieldsPresent(
                  caseOf({field("document.number", "1"), field("hk.seal", "x")}, required).document())),
        Answers{"passed"});
    EXPECT_EQ(told(requiredFieldsPresent(caseOf({}).document())), Answers{"not-applicable:nothing-required"});
}

TEST(RequiredFieldsPresent, TellsMissingFromUnreadable)
{
    const auto missing
        = support::recorded(requiredFieldsPresent(caseOf({field("document.number", "1")}, required).document()));
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_EQ(told(missing[0]), "failed:field-missing");
    EXPECT_EQ(missing[0].values.at("field"), "hk.seal");
    EXPECT_EQ(told(requiredFieldsPresent(
                  caseOf({field("document.number", "1"), unreadable("hk.seal")}, required).document())),
        Answers{"indeterminate:field-unreadable"});
    EXPECT_EQ(
        told(requiredFieldsPresent(pageWith({{"dpi", "60"}}, {field("document.number", "1")}, required).document())),
        Answers{"indeterminate:page-hard-to-read"});
}

} // namespace
} // namespace vidimus::consistency
