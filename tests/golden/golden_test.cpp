#include "golden/golden_case.hpp"
#include "golden/golden_folders.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <iostream>

/// Every case of the recipe and every variant is a test of its own; the last looks for gaps.
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

/// Runs last: what the cases of this run reached together. Without their results it fails, whatever earlier runs left.
class TableTest : public testing::Test {
public:
    void TestBody() override
    {
        ASSERT_THAT(casesThatDidNotRun(), testing::IsEmpty()) << "the table is that of a whole run: ctest -L golden";
        tidyUp();
        EXPECT_THAT(unreachedPairs(), testing::IsEmpty()) << "the table stands in " << runFolder() / "table.md";
    }
};

template <class Test, class... Arguments> void add(const char* suite, const std::string& name, Arguments... arguments)
{
    testing::RegisterTest(suite, name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
        [=]() -> testing::Test* { return new Test(arguments...); });
}

} // namespace

int main(int argc, char** argv)
{
    testing::InitGoogleMock(&argc, argv);
    for (const GoldenCase& golden : allCases())
        add<CaseTest>("Golden", testName(golden.name), golden);
    add<TableTest>("GoldenTable", "EveryPairOfCheckAndReasonIsReachedByACase");
    return RUN_ALL_TESTS();
}
