#include "extraction.hpp"

namespace vidimus::tests {

TEST_F(Extraction, TakesNoWordsOfASentenceForAName)
{
    const auto document = extract({printed("姓名 上述注册医生", 20, 40)});
    EXPECT_NE(value(document, "holder.name.han"), "上述注册");
    EXPECT_NE(value(document, "holder.name.han"), "上述");
}

TEST_F(Extraction, FollowsASentenceInItsOwnColumn)
{
    profile.fields[7].labels.clear();
    profile.fields[7].search = {R"(ending on\s+(\d{1,2}\s+[A-Z][a-z]+\s+\d{4}))"};
    const auto document = extract(
        {printed("Part of the register", 10, 46.3), printed("commencing 1 January 2026 and ending on 31", 90, 40),
            printed("December 2026, unless removed", 90, 46)});
    EXPECT_EQ(value(document, "valid.until"), "2026-12-31");
}

TEST_F(Extraction, FollowsASentenceToItsComma)
{
    profile.fields.push_back(spec("practice.scope", FieldKind::Text, {"执业范围"}));
    const auto document = extract({printed("经审核，准予注册。 执业范围 为皮肤病与性", 28, 40),
        printed("病专业， 执业机构 为广州市荔湾", 20, 47), printed("区河畔医院。", 20, 54), printed("备注", 20, 61)});
    EXPECT_EQ(value(document, "practice.scope"), "皮肤病与性病专业");
    EXPECT_EQ(value(document, "institution.name"), "广州市荔湾区河畔医院");
}

TEST_F(Extraction, ReadsALineOfASentenceForItself)
{
    profile.fields.push_back(spec("practice.scope", FieldKind::Text, {"执业范围"}));
    std::vector<Region> places;
    again = [&](const PassRequest& request, const std::string& text) {
        places.push_back(request.region);
        return text;
    };
    extract({printed("经审核，准予注册。 执业范围 为皮肤病与性", 28, 40),
        printed("病专业， 执业机构 为广州市荔湾", 20, 47)});
    ASSERT_FALSE(places.empty());
    for (const Region& place : places)
        EXPECT_LT(place.height.value, 9) << "both lines hold the label and more besides";
}

TEST_F(Extraction, FollowsAValueInProseToItsComma)
{
    profile.fields[5].lang = "zh-Hans";
    const auto document = extract({printed("证件号码：G918765(A)， 执业机构： 博雅", 28, 40),
        printed("医院。 根据有关规定，准予注册。", 20, 47)});
    EXPECT_EQ(value(document, "institution.name"), "博雅医院");
}

TEST_F(Extraction, JoinsALabelThatBreaksAtALinesEnd)
{
    const auto document = extract({printed("卞少峰，男，1979年11月13日出生， 医师资格证", 28, 40),
        printed("书编码 201323110510107197911131530。", 20, 47), printed("备注", 20, 60)});
    EXPECT_EQ(value(document, "qualification.number"), "201323110510107197911131530");
}

TEST_F(Extraction, TakesTheEndOfASentenceForNoLabel)
{
    profile.fields[7].labels = {"Period"};
    const auto document = extract(
        {printed("is issued for the above", 20, 40), printed("period.", 20, 46), printed("第138章 條例", 20, 52)});
    EXPECT_EQ(document.field("valid.until"), nullptr);
}

TEST_F(Extraction, EndsAValueWhereAParagraphEnds)
{
    profile.fields[5].lang = "zh-Hans";
    EXPECT_EQ(
        value(extract({printed("证件号码：G918765(A)， 执业机构： 博雅医院", 20, 40), printed("2026年1月5日", 20, 47)}),
            "institution.name"),
        "博雅医院");
    EXPECT_EQ(value(extract({printed("证件号码：G918765(A)， 执业机构： 博雅医院", 20, 40),
                        printed("广东省卫生健康委员会", 20, 47)}),
                  "institution.name"),
        "博雅医院");
    EXPECT_EQ(value(extract({printed("执业机构： 为民医院", 20, 40), printed("根据有关规定，准予注册。", 20, 60)}),
                  "institution.name"),
        "为民医院");
}

TEST_F(Extraction, SearchesNoRowOfATableIntoTheNextColumn)
{
    profile.fields[7].labels.clear();
    profile.fields[7].search = {R"((?i)until\s+(\d{1,2} [A-Z]{3} \d{4}))", R"(至\s*(\d{1,2} [A-Z]{3} \d{4}))"};
    const auto table = extract({printed("Valid from", 20, 40), printed("Valid until 有效期至", 100, 40),
        printed("01 JAN 2026", 20, 58), printed("31 DEC 2026", 100, 58)});
    EXPECT_NE(value(table, "valid.until"), "2026-01-01") << "the first cell of the next row is another column's";
    const auto sentence
        = extract({printed("practises from 1 JAN 2026 until", 20, 40), printed("31 DEC 2026.", 20, 46)});
    EXPECT_EQ(value(sentence, "valid.until"), "2026-12-31");
}

TEST_F(Extraction, FollowsALabelAtALinesEndIntoTheNextLine)
{
    profile.fields[4].pattern = R"(^\d{27}$)";
    EXPECT_EQ(value(extract({printed("卞少峰，男，1979年11月13日出生，身份证号已核，资格证书编码", 28, 40),
                        printed("201323110510107197911131530，经审核", 20, 47), printed("备注", 20, 60)}),
                  "qualification.number"),
        "201323110510107197911131530");
    EXPECT_NE(value(extract({printed("卞少峰，男，1979年11月13日出生，身份证号已核，资格证书编码", 28, 40),
                        printed("201323110510107197911131530", 20, 47), printed("备注", 20, 60)}),
                  "qualification.number"),
        "201323110510107197911131530")
        << "a line of its own is no part of the sentence";
    EXPECT_NE(value(extract({printed("全国统一印制的医师专业技术人员资格证书编码", 28, 40),
                        printed("201323110510107197911131530，经审核", 20, 47), printed("备注", 20, 60)}),
                  "qualification.number"),
        "201323110510107197911131530")
        << "the label stands in no sentence";
}

TEST_F(Extraction, SearchesWordsThatAreBrokenOverLines)
{
    profile.fields[5].labels.clear();
    profile.fields[5].search = {"准予注册为(执业助理医师|执业医师)"};
    EXPECT_EQ(value(extract({printed("经审核，符合注册条件，根据有关规定，准予注册为执", 28, 40),
                        printed("业助理医师，执业类别为临床。", 20, 47)}),
                  "institution.name"),
        "执业助理医师");
    EXPECT_EQ(
        value(extract({printed("准予注册为执", 28, 40), printed("业助理医师", 20, 47)}), "institution.name"), "absent")
        << "short lines are no paragraph";
}

TEST_F(Extraction, TakesNoHalfOfAPeriodOverALinesEnd)
{
    profile.fields[6].labels = {"开始"};
    profile.fields[7].labels = {"有效期限"};
    const auto document = extract({printed("经审核，符合条件，准予注册，有效期限", 28, 40),
        printed("自2021年3月8日起， 至2026年3月7日止。", 20, 47), printed("备注", 20, 60)});
    EXPECT_NE(value(document, "valid.until"), "2021-03-08");
}

TEST_F(Extraction, TakesNoValueOfALabelInTheNextLine)
{
    profile.fields[3].pattern = R"(^\d{15}$)";
    const auto document = extract({printed("经审核，编码", 40, 40), printed("资格证书编码", 4, 47),
        printed("123456789012345，", 39, 47), printed("备注", 20, 70)});
    EXPECT_EQ(value(document, "qualification.number"), "123456789012345");
    EXPECT_NE(value(document, "document.number"), "123456789012345");
}

TEST_F(Extraction, JoinsNoLineThatEndsBeforeTheNext)
{
    profile.fields[5].labels.clear();
    profile.fields[5].search = {"准予注册为(执业助理医师|执业医师)"};
    EXPECT_EQ(value(extract({printed("经审核，符合注册条件，准予注册为执", 28, 40),
                        printed("业助理医师，执业类别为临床，执业范围为皮肤病与性病专业。", 20, 47)}),
                  "institution.name"),
        "absent");
}

} // namespace vidimus::tests
