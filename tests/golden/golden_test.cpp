#include "golden/golden_case.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <iostream>

/// Every case of the recipe and every variant is a test of its own; the first draws the specimens, the last looks for
/// gaps.
namespace {

using namespace vidimus::golden;

class CaseTest : public testing::Test {
public:
    explicit CaseTest(GoldenCase golden)
        : m_golden(std::move(golden))
    {
    }
    void TestBody() override
    {
        const std::string wrong = runCase(m_golden);
        const auto open = openEntries();
        if (std::find(open.begin(), open.end(), m_golden.name) == open.end())
            EXPECT_EQ(wrong, "");
        else
            std::cout << (wrong.empty() ? "holds now: take it off open.txt" : "open: " + wrong) << "\n";
    }

private:
    GoldenCase m_golden;
};

/// A hyphen in a filter means "not", and a dot ends the suite's name: neither may stand in a test's name.
std::string testName(std::string name)
{
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
}

} // namespace

TEST(GoldenSpecimens, AreDrawn)
{
    ASSERT_EQ(drawAll(), "");
}

TEST(GoldenTable, EveryPairOfCheckAndReasonIsReachedByACase)
{
    EXPECT_THAT(unreachedPairs(), testing::IsEmpty()) << "the table stands in " << folder() / "table.md";
}

int main(int argc, char** argv)
{
    testing::InitGoogleMock(&argc, argv);
    for (const GoldenCase& golden : allCases())
        testing::RegisterTest("Golden", testName(golden.name).c_str(), nullptr, nullptr, __FILE__, __LINE__,
            [golden]() -> testing::Test* { return new CaseTest(golden); });
    return RUN_ALL_TESTS();
}
