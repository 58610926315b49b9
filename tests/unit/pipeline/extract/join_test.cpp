#include "pipeline/classify/classify.hpp"

#include <gtest/gtest.h>

using namespace vidimus;
using namespace vidimus::pipeline;

namespace {

profiles::ProfileSet cards()
{
    profiles::Profile card;
    card.id = "zz.card";
    card.sides = {{"front", true}, {"back", false}};
    profiles::Profile letter;
    letter.id = "zz.letter";
    return profiles::ProfileSet::of({card, letter});
}

Document side(const char* name, std::uint32_t file, std::uint32_t page = 0, const char* profile = "zz.card")
{
    Document document;
    document.parts.push_back({{file}, {page}, 0, {}, name});
    document.classification = Classification{profile, 0.8, "ZZ"};
    return document;
}

Document with(Document document, const char* id, const char* value)
{
    Field field;
    field.id = id;
    field.value = value;
    field.certainty = Certainty::Accepted;
    document.fields.push_back(field);
    return document;
}

} // namespace

TEST(JoinDocuments, JoinsFrontAndBackFromTwoFiles)
{
    const auto joined = joinDocuments({side("back", 0), side("front", 1)}, cards());
    ASSERT_EQ(joined.size(), 1u);
    ASSERT_EQ(joined[0].parts.size(), 2u);
    EXPECT_EQ(joined[0].parts[0].side, "front");
}

TEST(JoinDocuments, LeavesWhatIsAmbiguous)
{
    EXPECT_EQ(joinDocuments({side("front", 0), side("front", 1), side("back", 2)}, cards()).size(), 3u);
}

TEST(JoinDocuments, PairsByNumberBeforePlace)
{
    const auto joined = joinDocuments(
        {with(side("front", 0), "document.number", "1"), with(side("front", 1), "document.number", "2"),
            with(side("back", 2), "document.number", "2"), with(side("back", 3), "document.number", "1")},
        cards());
    ASSERT_EQ(joined.size(), 2u);
    EXPECT_EQ(joined[0].parts[1].file.value, 3u);
    EXPECT_EQ(joined[1].parts[1].file.value, 2u);
}

TEST(JoinDocuments, PairsWithinOneFileBeforeOthers)
{
    const auto joined
        = joinDocuments({side("front", 0), side("back", 0, 1), side("front", 1), side("back", 1, 1)}, cards());
    ASSERT_EQ(joined.size(), 2u);
    EXPECT_EQ(joined[0].parts[1].file.value, 0u);
}

TEST(JoinDocuments, JoinsNothingThatDiffers)
{
    EXPECT_EQ(
        joinDocuments(
            {with(side("front", 0), "document.number", "1"), with(side("back", 1), "document.number", "2")}, cards())
            .size(),
        2u);
}

TEST(JoinDocuments, JoinsPagesThatTellDifferentThings)
{
    const auto joined = joinDocuments({with(side("", 0, 0, "zz.letter"), "holder.name.han", "陈大文"),
                                          with(side("", 0, 1, "zz.letter"), "issue.date", "2021-03-08")},
        cards());
    ASSERT_EQ(joined.size(), 1u);
    EXPECT_EQ(joined[0].fields.size(), 2u);
}
