#include "builders.hpp"
#include "consistency.hpp"
#include "names/compare.hpp"

#include <gtest/gtest.h>

namespace vidimus::consistency {
namespace {

/// With the house's own knowledge of names.
class CaseChecks : public ::testing::Test {
protected:
    void SetUp() override
    {
        static const names::NameKnowledge knowledge = names::NameKnowledge::load().value();
        host.compare = [](std::string_view a, std::string_view b) {
            const auto answer = knowledge.compare(a, b);
            return std::pair(std::string(names::nameOf(answer.relation)), answer.explanation);
        };
        host.fold = [](std::string_view text) { return knowledge.foldHan(text); };
    }
    support::FakeHost host;
};

FakeField han(const char* name)
{
    return field("holder.name.han", name);
}
FakeField latin(const char* name)
{
    return field("holder.name.latin", name);
}

TEST_F(CaseChecks, NamesOfOnePersonAgreeWithANote)
{
    EXPECT_EQ(told(namesAgree(caseOfMany({{han("陳大文")}, {han("陳大文")}}).whole())), Answers{"passed"});
    FakeCase variants
        = caseOfMany({{han("陳大文"), latin("CHAN Tai Man")}, {han("陈大文")}, {latin("CHAN, Tai Man Peter")}});
    const auto result = support::recorded(namesAgree(variants.whole()));
    ASSERT_EQ(result.size(), 1u);
    EXPECT_EQ(told(result[0]), "passed");
    EXPECT_EQ(result[0].values.at("relation"), "subset");
}

TEST_F(CaseChecks, NamesOfDifferentPersonsConflict)
{
    EXPECT_EQ(
        told(namesAgree(caseOfMany({{han("陳大文")}, {han("王小明")}}).whole())), Answers{"failed:name-conflict"});
    EXPECT_EQ(told(namesAgree(caseOfMany({{han("陳大文")}, {latin("WONG Siu Ming")}}).whole())),
        Answers{"failed:name-conflict"});
    FakeCase claimed = caseOfMany({{han("陳大文")}});
    claimed.claims = {{"holder.name.han", "王小明"}};
    EXPECT_EQ(told(namesAgree(claimed.whole())), Answers{"failed:name-conflict"});
    EXPECT_EQ(told(namesAgree(caseOfMany({{han("陳大文")}, {uncertain("holder.name.han", "陳大女")}}).whole())),
        Answers{"indeterminate:field-uncertain"});
}

TEST_F(CaseChecks, OneSyllableBetweenScriptsIsForAPersonToSee)
{
    const auto levels = [](FakeCase one) {
        std::string all;
        for (const auto& answer : support::recorded(namesAgree(one.whole())))
            all += told(answer) + "@" + answer.level;
        return all;
    };
    EXPECT_EQ(levels(caseOfMany({{han("陳大明"), latin("CHAN Tai Fong")}})), "failed:name-conflict@warn");
    EXPECT_EQ(levels(caseOfMany({{han("陳大文"), latin("WONG Siu Ming")}})), "failed:name-conflict@");
    EXPECT_EQ(levels(caseOfMany({{han("陳大文")}, {han("陳大芳")}})), "failed:name-conflict@");
}

TEST_F(CaseChecks, NamesThatCannotBeComparedAreLeftToAPerson)
{
    EXPECT_EQ(told(namesAgree(caseOfMany({{han("陳大文")}, {latin("TAN Boon Kiat")}}).whole())),
        Answers{"indeterminate:names-not-comparable"});
    EXPECT_EQ(told(namesAgree(caseOfMany({{han("陳大文")}}).whole())), Answers{"not-applicable:one-name-only"});
    FakeCase other = caseOfMany({{han("陳大文")}, {han("王小明")}});
    other.documents[1].rules["names-agree.ignore"] = "true";
    EXPECT_EQ(told(namesAgree(other.whole())), Answers{"not-applicable:one-name-only"});
}

TEST(CaseChecksWithoutNames, AreIndeterminate)
{
    support::FakeHost host;
    EXPECT_EQ(told(namesAgree(caseOfMany({{han("陳大文")}, {han("陳大文")}}).whole())),
        Answers{"indeterminate:names-service-missing"});
}

TEST_F(CaseChecks, AnIdentityCardNumberMayBeWrittenWithoutItsCheckDigit)
{
    const FakeField card = field("holder.id-number", "A123456(3)"), kind = field("holder.id-kind", "hkid");
    const auto answer = [&](const FakeField& number) {
        return told(identitiesAgree(caseOfMany({{card, kind}, {number, kind}}).whole()));
    };
    EXPECT_EQ(answer(field("holder.id-number", "A123456")), Answers{"passed"});
    EXPECT_EQ(answer(field("holder.id-number", "A123457")), Answers{"failed:identity-differs"});
    EXPECT_EQ(answer(field("holder.id-number", "AB123456")), Answers{"failed:identity-differs"});
    EXPECT_EQ(answer(field("holder.id-number", "A123456(4)")), Answers{"failed:identity-differs"});
    FakeCase claimed = caseOfMany({{card}});
    claimed.claims.push_back({"holder.id-number", "A123456"});
    EXPECT_EQ(told(identitiesAgree(claimed.whole())), Answers{"passed"});
    claimed.claims.push_back({"holder.id-kind", "hkid"});
    EXPECT_EQ(told(identitiesAgree(claimed.whole())), Answers{"passed"});
    claimed.claims = {{"holder.id-number", "A999999"}};
    EXPECT_EQ(told(identitiesAgree(claimed.whole())), Answers{"not-applicable:nothing-to-compare"})
        << "of a kind that nobody told";
}

TEST_F(CaseChecks, IdentitiesAreComparedLikeWithLike)
{
    const FakeField id = field("holder.id-number", "A123456(3)"), born = field("holder.birth-date", "1980-01-15");
    EXPECT_EQ(told(identitiesAgree(caseOfMany({{id, born}, {id, born}}).whole())), Answers{"passed"});
    EXPECT_EQ(told(identitiesAgree(caseOfMany({{id}, {field("holder.id-number", "810000199408230021")}}).whole())),
        Answers{"not-applicable:nothing-to-compare"});
    EXPECT_EQ(told(identitiesAgree(caseOfMany({{id}, {field("holder.id-number", "G123456(A)")}}).whole())),
        Answers{"failed:identity-differs"});
    EXPECT_EQ(told(identitiesAgree(caseOfMany({{born}, {field("holder.birth-date", "1980-01")}}).whole())),
        Answers{"passed"});
    EXPECT_EQ(told(identitiesAgree(caseOfMany({{born}, {field("holder.birth-date", "1981-01-15")}}).whole())),
        Answers{"failed:birth-date-differs"});
    EXPECT_EQ(told(identitiesAgree(caseOfMany({{field("holder.sex", "M")}, {field("holder.sex", "F")}}).whole())),
        Answers{"failed:sex-differs"});
    EXPECT_EQ(told(identitiesAgree(caseOfMany({{born}, {uncertain("holder.birth-date", "1981-01-15")}}).whole())),
        Answers{"indeterminate:field-uncertain"});
    EXPECT_EQ(told(identitiesAgree(caseOfMany(
                  {{field("holder.id-number", "440304880229001")}, {field("holder.id-number", "440304198802290012")}})
                                       .whole())),
        Answers{"passed"})
        << "the old and the new form of one number";
}

TEST_F(CaseChecks, AClaimThatIsWrittenOtherwiseNeitherConfirmsNorContradicts)
{
    FakeCase papers = caseOfMany({{field("holder.birth-date", "1980-01-15"), field("holder.sex", "M")}});
    papers.claims = {{"holder.birth-date", "1990/05/01"}};
    EXPECT_EQ(told(identitiesAgree(papers.whole())), Answers{"indeterminate:field-unreadable"});
    papers.claims = {{"holder.sex", "male"}};
    EXPECT_EQ(told(identitiesAgree(papers.whole())), Answers{"indeterminate:field-unreadable"});
    papers.claims = {{"holder.sex", "F"}};
    EXPECT_EQ(told(identitiesAgree(papers.whole())), Answers{"failed:sex-differs"});
}

TEST_F(CaseChecks, AQualificationCodeIsComparedWithTheCard)
{
    FakeCase papers = caseOfMany(
        {{field("document.number", "202144110A12345630000000HKG")}, {field("holder.id-number", "A123456(3)")}});
    papers.documents[0].rules["number-parts-agree.parts.0.kind"] = "physician-qualification";
    EXPECT_EQ(told(identitiesAgree(papers.whole())), Answers{"passed"});
    papers.documents[1].fields[0] = field("holder.id-number", "G123456(A)");
    EXPECT_EQ(told(identitiesAgree(papers.whole())), Answers{"failed:identity-differs"});
}

TEST_F(CaseChecks, ARenewedPassportIsAtMostAWarning)
{
    const FakeField kind = field("holder.id-kind", "passport");
    FakeCase papers
        = caseOfMany({{kind, field("holder.id-number", "KJ0123456")}, {kind, field("holder.id-number", "KJ0765432")}});
    const auto result = support::recorded(identitiesAgree(papers.whole()));
    ASSERT_EQ(result.size(), 1u);
    EXPECT_EQ(result[0].level, "warn");
}

std::string claim(std::string id, std::string value, std::vector<FakeField> shown)
{
    FakeCase made = caseOf(std::move(shown));
    made.claims = {{std::move(id), std::move(value)}};
    return told(claimsAgree(made.whole())).at(0);
}

TEST_F(CaseChecks, ClaimsAreComparedByMeaning)
{
    EXPECT_EQ(claim("registration.number", "m 12345", {field("registration.number", "M12345")}), "passed");
    EXPECT_EQ(claim("registration.date", "2010-07", {field("registration.date", "2010-07-01")}), "passed");
    EXPECT_EQ(claim("issuer.name", "香港医务委员会", {field("issuer.name", "香港醫務委員會", "zh-Hant")}), "passed");
    EXPECT_EQ(claim("invoice.total", "36701", {field("invoice.total", "36701.00")}), "passed");
    EXPECT_EQ(claim("registration.number", "M54321", {field("registration.number", "M12345")}), "failed:claim-differs");
    EXPECT_EQ(claim("registration.number", "M54321", {uncertain("registration.number", "M12345")}),
        "indeterminate:field-uncertain");
    EXPECT_EQ(
        claim("registration.number", "M54321", {unreadable("registration.number")}), "indeterminate:field-unreadable");
    EXPECT_EQ(claim("issuer.name", "Medical Council of Hong Kong", {field("issuer.name", "香港醫務委員會")}),
        "indeterminate:scripts-differ");
    EXPECT_EQ(claim("award.date", "2001-01-01", {}), "indeterminate:not-shown");
    EXPECT_EQ(claim("holder.sex", "F", {}), "indeterminate:not-shown") << "also of those that other checks compare";
    EXPECT_EQ(claim("holder.sex", "F", {field("holder.sex", "M")}), "not-applicable:no-claims");
    EXPECT_EQ(claim("holder.sex", "M", {field("holder.sex", "F")}), "not-applicable:no-claims")
        << "asked by identities-agree";
}

} // namespace
} // namespace vidimus::consistency
