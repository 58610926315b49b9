#include "pipeline/extract/calibration.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

using namespace vidimus;
using namespace vidimus::pipeline;
using testing::AllOf;
using testing::DoubleNear;
using testing::HasSubstr;

namespace {

const std::map<std::string, std::string> engines{{"a.engine", "1"}, {"b.engine", "2"}};

CalibrationTable someTable()
{
    CalibrationTable table;
    table.engines = engines;
    table.command = "bench_reading --calibrate calibration.json FOLDER…";
    table.fields = 100;
    table.files = {"aa", "bb"};
    table.set = "cc";
    table.maps = {{"any/any", {100, 80, {{0.5, 0.4}, {0.9, 0.8}}}}, {"a.engine/any", {50, 40, {{0.5, 0.6}}}},
        {"a.engine/date", {30, 29, {{0.5, 0.2}, {0.7, 0.2}, {0.9, 0.9}}}}};
    return table;
}

Calibration calibrationOf(CalibrationTable table)
{
    return {std::make_shared<const CalibrationTable>(std::move(table)), "digest", CalibrationState::NoTable};
}

std::vector<Document> documentWith(std::string group, double confidence)
{
    std::vector<Document> documents(1);
    Field field;
    field.calibrationGroup = std::move(group);
    field.confidence = confidence;
    documents.front().fields = {field};
    return documents;
}

/// The complaint of a table in which one text stands for another.
std::string complaintWith(const std::string& from, const std::string& to)
{
    std::string text = jsonOf(someTable());
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    const auto at = text.find(from);
    if (at == std::string::npos)
        return "the table holds no " + from;
    const auto table = calibrationFrom(text.replace(at, from.size(), to), "folder/table.json");
    return table ? "none" : table.error().message;
}

} // namespace

TEST(CalibrationMap, GoesStraightFromPointToPointAndIsLevelBeyond)
{
    const CalibrationMap map{100, 80, {{0.5, 0.4}, {0.9, 0.8}}};
    EXPECT_EQ(map.at(0), 0.4);
    EXPECT_EQ(map.at(0.5), 0.4);
    EXPECT_THAT(map.at(0.6), DoubleNear(0.5, 1e-9));
    EXPECT_EQ(map.at(0.9), 0.8);
    EXPECT_EQ(map.at(1), 0.8);
}

TEST(CalibrationTable, TakesTheMapThatIsNearestToTheGroup)
{
    const CalibrationTable table = someTable();
    EXPECT_EQ(table.at("a.engine/date", 0.5), 0.2);
    EXPECT_EQ(table.at("a.engine/text", 0.5), 0.6);
    EXPECT_EQ(table.at("b.engine/date", 0.5), 0.4);
}

TEST(CalibrationTable, IsReadAsItWasWritten)
{
    const CalibrationTable table = someTable();
    const auto read = calibrationFrom(jsonOf(table), "table.json");
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(read->engines, table.engines);
    EXPECT_EQ(read->command, table.command);
    EXPECT_EQ(read->fields, table.fields);
    EXPECT_EQ(read->files, table.files);
    EXPECT_EQ(read->set, table.set);
    ASSERT_EQ(read->maps.size(), 3u);
    EXPECT_EQ(read->maps.at("a.engine/date").right, 29);
    EXPECT_EQ(read->at("a.engine/date", 0.8), table.at("a.engine/date", 0.8));
}

TEST(CalibrationTable, ThatIsOfNoUseNamesItsFileAndItsFault)
{
    EXPECT_EQ(complaintWith("\"set\"", "\"set\""), "none");
    EXPECT_THAT(complaintWith("calibration/1", "calibration/2"),
        AllOf(HasSubstr("folder/table.json"), HasSubstr("no vidimus.calibration/1")));
    EXPECT_THAT(complaintWith("any/any", "all/all"), HasSubstr("no map any/any"));
    EXPECT_THAT(complaintWith("\"fields\"", "\"felds\""), HasSubstr("fields"));
    EXPECT_THAT(complaintWith("[0.7,0.2]", "[0.7,0.1]"), AllOf(HasSubstr("a.engine/date"), HasSubstr("falls")));
    EXPECT_THAT(complaintWith("[0.7,0.2]", "[0.5,0.2]"), HasSubstr("do not rise"));
    EXPECT_THAT(complaintWith("[0.7,0.2]", "[1.7,0.2]"), HasSubstr("outside 0 to 1"));
    EXPECT_THAT(complaintWith("[[0.5,0.6]]", "[]"), HasSubstr("no points"));
    EXPECT_THAT(complaintWith("[[0.5,0.6]]", "[[\"x\",1]]"), HasSubstr("cannot be used"));
    EXPECT_THAT(calibrationFrom("{", "t.json").error().message, AllOf(HasSubstr("t.json"), HasSubstr("not JSON")));
}

TEST(CalibrationTable, ThatIsInstalledCanBeUsed)
{
    std::ifstream file(VIDIMUS_SOURCE_DIR "/assets/calibration.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto table = calibrationFrom(text, "assets/calibration.json");
    ASSERT_TRUE(table.ok()) << table.error().message;
    EXPECT_TRUE(table->engines.contains("vidimus.tesseract"));
    EXPECT_FALSE(table->files.empty());
    // The check that no page of the set is reported on searches by halves.
    EXPECT_TRUE(std::ranges::is_sorted(table->files));
    EXPECT_TRUE(table->command.find('/') == std::string::npos) << "a folder of one machine";
}

TEST(Calibrate, ReplacesTheConfidenceOfWhatEnginesReadAndKeepsTheRawOne)
{
    auto documents = documentWith("a.engine/date", 0.7);
    EXPECT_EQ(calibrate(documents, engines, calibrationOf(someTable())), CalibrationState::Applied);
    EXPECT_EQ(documents.front().fields.front().confidence, 0.2);
    EXPECT_EQ(documents.front().fields.front().rawConfidence, 0.7);
}

TEST(Calibrate, LeavesWhatNoEngineRead)
{
    auto documents = documentWith("", 1.0);
    EXPECT_EQ(calibrate(documents, engines, calibrationOf(someTable())), CalibrationState::NothingToDo);
    EXPECT_EQ(documents.front().fields.front().confidence, 1.0);
}

TEST(Calibrate, DoesNothingWithEnginesThatTheTableDoesNotKnow)
{
    using Engines = std::map<std::string, std::string>;
    for (const Engines& other : {Engines{{"a.engine", "1"}, {"b.engine", "3"}}, Engines{{"a.engine", "1"}},
             Engines{{"a.engine", "1"}, {"b.engine", "2"}, {"c.engine", "1"}}}) {
        auto documents = documentWith("a.engine/date", 0.7);
        EXPECT_EQ(calibrate(documents, other, calibrationOf(someTable())), CalibrationState::OtherEngines);
        EXPECT_EQ(documents.front().fields.front().confidence, 0.7);
        EXPECT_EQ(documents.front().fields.front().rawConfidence, 0.7);
    }
}

TEST(Calibrate, WithoutATableSaysWhyThereIsNone)
{
    for (const auto why : {CalibrationState::NoTable, CalibrationState::Malformed, CalibrationState::Off}) {
        auto documents = documentWith("a.engine/date", 0.7);
        EXPECT_EQ(calibrate(documents, engines, {nullptr, {}, why}), why);
        EXPECT_EQ(documents.front().fields.front().confidence, 0.7);
    }
}

TEST(Calibrate, TellsOfACaseWhatItsWorstFileGave)
{
    using enum CalibrationState;
    EXPECT_EQ(together(NothingToDo, Applied), Applied);
    EXPECT_EQ(together(OtherEngines, Applied), OtherEngines);
    EXPECT_EQ(together(Applied, NothingToDo), Applied);
}

TEST(CalibrationGroup, NamesEnginesAndKind)
{
    using profiles::FieldKind;
    EXPECT_EQ(calibrationGroup({"b.engine", "a.engine"}, FieldKind::HanName), "a.engine+b.engine/han-name");
    EXPECT_EQ(calibrationGroup({"a.engine"}, FieldKind::IdentityNumber), "a.engine/number");
    EXPECT_EQ(calibrationGroup({"a.engine"}, FieldKind::Sex), "a.engine/choice");
    EXPECT_EQ(calibrationGroup({"a.engine"}, FieldKind::Place), "a.engine/text");
}
