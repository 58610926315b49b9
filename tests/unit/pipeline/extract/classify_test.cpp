#include "fake_file.hpp"
#include "pipeline/classify/classify.hpp"

#include <gtest/gtest.h>

using namespace vidimus;
using namespace vidimus::pipeline;
using tests::FakeFile;
using tests::printed;

namespace {

const profiles::ProfileSet& shipped()
{
    static const auto set = [] {
        const std::filesystem::path root = std::filesystem::path(VIDIMUS_SOURCE_DIR) / "plugins" / "jurisdictions";
        return profiles::ProfileSet::load(packs::findPacks({root / "cn", root / "hk", root / "icao"}));
    }();
    return set;
}

std::string recognised(const std::vector<Line>& lines)
{
    FakeFile file(lines);
    Reading reading;
    PassReader reader(file, reading, {});
    const auto documents = classifyFile(reader, {0}, shipped(), {});
    EXPECT_TRUE(documents.ok() && documents->size() == 1);
    const auto& found = documents->front();
    if (!found.classification)
        return "none";
    return found.classification->profile + (found.parts[0].side.empty() ? "" : " " + found.parts[0].side);
}

} // namespace

TEST(Classify, TellsPapersApartByIssuerAndTitle)
{
    EXPECT_EQ(
        recognised({printed("香港醫務委員會 THE MEDICAL COUNCIL OF HONG KONG", 20, 20),
            printed("ANNUAL PRACTISING CERTIFICATE", 20, 30), printed("registered medical practitioner", 20, 40)}),
        "hk.doctor-practising");
    EXPECT_EQ(recognised({printed("藥劑業及毒藥管理局", 20, 20), printed("藥劑師執業證明書", 20, 30)}),
        "hk.pharmacist-practising");
    EXPECT_EQ(recognised({printed("中华人民共和国", 20, 20), printed("医师执业证书", 20, 30),
                  printed("执业类别 临床", 20, 40), printed("执业地点 广东省", 20, 50)}),
        "cn.physician-practice");
    EXPECT_EQ(recognised({printed("医师资格证书", 20, 20), printed("姓名 陈大文 学历 本科", 20, 30)}),
        "cn.physician-qualification");
}

TEST(Classify, KnowsAMentionOfAnotherPaperFromItsTitle)
{
    const std::vector<Line> certificate{printed("THE MEDICAL COUNCIL OF HONG KONG", 20, 20),
        printed("CERTIFICATE OF REGISTRATION", 20, 30), printed("Registrar of Medical Practitioners", 20, 90)};
    auto mentioning = certificate;
    mentioning.push_back(printed(
        "It does not by itself authorise practice; a current practising certificate is also required.", 20, 100));
    EXPECT_EQ(recognised(mentioning), "hk.doctor-registration");
    auto titled = certificate;
    titled[1] = printed("ANNUAL PRACTISING CERTIFICATE", 20, 30);
    EXPECT_EQ(recognised(titled), "hk.doctor-practising");
}

TEST(Classify, SeesWhichSideOfACardLiesThere)
{
    EXPECT_EQ(recognised({printed("香港永久性居民身份證", 5, 5), printed("HONG KONG PERMANENT IDENTITY CARD", 5, 10),
                  printed("出生日期 Date of Birth", 5, 30), printed("簽發日期 Date of Issue", 5, 40)}),
        "hk.identity-card front");
}

TEST(Classify, ReadsThroughAFewMisreadCharacters)
{
    EXPECT_EQ(
        recognised({printed("THE MEDICAL COUNCIL 0F HONG K0NG", 20, 20),
            printed("ANNUAL PRACTISlNG CERTIF1CATE", 20, 30), printed("Registered Medical Practitioner", 20, 40)}),
        "hk.doctor-practising");
}

TEST(Classify, RecognisesNoLookAlike)
{
    EXPECT_EQ(recognised({printed("THE DENTAL COUNCIL OF HONG KONG", 20, 20),
                  printed("ANNUAL PRACTISING CERTIFICATE", 20, 30), printed("Registered Dentist", 20, 40)}),
        "none");
    EXPECT_EQ(recognised({printed("香港牙醫管理委員會", 20, 20), printed("執業證明書", 20, 30)}), "none");
    EXPECT_EQ(recognised({printed("护士执业证书", 20, 20), printed("执业地点 广东省", 20, 30)}), "none");
    EXPECT_EQ(recognised({printed("执业药师注册证", 20, 20), printed("执业类别 药学 执业范围 零售", 20, 30),
                  printed("执业单位", 20, 40)}),
        "none");
    EXPECT_EQ(recognised({printed("Invoice 2024-118", 20, 20), printed("Total HKD 1,200.00", 20, 30)}), "none");
}

TEST(Classify, RecognisesNoNewspaperThatWritesAboutSuchPapers)
{
    EXPECT_EQ(
        recognised({printed("醫學界倡增註冊途徑", 20, 20), printed("增，建議檢視現行執業證明書的安排，醫生及", 20, 30),
            printed("藥劑師的前線團體指出，註冊醫生的輪候時間過長", 20, 40)}),
        "none");
}

TEST(Classify, RefusesAProfileThatDoesNotExist)
{
    FakeFile file({printed("x", 1, 1)});
    Reading reading;
    PassReader reader(file, reading, {});
    EXPECT_FALSE(classifyFile(reader, {0}, shipped(), {"zz.none"}).ok());
}
