#include "extraction.hpp"

namespace vidimus::tests {

TEST_F(Extraction, FindsValuesAfterTheirLabelsInOneLine)
{
    const auto document = extract({printed("姓 名：陈大文    性别：男    出生日期：1985年6月3日", 20, 40),
        printed("编码 …………… 110440304001234", 20, 50)});
    EXPECT_EQ(value(document, "holder.name.han"), "陈大文");
    EXPECT_EQ(value(document, "holder.sex"), "M");
    EXPECT_EQ(value(document, "holder.birth-date"), "1985-06-03");
    EXPECT_EQ(value(document, "document.number"), "110440304001234");
}

TEST_F(Extraction, FindsValuesRightOfTheirLabels)
{
    const auto document = extract({printed("姓名", 20, 40), printed("陈大文", 60, 40.6), printed("出生日期", 20, 50),
        printed("1985年6月3日", 60, 49.5)});
    EXPECT_EQ(value(document, "holder.name.han"), "陈大文");
    EXPECT_EQ(value(document, "holder.birth-date"), "1985-06-03");
}

TEST_F(Extraction, FindsValuesBelowTheHeadsOfATable)
{
    const auto document = extract({printed("姓名            性别            出生日期", 20, 40),
        printed("陈大文          女          1985年6月3日", 18, 48)});
    EXPECT_EQ(value(document, "holder.name.han"), "陈大文");
    EXPECT_EQ(value(document, "holder.sex"), "F");
    EXPECT_EQ(value(document, "holder.birth-date"), "1985-06-03");
}

TEST_F(Extraction, ReadsPastABilingualLabel)
{
    const auto document = extract({printed("姓名 Name ： 陈大文", 20, 40), printed("出生日期 / Date of birth", 20, 50),
        printed("3 June 1985", 20, 57)});
    EXPECT_EQ(value(document, "holder.name.han"), "陈大文");
    EXPECT_EQ(value(document, "holder.birth-date"), "1985-06-03");
}

TEST_F(Extraction, TakesNoShorterLabelInsideALongerOne)
{
    const auto document
        = extract({printed("资格证书编码：123456789", 20, 40), printed("编码：110440304001234", 20, 50)});
    EXPECT_EQ(value(document, "qualification.number"), "123456789");
    EXPECT_EQ(value(document, "document.number"), "110440304001234");
}

TEST_F(Extraction, FollowsAValueOntoTheNextLine)
{
    const auto document = extract({printed("执业机构：深圳市第一人民", 20, 40), printed("医院南山分院", 40, 45),
        printed("编码：110440304001234", 20, 52)});
    EXPECT_EQ(value(document, "institution.name"), "深圳市第一人民医院南山分院");
}

TEST_F(Extraction, TakesBothEndsOfAPeriod)
{
    auto document = extract({printed("有效期：2021年3月8日至2026年3月7日", 20, 40)});
    EXPECT_EQ(value(document, "valid.from"), "2021-03-08");
    EXPECT_EQ(value(document, "valid.until"), "2026-03-07");
    document = extract({printed("有效期：2026年3月7日", 20, 40)});
    EXPECT_EQ(value(document, "valid.from"), "absent");
    EXPECT_EQ(value(document, "valid.until"), "2026-03-07");
}

TEST_F(Extraction, JoinsSurnameAndGivenNamesFromTheirOwnLabels)
{
    FieldSpec name = spec("holder.name.latin", FieldKind::LatinName, {"Surname"});
    name.given = {"Given names"};
    profile.fields.push_back(name);
    const auto document = extract(
        {printed("Surname", 20, 40), printed("LI", 20, 46), printed("Given names", 20, 54), printed("DAWEN", 20, 60)});
    EXPECT_EQ(value(document, "holder.name.latin"), "LI, DAWEN");
    EXPECT_EQ(document.field("holder.name.latin")->certainty, Certainty::Accepted);
}

TEST_F(Extraction, DoesNotTakeTheNextRowsValueForTheSecondLine)
{
    profile.fields.push_back(spec("practice.scope", FieldKind::Text, {"执业范围"}));
    profile.fields.back().lines = 2;
    // The label of the row below was misread.
    const auto document = extract({printed("执业范围", 20, 40), printed("口腔专业", 45, 40),
        printed("执此也点", 20, 46), printed("深圳市南山区人民医院", 45, 46)});
    EXPECT_EQ(value(document, "practice.scope"), "口腔专业");
}

TEST_F(Extraction, EndsAnIssuersNameBeforeTheDateBelowIt)
{
    profile.fields.push_back(spec("issuer.name", FieldKind::Text, {"发证机关"}));
    profile.fields.back().lines = 2;
    const auto document = extract(
        {printed("发证机关", 20, 40), printed("深圳市卫生健康委员会", 45, 40), printed("2024年11月4日", 45, 46)});
    EXPECT_EQ(value(document, "issuer.name"), "深圳市卫生健康委员会");
}

TEST_F(Extraction, TakesNoPieceOfTheDesignsOwnPrintForAName)
{
    profile.recognisers.push_back({{"註冊藥劑師"}, {}, 0.1, {}});
    const auto document = extract({printed("姓名", 20, 40), printed("註冊藥劑", 45, 40)});
    EXPECT_EQ(value(document, "holder.name.han"), "absent");
}

TEST_F(Extraction, GivesOnePrintedDateToTheNearerLabel)
{
    profile.fields.push_back(spec("issue.date", FieldKind::Date, {"签发日期"}));
    // Under the date of birth stands the label of a date that was not read: the date above it is not its.
    const auto document
        = extract({printed("出生日期", 20, 40), printed("13-02-1996", 20, 45), printed("签发日期", 20, 50)});
    EXPECT_EQ(value(document, "holder.birth-date"), "1996-02-13");
    EXPECT_NE(value(document, "issue.date"), "1996-02-13");
}

TEST_F(Extraction, TakesNoPieceOfALabelForAPlace)
{
    profile.fields.push_back(spec("practice.scope", FieldKind::Text, {"执业范围"}));
    EXPECT_EQ(value(extract({printed("执业范围 围", 20, 40)}), "practice.scope"), "absent");
    EXPECT_EQ(value(extract({printed("执业范围 外科", 20, 40)}), "practice.scope"), "外科");
}

TEST_F(Extraction, TakesNoTitleForANumber)
{
    profile.recognisers.push_back({{"执业证明书"}, {}, 0.1, {}});
    const auto read = [&](const char* below) {
        return value(extract({printed("编码", 20, 40), printed(below, 20, 46)}), "document.number");
    };
    EXPECT_EQ(read("周年执业证明书"), "absent");
    // A seal's words over a number are another thing: what stands there is read again.
    EXPECT_EQ(read("人民医院专用章"), "");
}

TEST_F(Extraction, KnowsALabelThatIsAnAbbreviation)
{
    profile.fields[3].labels = {"Certificate No."};
    EXPECT_EQ(
        value(extract({printed("Certificate No.", 20, 40), printed("M05790", 20, 47)}), "document.number"), "M05790");
}

TEST_F(Extraction, GivesAPrintedNumberToTheFieldWhoseFormItHas)
{
    profile.fields[3].labels = {"No."};
    profile.fields.push_back(spec("registration.number", FieldKind::Number, {}));
    profile.fields.back().pattern = R"(^M\d{5}$)";
    profile.fields.back().search = {R"(\b(M\d{5})\b)"};
    const auto document = extract({printed("MCHK No.: M05790", 20, 40)});
    EXPECT_EQ(value(document, "registration.number"), "M05790");
    EXPECT_EQ(value(document, "document.number"), "absent");
}

TEST_F(Extraction, LooksBehindATranslation)
{
    const auto document = extract({printed("编码 Certificate Code            110440304001234", 20, 40)});
    EXPECT_EQ(value(document, "document.number"), "110440304001234");
}

TEST_F(Extraction, TakesNoTranslationForAValue)
{
    const auto document = extract({printed("陈大文", 22, 36), printed("110440304001234", 92, 36),
        printed("姓名 Holder", 20, 43), printed("编码 Certificate Code", 90, 43), printed("1985年6月3日", 22, 60),
        printed("出生日期 Birthday", 20, 67)});
    EXPECT_EQ(value(document, "holder.birth-date"), "1985-06-03");
    EXPECT_EQ(value(document, "document.number"), "110440304001234");
    EXPECT_EQ(value(document, "holder.name.han"), "陈大文");
}

TEST_F(Extraction, FindsADateAboveALabelInTwoLanguages)
{
    profile.fields.push_back(spec("issue.date", FieldKind::Date, {"签发日期"}));
    const auto document = extract({printed("05/12/2025", 20, 40), printed("签发日期 Dafe issved", 20, 46)});
    EXPECT_EQ(value(document, "issue.date"), "2025-12-05");
}

TEST_F(Extraction, FindsValuesOverLabelsThatArePrintedUnderTheirRule)
{
    const auto document = extract({printed("陈大文", 20, 40), printed("110440304001234", 90, 40),
        printed("姓名", 20, 46), printed("编码", 90, 46), printed("1985年6月3日", 20, 60),
        printed("2029年5月6日", 90, 60), printed("出生日期", 20, 66), printed("Valid until", 90, 66)});
    EXPECT_EQ(value(document, "holder.name.han"), "陈大文");
    EXPECT_EQ(value(document, "document.number"), "110440304001234");
    EXPECT_EQ(value(document, "holder.birth-date"), "1985-06-03");
}

TEST_F(Extraction, TakesNoDateForANumber)
{
    profile.fields.push_back(spec("xx.reference", FieldKind::Number, {"Reference"}));
    const auto document = extract({printed("Reference", 20, 40), printed("6th December 2024", 20, 46)});
    EXPECT_FALSE(value(document, "xx.reference").find("2024") != std::string::npos);
}

TEST_F(Extraction, CutsNoNameAtALetterLessThanAShortLabel)
{
    profile.fields.push_back(spec("holder.name.latin", FieldKind::LatinName, {"Name", "certify that"}));
    const auto document = extract({printed("This is to certify that PAU, Hiu Nam (Registration", 20, 40)});
    EXPECT_EQ(value(document, "holder.name.latin"), "PAU, Hiu Nam");
}

TEST_F(Extraction, FindsAValueBesideALabelThatIsBrokenOverTwoLines)
{
    profile.fields[4].labels = {"医师资格证书编码"};
    profile.fields[3].labels = {"证书编码"};
    const auto document = extract({printed("医师资格", 20, 40), printed("201644220370102198805095894", 60, 43),
        printed("证书编码", 20, 46), printed("执业", 20, 70)});
    EXPECT_EQ(value(document, "qualification.number"), "201644220370102198805095894");
    EXPECT_EQ(value(document, "document.number"), "absent");
}

TEST_F(Extraction, FindsAValueBesideTheMiddleOfALabelInTwoLanguages)
{
    const auto document
        = extract({printed("Commencement", 20, 40), printed("1 January 2026", 60, 42.6), printed("Valid from", 20, 45),
            printed("Expiry", 20, 60), printed("31 December 2026", 60, 62.6), printed("Valid until", 20, 65)});
    EXPECT_EQ(value(document, "valid.from"), "2026-01-01");
    EXPECT_EQ(value(document, "valid.until"), "2026-12-31");
}

TEST_F(Extraction, TakesNoLineOverAnEmptyLabelForItsValue)
{
    profile.fields.push_back(spec("holder.name.latin", FieldKind::LatinName, {"Name in English"}));
    const auto sentence
        = extract({printed("This licence is issued by the Council", 20, 40), printed("执业机构", 20, 45)});
    EXPECT_EQ(value(sentence, "institution.name"), "absent");
    const auto officer = extract({printed("WONG Siu Ming", 20, 40), printed("Name in English", 20, 45)});
    EXPECT_NE(value(officer, "holder.name.latin"), "WONG, Siu Ming");
}

TEST_F(Extraction, LeavesAValueToTheLabelAboveIt)
{
    profile.fields.push_back(spec("practice.place", FieldKind::Text, {"Address"}));
    profile.fields.push_back(spec("holder.name.latin", FieldKind::LatinName, {"Holder"}));
    const auto document = extract({printed("Holder", 20, 40), printed("CHAN Tai Man", 20, 46.5),
        printed("Address", 20, 51.5), printed("12 Nathan Road", 20, 58.5)});
    EXPECT_EQ(value(document, "practice.place"), "12 Nathan Road");
    EXPECT_EQ(value(document, "holder.name.latin"), "CHAN, Tai Man");
}

TEST_F(Extraction, BorrowsNoValueThatIsNearerToTheNextLabel)
{
    const auto document = extract({printed("Valid from", 20, 40), printed("有效至此", 20, 45),
        printed("31 December 2026", 60, 47.6), printed("Valid until", 20, 50)});
    EXPECT_NE(value(document, "valid.from"), "2026-12-31");
    EXPECT_EQ(value(document, "valid.until"), "2026-12-31");
}

TEST_F(Extraction, KeepsNumbersThatHoldADateOrStandBesideOne)
{
    for (const char* number : {"DL/2024/12/06", "A2019/05/06/12", "粤械20190506", "第20190506号"})
        EXPECT_NE(value(extract({printed("编码 " + std::string(number), 20, 40)}), "document.number"), "absent")
            << number;
    profile.fields[3].pattern = R"(^M\d{5}$)";
    EXPECT_EQ(value(extract({printed("编码 M12345 dated 6 December 2024", 20, 40)}), "document.number"), "M12345");
}

TEST_F(Extraction, FindsAValueBesideTheFirstLineOfABrokenLabel)
{
    profile.fields.push_back(spec("issue.date", FieldKind::Date, {"Date", "Date of issue"}));
    const auto document
        = extract({printed("Date", 20, 40), printed("6 December 2024", 60, 40), printed("of issue", 20, 46)});
    EXPECT_EQ(value(document, "issue.date"), "2024-12-06");
}

TEST_F(Extraction, FindsANameSmallerThanThePagesPrintOrBesideAMisreadLabel)
{
    profile.fields.push_back(spec("holder.name.latin", FieldKind::LatinName, {"Name"}));
    EXPECT_EQ(value(extract({printed("Nane   CHAN Tai Man", 20, 40)}), "holder.name.latin"), "CHAN, Tai Man");
}

TEST_F(Extraction, ReadsAPeriodThatIsSetWideToItsEnd)
{
    profile.fields[6].labels = profile.fields[7].labels = {"Period of validity"};
    const auto document = extract(
        {printed("Period of validity", 60, 40), printed("15 February 2026    –    31 December 2026", 50, 46)});
    EXPECT_EQ(value(document, "valid.from"), "2026-02-15");
    EXPECT_EQ(value(document, "valid.until"), "2026-12-31");
    const auto cut = extract({printed("Period of validity", 60, 40), printed("15 February 2026 –", 50, 46)});
    EXPECT_NE(value(cut, "valid.until"), "2026-02-15") << "a beginning is no end";
}

TEST_F(Extraction, TakesNoEnglishLabelForAChineseValue)
{
    profile.fields[5].lang = "zh-Hans";
    const auto document = extract({printed("执业机构", 20, 40), printed("Place of Work", 20, 45)});
    EXPECT_NE(value(document, "institution.name"), "Place of Work");
}

TEST_F(Extraction, JoinsAShortLabelThatIsBrokenLetterByLetter)
{
    profile.fields[5].labels = {"执业地点"};
    const auto document
        = extract({printed("执业", 20, 40), printed("广东省深圳市", 60, 43), printed("地点", 20, 45.5)});
    EXPECT_EQ(value(document, "institution.name"), "广东省深圳市");
}

namespace {

/// The line in print that many times as large, from the same corner.
Line enlarged(Line line, double times)
{
    const Region corner = line.region;
    const auto grown = [&](const Region& region) {
        return Region{corner.x + (region.x - corner.x) * times, corner.y, region.width * times, region.height * times};
    };
    for (Word& word : line.words)
        word.region = grown(word.region);
    line.region = grown(line.region);
    line.quad = quadOf(line.region);
    return line;
}

} // namespace

TEST_F(Extraction, LooksForALargeValueFurtherBelowASmallLabel)
{
    const Line label = enlarged(printed("Valid until", 20, 40), 0.75);
    const double below = 43 + 0.75 * 4 * 2.8; // beyond what small print reaches
    EXPECT_EQ(value(extract({label, enlarged(printed("31 DEC 2026", 20, below), 1.2)}), "valid.until"), "2026-12-31");
    EXPECT_NE(value(extract({label, enlarged(printed("31 DEC 2026", 20, below), 0.75)}), "valid.until"), "2026-12-31");
}

TEST_F(Extraction, FindsAValueSetLowerBesideALabelWhoseTranslationWasNotRead)
{
    EXPECT_EQ(value(extract({printed("编码", 20, 40), printed("110440304001234", 60, 43.2), printed("姓名", 20, 56)}),
                  "document.number"),
        "110440304001234");
    EXPECT_EQ(
        value(extract({printed("编码", 20, 40), printed("110440304001234", 60, 45.6)}), "document.number"), "absent")
        << "the next row's";
}

TEST_F(Extraction, FindsAValueBetweenItsLabelsWhereTheFormShowsIt)
{
    profile.fields[3].pattern = R"(^P\d{5}$)";
    const std::vector<Line> row{printed("Entry", 10, 60), printed("P01754", 70, 60), printed("编码", 140, 60)};
    EXPECT_NE(value(extract(row), "document.number"), "P01754") << "it may be another field's";
    std::vector<Line> form = row;
    for (const Line& line :
        {printed("Valid until", 10, 40), printed("31 DEC 2026", 70, 40), printed("有效期", 140, 40)})
        form.push_back(line);
    EXPECT_NE(value(extract(form), "document.number"), "P01754") << "one row may look so by chance";
    for (const Line& line : {printed("Name", 10, 50), printed("陈大文", 70, 50), printed("姓名", 140, 50)})
        form.push_back(line);
    EXPECT_EQ(value(extract(form), "document.number"), "P01754");
    form[1] = printed("Surgery", 70, 60);
    EXPECT_EQ(value(extract(form), "document.number"), "absent");
    form[1] = row[1];
    form[0] = printed("remarks", 10, 160);
    EXPECT_NE(value(extract(form), "document.number"), "P01754") << "nothing heads the row";
    form[0] = printed("资格证书编码", 10, 60);
    EXPECT_NE(value(extract(form), "document.number"), "P01754") << "another label heads the row";
    form[0] = row[0];
    std::string many;
    for (int i = 0; i < 500; ++i)
        many += "编码：";
    form.push_back(printed(many, 10, 100));
    EXPECT_NE(value(extract(form), "document.number"), "P01754") << "no form has so many labels to compare";
    form.back() = printed("7", 170, 60);
    EXPECT_NE(value(extract(form), "document.number"), "P01754") << "the label does not end the row";
}

TEST_F(Extraction, FindsAHanNameBesideTheLatinOneButDoesNotBelieveIt)
{
    for (const auto& page :
        {std::vector<Line>{printed("Name 姓名", 20, 40), printed("CHAN Tai Man", 20, 48), printed("陈大文", 100, 48)},
            std::vector<Line>{printed("Name", 20, 40), printed("CHAN Tai Man", 40, 40), printed("陈大文", 100, 40)}}) {
        const auto document = extract(page);
        const Field* name = document.field("holder.name.han");
        ASSERT_NE(name, nullptr);
        EXPECT_EQ(name->value, "陈大文");
        EXPECT_EQ(name->certainty, Certainty::Uncertain) << "whatever stands there may be another field's";
    }
}

TEST_F(Extraction, TakesNoHanPrintOfAnotherColumnForAName)
{
    EXPECT_EQ(value(extract({printed("Name 姓名", 20, 40), printed("执业机构", 95, 40), printed("CHAN Tai Man", 20, 48),
                        printed("佛山医院", 100, 48)}),
                  "holder.name.han"),
        "absent");
    EXPECT_EQ(value(extract({printed("Name", 20, 40), printed("CHAN Tai Man", 40, 40), printed("Native place", 100, 40),
                        printed("江苏省", 140, 40)}),
                  "holder.name.han"),
        "absent")
        << "other print stands between";
    EXPECT_EQ(value(extract({printed("Name", 20, 40), printed("CHAN Tai Man", 40, 40), printed("男", 100, 40)}),
                  "holder.name.han"),
        "absent");
    const auto below = extract({printed("Name", 20, 40), printed("CHAN Tai Man", 40, 40), printed("江苏省", 140, 40),
        printed("陈大文", 20, 47)});
    EXPECT_EQ(value(below, "holder.name.han"), "陈大文");
}

TEST_F(Extraction, TakesNoSecondLineForAWholeValue)
{
    const auto document = extract({printed("执业机构", 20, 40), printed("深圳市第一人民", 60, 37),
        printed("医院南山分院", 60, 43), printed("备注", 20, 70)});
    EXPECT_NE(value(document, "institution.name"), "医院南山分院");
}

TEST_F(Extraction, LooksNotBeyondTheNextPrintBelow)
{
    EXPECT_EQ(value(extract({enlarged(printed("执业机构", 20, 40), 0.75),
                        enlarged(printed("（此处填写）由医院填写并盖章", 20, 52), 0.75),
                        enlarged(printed("深圳市卫生局", 20, 58), 2)}),
                  "institution.name"),
        "absent");
    EXPECT_EQ(
        value(extract({enlarged(printed("执业机构", 20, 40), 0.75), enlarged(printed("深圳市卫生局", 20, 56), 3)}),
            "institution.name"),
        "absent")
        << "a title of another size";
}

TEST_F(Extraction, BelievesNoFormBecauseItsLabelsStandBeforeTheirValues)
{
    std::vector<Line> form{
        printed("Date of test", 10, 60), printed("3 June 2019", 60, 60), printed("Valid until", 140, 60)};
    for (const double y : {30.0, 40.0, 50.0})
        for (const Line& line : {printed("姓名", 10, y), printed("陈大文", 40, y), printed("Name", 100, y),
                 printed("CHAN Tai Man", 120, y)})
            form.push_back(line);
    EXPECT_EQ(value(extract(form), "valid.until"), "absent");
}

TEST_F(Extraction, LooksElsewhereWhereNothingOfAFieldsKindWasLegible)
{
    profile.fields = {spec("practice.category", FieldKind::Choice, {"职业"})};
    profile.fields[0].choices = {{"护士", "护士"}, {"医生", "医生"}};
    const auto document = extract({printed("职业", 20, 40), printed("#### ####", 40, 40), printed("护士", 20, 46)});
    EXPECT_EQ(value(document, "practice.category"), "护士");
    profile.fields = {spec("title.specialty", FieldKind::Text, {"职业"})};
    again = [](const PassRequest& request, const std::string& truth) {
        return request.region.x.value < 30 ? truth : std::string();
    };
    const auto words = extract({printed("职业", 20, 40), printed("::::", 40, 40), printed("护士", 20, 46)});
    ASSERT_NE(words.field("title.specialty"), nullptr);
    EXPECT_NE(words.field("title.specialty")->certainty, Certainty::Unreadable);
}

TEST_F(Extraction, LooksFurtherDownUnderTheHeadsOfATable)
{
    const std::vector<Line> table{printed("姓名", 20, 40), printed("性别", 80, 40), printed("编码", 140, 40),
        printed("陈大文", 20, 58), printed("女", 80, 58), printed("110440304001234", 140, 58)};
    const auto document = extract(table);
    EXPECT_EQ(value(document, "holder.name.han"), "陈大文");
    EXPECT_EQ(value(document, "document.number"), "110440304001234");
    EXPECT_EQ(value(extract({table[0], table[3]}), "holder.name.han"), "absent") << "no table";
}

TEST_F(Extraction, TakesNoClauseForAValueThatHasAForm)
{
    profile.fields = {spec("qualification.name", FieldKind::Text, {"qualification of"})};
    profile.fields[0].pattern = R"(^MB ?BS[ A-Za-z()]*\d{4}$)";
    EXPECT_EQ(value(extract({printed("the qualification of MB BS (HK) 2008, and having paid the fee", 20, 40)}),
                  "qualification.name"),
        "MB BS (HK) 2008");
    again = [](const PassRequest&, const std::string& truth) { return "of " + truth; };
    EXPECT_EQ(value(extract({printed("the qualification of MB BS (HK) 2008, and", 20, 40)}), "qualification.name"),
        "MB BS (HK) 2008");
}

TEST_F(Extraction, LeavesTheNeighboursInALineOfHanOutOfAValuesPicture)
{
    profile.fields = {spec("institution.name", FieldKind::Text, {})};
    profile.fields[0].search = {"在(.{4,8}大学)完成"};
    double left = 0, right = 0;
    again = [&](const PassRequest& request, const std::string&) {
        left = request.region.x.value;
        right = request.region.right().value;
        return std::string("广州医科大学");
    };
    EXPECT_EQ(value(extract({printed("在广州医科大学完成学业", 20, 40)}), "institution.name"), "广州医科大学");
    EXPECT_NEAR(left, 24, 0.5);
    EXPECT_NEAR(right, 48, 0.5);
}

TEST_F(Extraction, PartsALatinNameAsTheHanNameShowsIt)
{
    profile.fields.push_back(spec("holder.name.latin", FieldKind::LatinName, {"英文姓名"}));
    services.parts = [](const std::string& latin, const std::string& han) -> std::optional<std::string> {
        return latin == "LAI SZE MAN" && han == "黎思敏" ? std::optional<std::string>("LAI, SZE MAN") : std::nullopt;
    };
    EXPECT_EQ(value(extract({printed("姓名：黎思敏", 20, 40), printed("英文姓名： LAI SZE MAN", 20, 50)}),
                  "holder.name.latin"),
        "LAI, SZE MAN");
    EXPECT_EQ(value(extract({printed("姓名：陈大文", 20, 40), printed("英文姓名： LAI SZE MAN", 20, 50)}),
                  "holder.name.latin"),
        "LAI SZE MAN");
}

} // namespace vidimus::tests
