#include "budget.hpp"

#include <gmock/gmock.h>

using namespace vidimus::bench;
using nlohmann::json;

namespace {

/// A page of 210 mm on which a date stands at 100, 50 mm.
class Budget : public testing::Test {
protected:
    Budget()
    {
        specimen.profile = "zz.licence";
        specimen.widthMm = 210;
        wanted = {"issue.date", "", "8 March 2021", "2021-03-08", {100, 50, 40, 5}};
        report = {{"files", {{{"pages", {{{"widthMm", 210}}}}}}},
            {"documents",
                {{{"profile", {{"id", "zz.licence.2019"}, {"score", 1}}}, {"parts", {{{"file", 0}, {"page", 0}}}},
                    {"fields", json::array()}}}}};
        field = {{"id", "issue.date"}, {"text", "8 March 2027"}, {"value", "2027-03-08"}, {"confidence", 0.9},
            {"certainty", "uncertain"}, {"lang", ""}, {"regionMm", {100, 50, 40, 5}}, {"origin", "ocr"},
            {"alternatives", json::array()}};
    }

    Fault fault()
    {
        document()["fields"] = json::array({field});
        return faultOf(report, specimen, wanted);
    }
    json& document() { return report["documents"][0]; }

    Specimen specimen;
    TrueField wanted;
    json report, field;
};

} // namespace

TEST_F(Budget, HoldsNoRightField)
{
    field["value"] = "2021-03-08";
    field["regionMm"] = {0, 0, 1, 1};
    EXPECT_EQ(fault(), Fault::None);
}

TEST_F(Budget, OfAPaperThatWasNotRecognisedIsThePages)
{
    document()["profile"] = nullptr;
    EXPECT_EQ(fault(), Fault::Page);
    document()["profile"] = {{"id", "zz.diploma"}, {"score", 1}};
    EXPECT_EQ(fault(), Fault::Page);
    report["documents"] = json::array();
    EXPECT_EQ(faultOf(report, specimen, wanted), Fault::Page);
}

TEST_F(Budget, OfAFieldOutsideThePageThatWasFoundIsThePages)
{
    document()["parts"][0]["quadMm"] = {0, 0, 90, 0, 90, 297, 0, 297};
    EXPECT_EQ(fault(), Fault::Page);
    document()["parts"][0]["quadMm"] = {0, 0, 200, 0, 200, 297, 0, 297};
    EXPECT_EQ(fault(), Fault::Recognising);
}

TEST_F(Budget, OfAFieldThatIsNotThereIsLocatings)
{
    field["id"] = "valid.from";
    EXPECT_EQ(fault(), Fault::Locating);
    field["id"] = "issue.date";
    field["text"] = field["value"] = "";
    EXPECT_EQ(fault(), Fault::Locating);
}

TEST_F(Budget, OfAFieldFromAnotherPlaceIsLocatings)
{
    field["regionMm"] = {100, 60, 40, 5};
    EXPECT_EQ(fault(), Fault::Locating);
    field["regionMm"] = {125, 50, 15, 5}; // less than half of it
    EXPECT_EQ(fault(), Fault::Locating);
    field["regionMm"] = {90, 49, 45, 7};
    EXPECT_EQ(fault(), Fault::Recognising);
}

TEST_F(Budget, MeasuresPlacesInTheReadersMillimetres)
{
    report["files"][0]["pages"][0]["widthMm"] = 420;
    field["regionMm"] = {200, 100, 80, 10};
    EXPECT_EQ(fault(), Fault::Recognising);
    field["regionMm"] = {100, 50, 40, 5};
    EXPECT_EQ(fault(), Fault::Locating);
}

TEST_F(Budget, OfAFieldWithItsNeighbourIsLocatings)
{
    field["text"] = "8 March 2021 Registrar";
    EXPECT_EQ(fault(), Fault::Locating);
}

TEST_F(Budget, OfWhatNoReadingHadIsRecognisings)
{
    field["alternatives"] = json::array({{{"text", "8 March 2024"}, {"value", "2024-03-08"}, {"confidence", 0.5}}});
    EXPECT_EQ(fault(), Fault::Recognising);
}

TEST_F(Budget, OfWhatAnotherReadingHadIsFusings)
{
    field["alternatives"] = json::array({{{"text", "x"}, {"value", "2021-03-08"}, {"confidence", 0.5}}});
    EXPECT_EQ(fault(), Fault::Fusing);
    field["alternatives"] = json::array({{{"text", "8March 2021."}, {"value", "x"}, {"confidence", 0.5}}});
    EXPECT_EQ(fault(), Fault::Fusing);
}

TEST_F(Budget, OfARightTextWithAWrongValueIsNormalisings)
{
    field["text"] = "8 March, 2021";
    field["value"] = "2021-08-03";
    EXPECT_EQ(fault(), Fault::Normalising);
    field["value"] = "";
    EXPECT_EQ(fault(), Fault::Normalising);
}

TEST_F(Budget, AsksNoCodeForThePlaceOfItsPrint)
{
    field["origin"] = "mrz";
    field["regionMm"] = {10, 250, 100, 10};
    EXPECT_EQ(fault(), Fault::Recognising);
}

TEST(Misreads, AreCountedByStageAndByWhetherTheyWereAccepted)
{
    Misread lost, taken;
    lost.fault = taken.fault = Fault::Recognising;
    taken.certainty = "accepted";
    const auto budget = budgetOf({lost, taken});
    EXPECT_EQ(budget.at(Fault::Recognising).fields, 2);
    EXPECT_EQ(budget.at(Fault::Recognising).accepted, 1);
    EXPECT_FALSE(budget.contains(Fault::Fusing));
}

TEST(Misreads, AreWorstWhereTheyWereAcceptedThenByHowMuchIsWrong)
{
    std::vector<Misread> all(3);
    all[0].read = "far";
    all[0].errors = 9;
    all[1].read = "near";
    all[1].errors = 2;
    all[2].read = "accepted";
    all[2].errors = 1;
    all[2].certainty = "accepted";
    std::vector<std::string> order;
    for (const Misread& one : worstOf(all, 2))
        order.push_back(one.read);
    EXPECT_THAT(order, testing::ElementsAre("accepted", "far"));
    EXPECT_EQ(worstOf(all, 9).size(), 3u);
}

TEST(Report, CalibratesOnlyWhatIsNotAndOnlyForItsEngines)
{
    vidimus::pipeline::CalibrationTable table;
    table.engines = {{"a.engine", "1"}};
    table.maps["any/any"] = {10, 5, {{0.5, 0.25}}};
    json report{{"engineVersions", {{"a.engine", "1"}}}, {"calibration", {{"state", "off"}, {"table", ""}}},
        {"documents",
            {{{"fields",
                {{{"id", "issue.date"}, {"text", "x"}, {"value", "x"}, {"confidence", 0.5}, {"rawConfidence", 0.5},
                    {"calibrationGroup", "a.engine/date"}, {"regionMm", {0, 0, 1, 1}}, {"origin", "ocr"},
                    {"alternatives", json::array()}}}}}}}};
    const TrueField wanted{"issue.date", "", "x", "x", {}};
    EXPECT_EQ(readField(report, wanted, &table).confidence, 0.25);
    EXPECT_EQ(readField(report, wanted, &table).raw, 0.5);
    EXPECT_EQ(readField(report, wanted, nullptr).confidence, 0.5);
    report["calibration"]["state"] = "applied";
    EXPECT_EQ(readField(report, wanted, &table).confidence, 0.5);
    report["calibration"]["state"] = "off";
    report["engineVersions"]["a.engine"] = "2";
    EXPECT_EQ(readField(report, wanted, &table).confidence, 0.5);
}
