#include "support/installed_packs.hpp"

#include <gmock/gmock.h>

#include <random>

using namespace vidimus;
using namespace vidimus::tests;
using namespace vidimus::supervisor;

/// What holds of every validator, check and field reader that is installed, whoever wrote it.
namespace {

class PluginContract : public testing::Test {
protected:
    static void SetUpTestSuite() { s_supervisor = startedWith(optionsWithInstalledPacks()); }
    static void TearDownTestSuite() { s_supervisor.reset(); }
    static inline std::unique_ptr<Supervisor> s_supervisor;
};

/// Values that a misread, or somebody with a plan, may put before a validator.
std::vector<std::string> oddValues()
{
    std::vector<std::string> values{"", " ", "0", "()", "A123456(3)", "A123456", "11010519491231002X", "陈大文",
        std::string(100'000, '9'), "-1", "\n", "(((((((", "99999999999999999999999999"};
    std::mt19937 random(2);
    for (int i = 0; i < 100; ++i) {
        std::string value;
        for (unsigned length = random() % 30; value.size() < length;)
            value += static_cast<char>(' ' + random() % 95);
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace

TEST_F(PluginContract, EveryValidatorAnswersEverythingAndTheSameTwice)
{
    const auto checks = s_supervisor->beginChecks(someDay());
    ASSERT_TRUE(checks.ok());
    for (const OfferInfo& validator : s_supervisor->offers().validators)
        for (const std::string& value : oddValues()) {
            const auto once = (*checks)->validate(validator.id, value),
                       twice = (*checks)->validate(validator.id, value);
            ASSERT_TRUE(once.ok() && twice.ok()) << validator.id << " on " << value.substr(0, 100);
            EXPECT_EQ(once->verdict, twice->verdict) << validator.id << " on " << value;
            EXPECT_EQ(once->expected, twice->expected) << validator.id << " on " << value;
        }
}

TEST_F(PluginContract, EveryCheckAnswersADocumentOfWhichNothingIsKnown)
{
    const auto checks = s_supervisor->beginChecks(someDay());
    ASSERT_TRUE(checks.ok());
    Evidence evidence;
    Document& document = evidence.documents.emplace_back();
    document.classification = Classification{"xx.unknown", 1, "XX"};
    document.parts.emplace_back();
    std::vector<CheckRequest> requests;
    for (const CheckInfo& check : s_supervisor->offers().checks)
        requests.push_back({check.pack, check.id, check.ofCase ? std::nullopt : std::optional(DocumentIndex{0})});
    ASSERT_FALSE(requests.empty());
    const auto answers = (*checks)->run(evidence, {{}, {{}}}, requests);
    ASSERT_TRUE(answers.ok()) << answers.error().message;
    for (const CheckAnswer& answer : *answers) {
        EXPECT_FALSE(answer.failure.has_value())
            << answer.request.check << " of " << answer.request.pack << ": " << answer.failure->message;
        for (const auto& result : answer.results)
            EXPECT_NE(result.outcome, Outcome::Failed)
                << answer.request.check << " fails on a document of which nothing is known: " << result.reason;
    }
}

TEST_F(PluginContract, EveryFieldReaderAnswersNoLinesWithNoFields)
{
    const auto checks = s_supervisor->beginChecks(someDay());
    ASSERT_TRUE(checks.ok());
    for (const OfferInfo& reader : s_supervisor->offers().fieldReaders) {
        const auto fields = (*checks)->readFields(reader.id, {}, {}, {});
        ASSERT_TRUE(fields.ok()) << reader.id << ": " << fields.error().message;
        EXPECT_TRUE(fields->empty()) << reader.id;
    }
}
