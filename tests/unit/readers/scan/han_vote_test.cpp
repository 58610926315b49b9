#include "scan/han_vote.hpp"
#include "scan/script.hpp"

#include <gtest/gtest.h>

namespace vidimus::scan {
namespace {

std::vector<ReadCharacter> read(std::string_view text, double confidence)
{
    std::vector<ReadCharacter> characters;
    for (const char32_t c : charactersOf(text))
        characters.push_back({c, confidence});
    return characters;
}

TEST(HanVote, GoesToTheModelThatIsSurerOfTheCharactersWrittenDifferently)
{
    const HanVote vote = voteOf(read("醫師執業證書", 0.95), read("医师执业证书", 0.90));
    EXPECT_GT(vote.traditional, vote.simplified);
    const HanVote other = voteOf(read("醫師執業證書", 0.80), read("医师执业证书", 0.95));
    EXPECT_LT(other.traditional, other.simplified);
}

TEST(HanVote, IsNotSwayedByTextThatBothWriteAlike)
{
    const HanVote vote = voteOf(read("出生日期 Date of Birth 2001", 0.86), read("出生日期 Date of Birth 2001", 0.95));
    EXPECT_EQ(vote.traditional, 0);
    EXPECT_EQ(vote.simplified, 0);
}

TEST(HanVote, CountsHanThatOneModelDidNotRead)
{
    const HanVote dropped = voteOf(read("深圳市 區", 0.95), read("深圳市盐田区", 0.93));
    EXPECT_GT(dropped.simplified, 2 * dropped.traditional);
    const HanVote name = voteOf(read("蘇若", 0.91), read("a BB", 0.59));
    EXPECT_GT(name.traditional, 1);
    EXPECT_EQ(name.simplified, 0);
}

TEST(HanVote, DoesNotBelieveGrainReadAsHan)
{
    const HanVote vote = voteOf(read("人", 0.47), read("八一个一和人气", 0.69));
    EXPECT_EQ(vote.traditional, 0);
    EXPECT_EQ(vote.simplified, 0);
}

TEST(HanVote, IsClearOnlyWithEnoughCharactersAndALead)
{
    EXPECT_FALSE((HanVote{1.8, 0.2}.clear()));
    EXPECT_FALSE((HanVote{20, 19}.clear()));
    EXPECT_TRUE((HanVote{20, 16}.clear()));
}

TEST(Script, EveryPairOfTheTableLeadsFromTraditionalToSimplifiedAndNoFurther)
{
    for (const auto& [traditional, simplified] :
        {std::pair{U'醫', U'医'}, {U'書', U'书'}, {U'歷', U'历'}, {U'編', U'编'}}) {
        EXPECT_EQ(asSimplified(traditional), simplified);
        EXPECT_EQ(asSimplified(simplified), simplified);
    }
    EXPECT_EQ(asSimplified(U'香'), U'香');
}

} // namespace
} // namespace vidimus::scan
