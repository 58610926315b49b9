#include "specimen/name_characters.hpp"
#include "specimen/person.hpp"

#include <gtest/gtest.h>

#include <set>

namespace vidimus::specimen {
namespace {

TEST(SpecimenPerson, IsConsistentInEveryNumber)
{
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const Person person = Person::make(Random(seed), {});
        const std::string birth = person.birth.iso();
        const std::string digits = birth.substr(0, 4) + birth.substr(5, 2) + birth.substr(8, 2);
        EXPECT_EQ(person.hkid[8], hkidCheckCharacter(person.hkid.substr(0, 7))) << seed;
        EXPECT_EQ(person.residentId.substr(6, 8), digits) << seed;
        EXPECT_EQ(person.residencePermit.substr(0, 6), "810000") << seed;
        EXPECT_EQ(person.qualificationCode.size(), 27u) << seed;
        EXPECT_EQ(person.practiceCode.size(), 15u) << seed;
        const std::string embedded = person.fromHongKong ? bareHkid(person.hkid) + "0000000HKG" : person.residentId;
        EXPECT_EQ(person.qualificationCode.substr(9), embedded) << seed;
        EXPECT_EQ(person.qualificationCode.substr(0, 4), std::to_string(person.qualified.year())) << seed;
    }
}

TEST(SpecimenPerson, LivesInOrder)
{
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const Person person = Person::make(Random(seed), {});
        EXPECT_TRUE(certainlyBefore(person.birth.plusYears(11), person.firstHongKongCard)) << seed;
        EXPECT_TRUE(certainlyBefore(person.birth.plusYears(24), person.qualified)) << seed;
        EXPECT_TRUE(certainlyBefore(person.qualified, person.practisingSince)) << seed;
        EXPECT_TRUE(certainlyBefore(person.practisingSince, *Date::of(2026, 1, 1))) << seed;
    }
}

TEST(SpecimenPerson, HasOneCommercialCodeForEveryCharacter)
{
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const Person person = Person::make(Random(seed), {});
        EXPECT_EQ(person.commercialCodes.size() + 1, person.hanName().size() / 3 * 5) << person.hanName();
    }
}

TEST(SpecimenPerson, NamesVaryWidely)
{
    std::set<std::string> surnames, names;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        const Person person = Person::make(Random(seed), {});
        surnames.insert(person.surnameHan);
        names.insert(person.hanName());
    }
    EXPECT_GT(surnames.size(), 55u);
    EXPECT_GT(names.size(), 480u);
}

TEST(SpecimenPerson, TakesWhatIsKnownAndFitsTheRest)
{
    Facts known;
    known.set("holder.name.han", "歐陽嘉敏");
    known.set("holder.sex", "F");
    known.set("holder.birth-date", "1979-03-08");
    known.set("holder.id-kind", "cn-resident-id");
    const Person person = Person::make(Random(5), known);
    EXPECT_EQ(person.surnameHan, "歐陽");
    EXPECT_EQ(person.hansName(), "欧阳嘉敏");
    EXPECT_EQ(person.commercialCodes.size(), 19u);
    EXPECT_EQ(person.residentId.substr(6, 8), "19790308");
    EXPECT_EQ((person.residentId[16] - '0') % 2, 0);
    EXPECT_EQ(person.qualificationCode.substr(9), person.residentId);
}

TEST(SpecimenPerson, TelegraphTableMatchesPublishedCards)
{
    for (const NameCharacter& entry : surnames()) {
        if (entry.traditional == "陳") {
            EXPECT_EQ(entry.commercialCode, "7115");
        }
        EXPECT_EQ(entry.commercialCode.size() + 1, entry.traditional.size() / 3 * 5) << entry.traditional;
    }
    for (const NameCharacter& entry : givenCharacters()) {
        if (entry.traditional == "晴") {
            EXPECT_EQ(entry.commercialCode, "2532");
        }
        EXPECT_EQ(entry.commercialCode.size(), 4u) << entry.traditional;
    }
}

} // namespace
} // namespace vidimus::specimen
