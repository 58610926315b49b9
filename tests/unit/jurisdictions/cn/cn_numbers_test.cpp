#include "cn_numbers.hpp"
#include "support/number_properties.hpp"

#include <gmock/gmock.h>

namespace vidimus::cn {
namespace {

using ::testing::IsEmpty;

const std::vector<std::string> valid = {"11010519491231002X", "440524188001010014", "44030419800101005X",
    "440305197508151232", "440104199103012455", "440304198802290012", "810000199408230021", "810000198511203457",
    "82000019900214503X", "820000196807060128", "830000199201300022", "830000197909090017"};

TEST(ResidentId, HoldsForResidentsAndForResidencePermits)
{
    for (const auto& number : valid)
        EXPECT_EQ(residentId(number).verdict, VIDIMUS_HOLDS) << number;
}

TEST(ResidentId, SaysWhichDigitWouldHold)
{
    EXPECT_EQ(residentId("110105194912310020").expected, "X");
    EXPECT_EQ(residentId("810000199408230022").expected, "1");
    EXPECT_EQ(residentId("810000199408230022").verdict, VIDIMUS_CHECK_DIGIT_WRONG);
}

TEST(ResidentId, RefusesDaysThatNeverWere)
{
    EXPECT_EQ(residentId("440304198902290010").verdict, VIDIMUS_FORMAT_WRONG); // 1989 had no 29 February
    EXPECT_EQ(residentId("440304198813010011").verdict, VIDIMUS_FORMAT_WRONG);
    EXPECT_EQ(residentId("990304198801010011").verdict, VIDIMUS_FORMAT_WRONG); // no such province
}

TEST(ResidentId, CatchesEveryChangedDigitAndEverySwap)
{
    for (const auto& number : valid) {
        EXPECT_THAT(support::changesThatHold(residentId, number), IsEmpty()) << number;
        EXPECT_THAT(support::swapsThatHold(residentId, number), IsEmpty()) << number;
    }
}

TEST(ResidentId, TakesTheOldFormWithoutAClaimToACheckDigit)
{
    EXPECT_EQ(residentId("440304800101005").verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(residentId("440304800101005").expected, "");
    EXPECT_EQ(residentId("440304801301005").verdict, VIDIMUS_FORMAT_WRONG);
}

TEST(PhysicianQualification, TakesTheFormsOfTheNotice)
{
    for (const char* code : {"202144110440304198802290012", "202144110A12345630000000HKG",
             "202144110123456780000000MAC", "202144110440304800101005"})
        EXPECT_EQ(physicianQualification(code).verdict, VIDIMUS_HOLDS) << code;
}

TEST(PhysicianQualification, AsksTheEmbeddedNumbersOwnDigit)
{
    EXPECT_EQ(physicianQualification("202144110440304198802290013").verdict, VIDIMUS_CHECK_DIGIT_WRONG);
    EXPECT_EQ(physicianQualification("202144110440304198802290013").expected, "2");
    EXPECT_EQ(physicianQualification("202144110A12345640000000HKG").expected, "3");
    EXPECT_THAT(support::changesThatHold(residentId, "440304198802290012"), IsEmpty());
}

TEST(PhysicianQualification, LeavesTwoLetterIdentityCardsUnjudged)
{
    EXPECT_EQ(physicianQualification("202144110AB987654000000HKG0").verdict, VIDIMUS_FORMAT_WRONG);
    EXPECT_EQ(physicianQualification("202144110AB9876543000000HKG").verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(physicianQualification("202144110AB9876543000000HKG").expected, "");
}

TEST(PhysicianQualification, KnowsItsForm)
{
    for (const char* code : {"", "20214411044030419880229001", "202144910440304198802290012",
             "202144110A12345630000000USA", "202144110A12345630000100HKG"})
        EXPECT_EQ(physicianQualification(code).verdict, VIDIMUS_FORMAT_WRONG) << code;
}

TEST(PhysicianPractice, HasFifteenDigitsAndNoCheckDigit)
{
    for (const char* number : {"110440304001234", "120440300000567", "210440305000890"}) {
        EXPECT_EQ(physicianPractice(number).verdict, VIDIMUS_HOLDS);
        EXPECT_EQ(physicianPractice(number).expected, "");
    }
    EXPECT_EQ(physicianPractice("11044030400123").verdict, VIDIMUS_FORMAT_WRONG);
    EXPECT_EQ(physicianPractice("310440304001234").verdict, VIDIMUS_FORMAT_WRONG);
}

TEST(UnifiedSocialCreditCode, HoldsForPublishedExamples)
{
    for (const char* code :
        {"91350100M000100Y43", "12440300MB2C012359", "124403004557579159", "91440300MA5F12342Q", "11440300K31720014R"})
        EXPECT_EQ(unifiedSocialCreditCode(code).verdict, VIDIMUS_HOLDS) << code;
    EXPECT_EQ(unifiedSocialCreditCode("91350100M000100Y4Z").verdict, VIDIMUS_FORMAT_WRONG); // Z is not of its alphabet
    EXPECT_EQ(unifiedSocialCreditCode("91350100M000100Y44").expected, "3");
}

TEST(UnifiedSocialCreditCode, CatchesEveryChangedDigitAndEverySwap)
{
    for (const char* code : {"91350100M000100Y43", "124403004557579159", "12440300MB2C012359"}) {
        EXPECT_THAT(support::changesThatHold(unifiedSocialCreditCode, code), IsEmpty()) << code;
        EXPECT_THAT(support::swapsThatHold(unifiedSocialCreditCode, code), IsEmpty()) << code;
    }
}

TEST(ResidencePermit, BeginsWithOneOfThreeRegions)
{
    for (const char* number : {"810000199408230021", "810000198511203457", "82000019900214503X", "820000196807060128",
             "830000199201300022", "830000197909090017"})
        EXPECT_EQ(residencePermit(number).verdict, VIDIMUS_HOLDS) << number;
    EXPECT_EQ(residencePermit("810000199408230022").verdict, VIDIMUS_CHECK_DIGIT_WRONG);
    EXPECT_EQ(residencePermit("440305197508151232").verdict, VIDIMUS_FORMAT_WRONG);
}

TEST(Graduation, TakesTheFormSince2002)
{
    EXPECT_EQ(graduation("105581201205001234").verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(graduation("10558120020500123").verdict, VIDIMUS_HOLDS) << "some of 2002 have 17";
    EXPECT_EQ(graduation("10558120120500123").verdict, VIDIMUS_FORMAT_WRONG);
    EXPECT_EQ(graduation("105582201205001234").verdict, VIDIMUS_FORMAT_WRONG) << "no such type";
    EXPECT_EQ(graduation("105581201203001234").verdict, VIDIMUS_FORMAT_WRONG) << "no such level";
    EXPECT_EQ(graduation("105581194905001234").verdict, VIDIMUS_FORMAT_WRONG);
    EXPECT_EQ(graduation("105581201205001234").expected, "") << "it has no check digit";
}

TEST(Degree, TakesSixteenDigitsAndOlderLetters)
{
    EXPECT_EQ(degree("1055842012001234").verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(degree("Z1055842012001234").verdict, VIDIMUS_HOLDS);
    EXPECT_EQ(degree("1055852012001234").verdict, VIDIMUS_FORMAT_WRONG) << "no such level";
    EXPECT_EQ(degree("105584201200123").verdict, VIDIMUS_FORMAT_WRONG);
    EXPECT_EQ(degree("").verdict, VIDIMUS_FORMAT_WRONG);
}

TEST(DrugRegistration, TakesApprovalsAndImportLicences)
{
    for (const char* number : {"国药准字H20203123", "国药准字Z44020001", "国药准字HC20200012", "国药准字HJ20210034",
             "国药准字B20020001", "H20130456", "BH20130456", "HC20160009"})
        EXPECT_EQ(drugRegistration(number).verdict, VIDIMUS_HOLDS) << number;
    for (const char* number :
        {"国药准字H2020312", "国药准字X20203123", "国药证字H20203123", "HJ20130456", "20130456", ""})
        EXPECT_EQ(drugRegistration(number).verdict, VIDIMUS_FORMAT_WRONG) << number;
}

TEST(DeviceRegistration, TakesWhatThatIssuerRegisters)
{
    for (const char* number :
        {"国械注准20203010123", "国械注进20182210045", "国械注许20193160007", "粤械注准20202140123"})
        EXPECT_EQ(deviceRegistration(number).verdict, VIDIMUS_HOLDS) << number;
    for (const char* number : {"粤械注准20203140123", "粤械注进20202140123", "国械注准20202140123",
             "国械注准20201140123", "国械备20200123", "国械注准2020301012", "械注准20203010123"})
        EXPECT_EQ(deviceRegistration(number).verdict, VIDIMUS_FORMAT_WRONG) << number;
}

} // namespace
} // namespace vidimus::cn
