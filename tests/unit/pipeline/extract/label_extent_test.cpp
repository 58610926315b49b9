#include "extraction.hpp"

namespace vidimus::tests {
namespace {

/// The same line in letters of half the size.
Line small(Line line)
{
    const auto halve = [&](Region& region) {
        region.x = line.region.x + (region.x - line.region.x) * 0.5;
        region.width = region.width * 0.5;
        region.height = region.height * 0.5;
    };
    for (Word& word : line.words)
        halve(word.region);
    halve(line.region);
    return line;
}

} // namespace

TEST_F(Extraction, TakesNoBracketsBehindALabelForItsValue)
{
    profile.fields = {spec("title.specialty", FieldKind::Text, {"Specialty"})};
    EXPECT_EQ(
        value(extract({printed("Specialty (English)", 20, 40), printed("Cardiology", 20, 48)}), "title.specialty"),
        "Cardiology");
    EXPECT_EQ(value(extract({printed("Specialty (Cardiology)", 20, 40)}), "title.specialty"), "(Cardiology)")
        << "where nothing else is there, the brackets are the value's";
}

TEST_F(Extraction, TakesNoAndOfALabelForItsValue)
{
    profile.fields = {spec("product.holder", FieldKind::Text, {"證明書持有人"})};
    EXPECT_EQ(value(extract({printed("證明書持有人及地址", 20, 40), printed("Bright Harbour Limited", 120, 40)}),
                  "product.holder"),
        "Bright Harbour Limited");
}

TEST_F(Extraction, TakesNoRestOfALabelForItsValueWhereValuesStandUnderLabels)
{
    profile.fields = {spec("title.specialty", FieldKind::Text, {"Specialty"}),
        spec("holder.name.latin", FieldKind::LatinName, {"Name"}),
        spec("registration.number", FieldKind::Number, {"No."}), spec("issue.date", FieldKind::Date, {"Date"})};
    const std::vector<Line> form{printed("Name", 20, 40), printed("CHAN Tai Man", 20, 46), printed("No.", 20, 60),
        printed("M12345", 20, 66), printed("Date", 20, 80), printed("3 June 1985", 20, 86)};
    auto under = form;
    under.push_back(printed("Specialty in which registered", 20, 100));
    under.push_back(printed("Cardiology", 20, 106));
    EXPECT_EQ(value(extract(under), "title.specialty"), "Cardiology");
    EXPECT_EQ(value(extract({under[6], under[7]}), "title.specialty"), "in which registered")
        << "nothing else shows how this form is made";
    auto beside = form;
    beside.push_back(printed("Specialty: General Surgery", 20, 100));
    beside.push_back(printed("Kowloon", 20, 106));
    EXPECT_EQ(value(extract(beside), "title.specialty"), "General Surgery");
}

TEST_F(Extraction, LooksUnderAnUnknownTranslationBelowALabel)
{
    profile.fields = {spec("study.major", FieldKind::Text, {"专业"}),
        spec("study.until", FieldKind::Date, {"毕业日期"}), spec("institution.name", FieldKind::Text, {"学校名称"})};
    const auto cell = [](const char* label, const char* english, const char* text, double y) {
        return std::vector<Line>{printed(label, 20, y), small(printed(english, 20, y + 4.5)), printed(text, 20, y + 7)};
    };
    std::vector<Line> form;
    for (auto& part :
        {cell("专业", "Major", "Nursing", 40), cell("毕业日期", "Date of graduation", "2020年6月23日", 60),
            cell("学校名称", "Institution", "暨南大学", 80)})
        form.insert(form.end(), part.begin(), part.end());
    const auto document = extract(form);
    EXPECT_EQ(value(document, "study.major"), "Nursing");
    EXPECT_EQ(value(document, "study.until"), "2020-06-23");
    EXPECT_EQ(value(document, "institution.name"), "暨南大学");
}

TEST_F(Extraction, TakesNoWordOfASentenceForALabel)
{
    profile.fields = {spec("qualification.name", FieldKind::Text, {"Qualification"})};
    EXPECT_EQ(
        value(extract({printed("holding the qualification of MB BS, and having paid", 20, 40)}), "qualification.name"),
        "absent");
    EXPECT_EQ(value(extract({printed("qualification: MB BS", 20, 40)}), "qualification.name"), "MB BS");
    profile.fields = {spec("qualification.name", FieldKind::Text, {"qualification of"})};
    EXPECT_EQ(value(extract({printed("holding the qualification of MB BS", 20, 40)}), "qualification.name"), "MB BS")
        << "a label that the profile writes as part of a sentence";
}

TEST_F(Extraction, TakesNoWordAmidAHanSentenceForALabel)
{
    profile.fields = {spec("institution.name", FieldKind::Text, {"评审机构"}),
        spec("holder.sex", FieldKind::Sex, {"性别"}), spec("holder.ethnicity", FieldKind::Text, {"所属民族"})};
    EXPECT_EQ(value(extract({printed("本证书由评审机构核准生成", 20, 40)}), "institution.name"), "absent");
    EXPECT_EQ(value(extract({printed("评审机构深圳市评审委员会", 20, 40)}), "institution.name"), "深圳市评审委员会");
    EXPECT_EQ(value(extract({printed("性别男所属民族苗", 20, 40)}), "holder.ethnicity"), "苗");
}

TEST_F(Extraction, TakesNoDateOverAWordOfASentence)
{
    profile.fields = {spec("issue.date", FieldKind::Date, {"Date of this certificate"})};
    EXPECT_EQ(value(extract({printed("20 August 2011 under number 7515858.", 20, 40),
                        printed("On the date of this certificate the doctor is", 20, 46)}),
                  "issue.date"),
        "absent");
    EXPECT_EQ(value(extract({printed("and the date of this certificate is 7 November 2026", 20, 40)}), "issue.date"),
        "2026-11-07");
}

TEST_F(Extraction, TakesNoBeginningOfAPeriodForItsEnd)
{
    profile.fields
        = {spec("valid.from", FieldKind::Date, {"有效期自"}), spec("valid.until", FieldKind::Date, {"有效期", "至"})};
    profile.fields[1].last = true;
    auto document = extract({printed("有效期自 / from", 20, 40), printed("2025年4月16日", 20, 46)});
    EXPECT_EQ(value(document, "valid.from"), "2025-04-16");
    EXPECT_EQ(value(document, "valid.until"), "absent");
    profile.fields.erase(profile.fields.begin());
    document = extract({printed("有效期自2025年4月16日至2028年4月15日", 20, 40)});
    EXPECT_EQ(value(document, "valid.until"), "2028-04-15");
    // Under one label for both stand two dates, each in a column of its own.
    profile = licence();
    document
        = extract({printed("有效期", 20, 40), printed("2025年4月16日", 20, 46), printed("2028年4月15日", 120, 46)});
    EXPECT_NE(value(document, "valid.until"), "2025-04-16");
}

TEST_F(Extraction, JoinsNoLabelAcrossAStop)
{
    profile.fields
        = {spec("title.rank", FieldKind::Text, {"资格级别"}), spec("qualification.class", FieldKind::Text, {"级别"})};
    const auto document = extract({printed("取得副主任护师资格，级别为副高级，特发此证", 20, 40)});
    EXPECT_EQ(value(document, "title.rank"), "absent");
    EXPECT_EQ(value(document, "qualification.class"), "副高级");
}

TEST_F(Extraction, KnowsALabelOfTheColumnByWhatWasReadOfIt)
{
    profile.fields.push_back(spec("holder.address", FieldKind::Place, {"住址", "住所"}));
    const std::vector<Line> card{printed("姓名", 20, 40), printed("陈大文", 60, 40), printed("性别", 20, 50),
        printed("男", 60, 50), printed("住", 20, 60), printed("深圳市福田区1号", 60, 60)};
    EXPECT_EQ(value(extract(card), "holder.address"), "深圳市福田区1号");
    auto apart = card;
    apart[4] = printed("住", 30, 60);
    EXPECT_EQ(value(extract(apart), "holder.address"), "absent") << "not in the labels' column";
    profile.fields.push_back(spec("holder.place", FieldKind::Place, {"住地"}));
    EXPECT_EQ(value(extract(card), "holder.address"), "absent") << "it may be another field's";
    profile.fields.pop_back();
    auto twice = card;
    twice.push_back(printed("住址", 20, 70));
    twice.push_back(printed("广州市天河区", 60, 70));
    EXPECT_EQ(value(extract(twice), "holder.address"), "广州市天河区");
}

} // namespace vidimus::tests
