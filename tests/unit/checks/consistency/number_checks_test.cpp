#include "builders.hpp"
#include "coded_numbers.hpp"
#include "consistency.hpp"

#include <gtest/gtest.h>

namespace vidimus::consistency {
namespace {

TEST(NumberWellFormed, ReportsWhatPatternsAndValidatorsSaid)
{
    EXPECT_EQ(told(numberWellFormed(
                  caseOf({judged(field("registration.number", "M12345"), "pattern", VIDIMUS_HOLDS)}).document())),
        Answers{"passed"});
    EXPECT_EQ(told(numberWellFormed(
                  caseOf({judged(field("registration.number", "M1234"), "pattern", VIDIMUS_FORMAT_WRONG)}).document())),
        Answers{"failed:format-wrong"});
    EXPECT_EQ(
        told(numberWellFormed(
            caseOf({judged(uncertain("registration.number", "M1234"), "pattern", VIDIMUS_FORMAT_WRONG)}).document())),
        Answers{"indeterminate:field-uncertain"});
    EXPECT_EQ(told(numberWellFormed(
                  caseOf({judged(unreadable("registration.number"), "pattern", VIDIMUS_FORMAT_WRONG)}).document())),
        Answers{"indeterminate:field-unreadable"});
    EXPECT_EQ(
        told(numberWellFormed(caseOf({field("holder.sex", "M")}).document())), Answers{"not-applicable:no-number"});
}

TEST(NumberChecks, CannotTellWhereTheValidatorDidNotAnswer)
{
    const auto silent = judged(field("holder.id-number", "A123456(3)"), "hk.hkid", VIDIMUS_NO_VERDICT);
    EXPECT_EQ(told(numberWellFormed(caseOf({silent}).document())), Answers{"indeterminate:validator-failed"});
    EXPECT_EQ(told(checkDigitHolds(caseOf({silent}).document())), Answers{"indeterminate:validator-failed"});
    const auto breach = judged(silent, "pattern", VIDIMUS_FORMAT_WRONG);
    EXPECT_EQ(told(numberWellFormed(caseOf({breach}).document())), Answers{"failed:format-wrong"})
        << "what is known to be wrong stays so";
}

TEST(CheckDigitHolds, TellsWhichDigitWouldHold)
{
    FakeCase wrong
        = caseOf({judged(field("holder.id-number", "A123456(4)"), "hk.hkid", VIDIMUS_CHECK_DIGIT_WRONG, "3")});
    const auto result = support::recorded(checkDigitHolds(wrong.document()));
    ASSERT_EQ(result.size(), 1u);
    EXPECT_EQ(told(result[0]), "failed:check-digit-wrong");
    EXPECT_EQ(result[0].values.at("expected"), "3");
    EXPECT_EQ(told(checkDigitHolds(
                  caseOf({judged(field("holder.id-number", "A123456(3)"), "hk.hkid", VIDIMUS_HOLDS, "3")}).document())),
        Answers{"passed"});
    EXPECT_EQ(told(checkDigitHolds(caseOf(
                  {judged(uncertain("holder.id-number", "A123456(4)"), "hk.hkid", VIDIMUS_CHECK_DIGIT_WRONG, "3")})
                                       .document())),
        Answers{"indeterminate:field-uncertain"});
    EXPECT_EQ(told(checkDigitHolds(
                  caseOf({judged(field("registration.number", "M12345"), "hk.mchk-registration", VIDIMUS_HOLDS)})
                      .document())),
        Answers{"not-applicable:no-check-digit"})
        << "a number without check digit is never said to have one that holds";
}

Answers parts(std::vector<FakeField> fields, std::map<std::string, std::string> rules = {})
{
    return told(numberPartsAgree(caseOf(std::move(fields), std::move(rules)).document()));
}

TEST(NumberPartsAgree, ComparesResidentNumbersUnasked)
{
    const FakeField id = field("holder.id-number", "440304198802290012");
    EXPECT_EQ(
        parts({id, field("holder.birth-date", "1988-02-29"), field("holder.sex", "M")}), (Answers{"passed", "passed"}));
    EXPECT_EQ(parts({id, field("holder.birth-date", "1988-03-29")}), Answers{"failed:birth-date-differs"});
    EXPECT_EQ(parts({id, field("holder.sex", "F")}), Answers{"failed:sex-differs"});
    EXPECT_EQ(parts({id, uncertain("holder.sex", "F")}), Answers{"indeterminate:field-uncertain"});
    EXPECT_EQ(parts({field("holder.id-number", "440304880229001"), field("holder.birth-date", "1988-02-29")}),
        Answers{"passed"});
    EXPECT_EQ(parts({field("holder.id-number", "A123456(3)"), field("holder.sex", "F")}),
        Answers{"not-applicable:nothing-coded"});
}

const std::map<std::string, std::string> qualification
    = {{"number-parts-agree.parts.0.kind", "physician-qualification"}};

TEST(NumberPartsAgree, LooksInsideQualificationCodes)
{
    const FakeField code = field("document.number", "202144110A12345630000000HKG");
    EXPECT_EQ(parts({code, field("holder.id-number", "A123456(3)")}, qualification), Answers{"passed"});
    EXPECT_EQ(
        parts({code, field("holder.id-number", "G123456(A)")}, qualification), Answers{"failed:identity-differs"});
    EXPECT_EQ(parts({code, field("holder.id-number", "810000199408230021")}, qualification),
        Answers{"not-applicable:identity-of-other-kind"});
    EXPECT_EQ(parts({field("document.number", "202144110440304198802290012"), field("holder.birth-date", "1987-02-28")},
                  qualification),
        Answers{"failed:birth-date-differs"});
    EXPECT_EQ(parts({code, field("issuer.name", "广东省卫生健康委员会")}, qualification), Answers{"passed"});
    EXPECT_EQ(
        parts({code, field("issuer.name", "湖南省卫生健康委员会")}, qualification), Answers{"failed:region-differs"});
    EXPECT_EQ(parts({code, field("issuer.name", "卫生部")}, qualification), Answers{"not-applicable:nothing-coded"})
        << "no province named";
    EXPECT_EQ(parts({unreadable("document.number")}, qualification), Answers{"indeterminate:field-unreadable"});
}

TEST(NumberPartsAgree, ComparesYearsAndIssuers)
{
    const std::map<std::string, std::string> rules
        = {{"number-parts-agree.parts.0.kind", "year"}, {"number-parts-agree.parts.0.from", "6"},
            {"number-parts-agree.parts.1.kind", "issuer"}, {"number-parts-agree.parts.1.length", "5"},
            {"number-parts-agree.parts.1.codes.10558", "中山大学|Sun Yat-sen University"},
            {"number-parts-agree.parts.1.against", "institution.name"}};
    const FakeField number = field("document.number", "105581201205001234");
    EXPECT_EQ(parts({number, field("issue.date", "2012-06-30"), field("institution.name", "中山大学")}, rules),
        (Answers{"passed", "passed"}));
    EXPECT_EQ(parts({number, field("issue.date", "2014-06-30")}, rules), Answers{"failed:year-differs"});
    EXPECT_EQ(parts({number, field("institution.name", "北京大学")}, rules), Answers{"failed:issuer-differs"});
}

TEST(NumberPartsAgree, ComparesCommercialCodesWithTheName)
{
    EXPECT_EQ(parts({field("holder.ccc", "7115 1129 2429"), field("holder.name.han", "陳大文")}), Answers{"passed"});
    EXPECT_EQ(parts({field("holder.ccc", "2867 3057 2532"), field("holder.name.han", "樂永晴")}), Answers{"passed"});
    EXPECT_EQ(parts({field("holder.ccc", "7115 1129 2429"), field("holder.name.han", "陳大明")}),
        Answers{"failed:name-differs"});
    EXPECT_EQ(parts({uncertain("holder.ccc", "7115 1129 2420"), field("holder.name.han", "陳大文")}),
        Answers{"indeterminate:field-uncertain"});
    EXPECT_EQ(parts({field("holder.ccc", "7115 1129"), field("holder.name.han", "陳大文")}),
        Answers{"indeterminate:codes-not-comparable"});
}

TEST(CommercialCodes, FitEveryWayToWriteTheirCharacter)
{
    // 為, 說, 銳 are in neither book; the codes are those of 爲, 説, 鋭. 叶 has a code of its own beside that of 葉.
    EXPECT_EQ(commercialCodesAgree("7115 3634", "陳為"), Agreement::Yes);
    EXPECT_EQ(commercialCodesAgree("7115 3634", "陈为"), Agreement::Yes);
    EXPECT_EQ(commercialCodesAgree("7115 6141 6904", "陳說銳"), Agreement::Yes);
    EXPECT_EQ(commercialCodesAgree("3306", "溫"), Agreement::Yes);
    EXPECT_EQ(commercialCodesAgree("3306", "温"), Agreement::Yes);
    EXPECT_EQ(commercialCodesAgree("5509", "叶"), Agreement::Yes);
    EXPECT_EQ(commercialCodesAgree("7115 3635", "陳為"), Agreement::CannotTell) << "what no book knows accuses nobody";
    EXPECT_EQ(commercialCodesAgree("7115 3635", "陳大"), Agreement::No);
    EXPECT_EQ(commercialCodesAgree("0000", "為"), Agreement::CannotTell);
}

TEST(EmbeddedIdentity, MayLeaveOutTheCheckDigitOfAnIdentityCard)
{
    const auto whole = qualificationCode("202144110A12345630000000HKG");
    const auto without = qualificationCode("202144110A12345600000000HKG");
    ASSERT_TRUE(whole && without);
    EXPECT_EQ(embeddedAgrees(*whole, "A123456", "hkid"), Agreement::Yes);
    EXPECT_EQ(embeddedAgrees(*whole, "A123457", "hkid"), Agreement::No);
    EXPECT_EQ(embeddedAgrees(*whole, "A1234564", "hkid"), Agreement::No);
    EXPECT_EQ(embeddedAgrees(*without, "A1234563", "hkid"), Agreement::CannotTell);
}

TEST(EmbeddedIdentity, LeavesTwoLettersOpen)
{
    const auto code = qualificationCode("202144110AB9876540000000HKG");
    ASSERT_TRUE(code);
    EXPECT_EQ(embeddedAgrees(*code, "AB9876543", "hkid"), Agreement::CannotTell);
    EXPECT_EQ(embeddedAgrees(*qualificationCode("202144110123456780000000MAC"), "12345678", "mo-bir"), Agreement::Yes);
    EXPECT_EQ(embeddedAgrees(*qualificationCode("202144110440304880229001"), "440304198802290012", "cn-resident-id"),
        Agreement::Yes);
}

const char* const passport
    = "P<CHNCHAN<<TAI<MAN<<<<<<<<<<<<<<<<<<<<<<<<<<\nKJ01234562CHN8001151M3001145<<<<<<<<<<<<<<<0";

TEST(MrzAgrees, ComparesEachPart)
{
    const FakeField zone = field("mrz.lines", passport);
    EXPECT_EQ(
        told(mrzAgrees(caseOf({zone, field("document.number", "KJ0123456"), field("holder.birth-date", "1980-01-15"),
                                  field("valid.until", "2030-01-14"), field("holder.sex", "M")})
                           .document())),
        (Answers{"passed", "passed", "passed", "passed"}));
    EXPECT_EQ(told(mrzAgrees(caseOf({zone, field("document.number", "KJ0123457")}).document())),
        Answers{"failed:mrz-differs"});
    EXPECT_EQ(told(mrzAgrees(caseOf({zone, field("holder.birth-date", "1981-01-15")}).document())),
        Answers{"failed:mrz-differs"});
    EXPECT_EQ(told(mrzAgrees(caseOf({zone, uncertain("holder.sex", "F")}).document())),
        Answers{"indeterminate:field-uncertain"});
}

TEST(MrzAgrees, ALetterReadForItsFigureIsNoDifference)
{
    const FakeField zone = field("mrz.lines", passport);
    EXPECT_EQ(told(mrzAgrees(caseOf({zone, field("document.number", "KJO123456")}).document())),
        Answers{"indeterminate:field-uncertain"});
    EXPECT_EQ(told(mrzAgrees(caseOf({zone, field("document.number", "KJ012345G")}).document())),
        Answers{"indeterminate:field-uncertain"});
}

TEST(MrzAgrees, AHolderOfMoreThanAHundredYearsAgrees)
{
    const std::string old
        = "P<CHNCHAN<<TAI<MAN<<<<<<<<<<<<<<<<<<<<<<<<<<\nKJ01234562CHN2001159M3001145<<<<<<<<<<<<<<<0";
    EXPECT_EQ(told(mrzAgrees(caseOf({field("mrz.lines", old), field("holder.birth-date", "1920-01-15")}).document())),
        Answers{"passed"});
}

TEST(MrzAgrees, AMisreadZoneProvesNothing)
{
    std::string misread = passport;
    misread[46] = 'I'; // the number's check digit no longer holds
    EXPECT_EQ(told(mrzAgrees(caseOf({field("mrz.lines", misread), field("document.number", "KJ0123456")}).document())),
        Answers{"indeterminate:field-uncertain"});
    EXPECT_EQ(
        told(mrzAgrees(caseOf({field("mrz.lines", "P<CHN")}).document())), Answers{"indeterminate:mrz-format-unknown"});
    EXPECT_EQ(told(mrzAgrees(caseOf({unreadable("mrz.lines")}).document())), Answers{"indeterminate:field-unreadable"});
    EXPECT_EQ(told(mrzAgrees(caseOf({}).document())), Answers{"not-applicable:no-mrz"});
    EXPECT_EQ(told(mrzAgrees(caseOf({field("mrz.lines", passport)}).document())),
        Answers{"not-applicable:nothing-to-compare"});
}

} // namespace
} // namespace vidimus::consistency
