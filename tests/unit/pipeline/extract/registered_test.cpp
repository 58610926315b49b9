#include "extraction.hpp"

#include "pipeline/extract/design_print.hpp"
#include "pipeline/extract/registered_fields.hpp"
#include "pipeline/extract/registered_page.hpp"

namespace vidimus::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The invented licence with an exemplar of it, on which the page lies shifted by 3 mm to the right and 2 mm down.
class Registered : public Extraction {
protected:
    Registered()
    {
        exemplar.profile = profile.id;
        exemplar.print.width = {210};
        exemplar.print.height = {297};
        exemplar.print.digest = "one";
        registrations["one"] = {{{1, 0, 3, 0, 1, 2, 0, 0, 1}}, 200, 150};
    }
    /// The field's place on the exemplar, given as it is on the page.
    void place(const std::string& field, double x, double y, double width, double height = 4)
    {
        exemplar.boxes.push_back({field, {}, {{x - 3}, {y - 2}, {width}, {height}}});
    }
    Document extracted(const std::vector<Line>& lines)
    {
        profile.exemplars = {std::make_shared<const profiles::Exemplar>(exemplar)};
        return extract(lines);
    }
    static std::vector<std::string> located(const Document& document, std::string_view id)
    {
        const Field* field = document.field(id);
        return field ? field->located : std::vector<std::string>{"absent"};
    }
    static Certainty certainty(const Document& document, std::string_view id)
    {
        const Field* field = document.field(id);
        return field ? field->certainty : Certainty::Unreadable;
    }

    profiles::Exemplar exemplar;
};

TEST_F(Registered, AValueWhoseLabelIsGoneIsFoundInItsBox)
{
    place("document.number", 60, 40, 24);
    const auto document
        = extracted({printed("LICENCE", 20, 10), printed("X#~", 20, 40), printed("HS-1234567", 60, 40)});
    EXPECT_EQ(value(document, "document.number"), "HS-1234567");
    EXPECT_EQ(certainty(document, "document.number"), Certainty::Accepted);
    EXPECT_THAT(located(document, "document.number"), ElementsAre("exemplar"));
    EXPECT_EQ(registered, 1);

    registrations.clear();
    EXPECT_EQ(value(extracted({printed("LICENCE", 20, 10), printed("X#~", 20, 40), printed("HS-1234567", 60, 40)}),
                  "document.number"),
        "absent");
}

TEST_F(Registered, AValueThatWasNotSeenAtAllIsReadInItsBox)
{
    place("document.number", 60, 40, 24);
    FakeFile file({printed("LICENCE", 20, 10)});
    file.registrations = registrations;
    file.inGaps = "HS-1234567";
    profile.exemplars = {std::make_shared<const profiles::Exemplar>(exemplar)};
    const auto document = extract(file);
    EXPECT_EQ(value(document, "document.number"), "HS-1234567");
    EXPECT_THAT(located(document, "document.number"), ElementsAre("exemplar"));
}

TEST_F(Registered, APageOfAProfileWithoutExemplarsIsNeverLaidOntoOne)
{
    extract({printed("LICENCE", 20, 10)});
    EXPECT_EQ(registered, 0);
}

TEST_F(Registered, WhereEveryFieldIsSureNothingIsAsked)
{
    profile.fields = {spec("document.number", FieldKind::Number, {"No."})};
    place("document.number", 30, 40, 24);
    extracted({printed("LICENCE", 20, 10), printed("No. HS-1234567", 20, 40)});
    EXPECT_EQ(registered, 0);
}

TEST_F(Registered, LabelAndExemplarThatPointAtTheSamePrintAreBothNamed)
{
    profile.fields = {spec("document.number", FieldKind::Number, {"No."}), spec("holder.sex", FieldKind::Sex, {"Sex"})};
    place("document.number", 28, 40, 24);
    const auto document = extracted({printed("LICENCE", 20, 10), printed("No. HS-1234567", 20, 40)});
    EXPECT_THAT(located(document, "document.number"), ElementsAre("label", "exemplar"));
    EXPECT_EQ(certainty(document, "document.number"), Certainty::Accepted);
    EXPECT_EQ(registered, 1) << "the sex was not found";
}

TEST_F(Registered, OtherPrintOfTheSameFormInTheBoxLeavesTheFieldUncertain)
{
    profile.fields = {spec("document.number", FieldKind::Number, {"No."}), spec("holder.sex", FieldKind::Sex, {"Sex"})};
    profile.fields[0].pattern = R"(HS-\d{7})";
    place("document.number", 120, 60, 24);
    const auto document
        = extracted({printed("LICENCE", 20, 10), printed("No. HS-1234567", 20, 40), printed("HS-7654321", 120, 60)});
    const Field* field = document.field("document.number");
    ASSERT_TRUE(field);
    EXPECT_EQ(field->value, "HS-1234567");
    EXPECT_EQ(field->certainty, Certainty::Uncertain);
    ASSERT_EQ(field->alternatives.size(), 1u);
    EXPECT_EQ(field->alternatives.front().value, "HS-7654321");
    EXPECT_THAT(field->located, ElementsAre("label"));
}

TEST_F(Registered, PrintThatIsAnotherFieldsContradictsNothing)
{
    profile.fields = {spec("document.number", FieldKind::Number, {"No."}),
        spec("qualification.number", FieldKind::Number, {"Cert."}), spec("holder.sex", FieldKind::Sex, {"Sex"})};
    place("document.number", 128, 60, 24);
    const auto document = extracted(
        {printed("LICENCE", 20, 10), printed("No. HS-1234567", 20, 40), printed("Cert. HS-7654321", 120, 60)});
    EXPECT_EQ(certainty(document, "document.number"), Certainty::Accepted);
}

TEST_F(Registered, OfALabelLedAstrayAndABoxTheOneThatHasTheFormIsTaken)
{
    profile.fields = {spec("document.number", FieldKind::Number, {"No."})};
    profile.fields[0].pattern = R"(HS-\d{7})";
    again = [](const PassRequest& request, const std::string& text) {
        // The print beside the label is never read the same twice.
        static int turn = 0;
        return text.starts_with("Q") ? "Q" + std::to_string(++turn) : (void(request), text);
    };
    place("document.number", 120, 60, 24);
    const auto document
        = extracted({printed("LICENCE", 20, 10), printed("No. Q1234", 20, 40, 0.4), printed("HS-7654321", 120, 60)});
    EXPECT_EQ(value(document, "document.number"), "HS-7654321");
    EXPECT_EQ(certainty(document, "document.number"), Certainty::Accepted);
    EXPECT_FALSE(document.field("document.number")->alternatives.empty()) << "never silently";
}

TEST_F(Registered, AValueInRunningTextThatTheBoxCutsIsNeverAccepted)
{
    profile.fields = {spec("institution.name", FieldKind::Text, {"Hospital"})};
    place("institution.name", 60, 40, 20);
    const auto document = extracted({printed("LICENCE", 20, 10),
        printed("it is hereby made known that Saint Mary of the Hill and its branches may be entered", 20, 40)});
    EXPECT_NE(certainty(document, "institution.name"), Certainty::Accepted);
}

TEST_F(Registered, AnotherValueMayBeLongerThanTheExemplars)
{
    profile.fields = {spec("institution.name", FieldKind::Text, {"Hospital"})};
    place("institution.name", 60, 40, 16);
    const auto document = extracted({printed("LICENCE", 20, 10), printed("Saint Mary of Hills", 60, 40)});
    EXPECT_EQ(value(document, "institution.name"), "Saint Mary of Hills");
    EXPECT_EQ(certainty(document, "institution.name"), Certainty::Accepted);
}

TEST_F(Registered, OfSeveralExemplarsTheOneThatFitsBestCounts)
{
    place("document.number", 60, 40, 24);
    auto other = exemplar;
    other.print.digest = "two";
    other.boxes[0].region.x = {120};
    registrations["two"] = {{}, 50, 40};
    profile.exemplars
        = {std::make_shared<const profiles::Exemplar>(other), std::make_shared<const profiles::Exemplar>(exemplar)};
    const auto document = extract({printed("LICENCE", 20, 10), printed("HS-1234567", 60, 40), printed("A-7", 121, 38)});
    EXPECT_EQ(value(document, "document.number"), "HS-1234567");
}

TEST(RegistrationIn, IllFormedFactsAreNone)
{
    const Fact good{"page.registration",
        {{"part", "1"}, {"transform", "1 0 3 0 1 2 0 0 1"}, {"matches", "90"}, {"inliers", "80"}}, 0};
    ASSERT_TRUE(registrationIn(good, 1));
    EXPECT_EQ(registrationIn(good, 1)->inliers, 80);
    EXPECT_EQ(registrationIn(good, 1)->toPage({{0}, {0}}), (Point{{3}, {2}}));
    EXPECT_FALSE(registrationIn(good, 0)) << "of another part";
    for (const auto& [name, text] : std::vector<std::pair<std::string, std::string>>{{"transform", "1 0 3 0 1 2 0 0"},
             {"transform", "1 0 nan 0 1 2 0 0 1"}, {"inliers", "many"}, {"part", ""}}) {
        Fact bad = good;
        bad.values[name] = text;
        EXPECT_FALSE(registrationIn(bad, 1)) << name << " " << text;
    }
}

TEST(DesignPrint, APlaceBesideAnotherIsLeftInPieces)
{
    const Region place{{10}, {10}, {40}, {10}};
    EXPECT_THAT(without(place, {{60}, {10}, {5}, {5}}), ElementsAre(place));
    EXPECT_THAT(without(place, {{0}, {0}, {100}, {100}}), IsEmpty());
    const auto left = without(place, {{20}, {12}, {10}, {4}});
    double area = 0;
    for (const Region& one : left) {
        area += one.area();
        EXPECT_TRUE(intersected(one, {{20}, {12}, {10}, {4}}).empty());
    }
    EXPECT_DOUBLE_EQ(area, place.area() - 40);
}

TEST(DesignPrint, TheWordingIsWhatTheProfileNamesAndNoValue)
{
    Pass text;
    text.lines = {printed("LICENCE", 20, 10), printed("No. HS-1234567", 20, 40), printed("Chan Tai Man", 20, 60)};
    const auto wording = wordingOf(text, 0, licence(), {});
    const auto covered = [&](double x, double y) {
        return std::any_of(wording.begin(), wording.end(), [&](const Region& one) {
            return one.x.value <= x && x <= one.right().value && one.y.value <= y && y <= one.bottom().value;
        });
    };
    EXPECT_TRUE(covered(25, 12)) << "the title";
    EXPECT_TRUE(covered(22, 42)) << "the label";
    EXPECT_FALSE(covered(40, 42)) << "its value";
    EXPECT_FALSE(covered(25, 62)) << "a name that no field claims";
    EXPECT_THAT(wordingOf(text, 0, licence(), {{{0}, {0}, {210}, {50}}}), IsEmpty());
}

/// Making an exemplar of the invented licence, of a page on which the number is sure and the name is not.
class ExemplarOf : public Extraction {
protected:
    ExemplarOf()
        : file({printed("LICENCE", 20, 10), printed("No. HS-1234567", 20, 40), printed("Name", 20, 60),
            printed("陈大文", 60, 60, 0.3)})
    {
        // A grid over the whole page: a reader that heeds nothing.
        for (int y = 2; y < 297; y += 4)
            for (int x = 2; x < 210; x += 8)
                file.keyPoints.push_back({{{1.0 * x}, {1.0 * y}}, {0}, 0, {}});
        file.again = [turn = 0](const PassRequest&, const std::string& text) mutable {
            const std::string names[]{"陈太文", "陈犬文", "陈丈文", "陈文", "东大文"};
            return text.find("陈大文") == std::string::npos ? text : names[turn++ % 5];
        };
    }
    Result<profiles::Exemplar> make()
    {
        const Document document = extract(file);
        Reading reading;
        PassReader reader(file, reading, {});
        return exemplarOf(reader, document, document.parts.front(), profile);
    }
    FakeFile file;
};

TEST_F(ExemplarOf, HoldsNoKeyPointInAFieldsPlaceSureOrNot)
{
    const auto made = make();
    ASSERT_TRUE(made.ok()) << made.error().message;
    ASSERT_EQ(made->boxes.size(), 1u) << "of what was accepted";
    EXPECT_EQ(made->boxes[0].field, "document.number");
    ASSERT_FALSE(made->print.points.empty());
    for (const KeyPoint& point : made->print.points) {
        const auto within = [&](double x, double y, double width) {
            return point.at.x.value >= x && point.at.x.value <= x + width && point.at.y.value >= y
                && point.at.y.value <= y + 4;
        };
        EXPECT_FALSE(within(28, 40, 20)) << "the number";
        EXPECT_FALSE(within(60, 60, 12)) << "the name";
    }
    // Only the title and the labels are looked at.
    for (const Region& wording : file.asked.wording)
        EXPECT_TRUE(wording.right().value <= 40.1 && wording.bottom().value <= 64.1);
}

TEST_F(ExemplarOf, NeedsEnoughOfTheDesignsPrint)
{
    file.keyPoints.resize(20);
    const auto made = make();
    ASSERT_FALSE(made.ok());
    EXPECT_THAT(made.error().message, testing::HasSubstr("key points"));
    file.keyPoints.clear();
    profile.recognisers[0].texts = {"PERMIT"};
    for (auto& field : profile.fields)
        field.labels.clear();
    EXPECT_THAT(make().error().message, testing::HasSubstr("no label"));
}

} // namespace
} // namespace vidimus::tests
