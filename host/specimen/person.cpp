#include "specimen/person.hpp"

#include "specimen/name_characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace vidimus::specimen {
namespace {

constexpr std::array<std::string_view, 12> maleNames{
    "Peter", "Eric", "Jason", "Raymond", "Kelvin", "Anthony", "Dominic", "Gary", "Victor", "Simon", "Edmond", "Wilson"};
constexpr std::array<std::string_view, 12> femaleNames{
    "Mary", "Grace", "Karen", "Winnie", "Joyce", "Vivian", "Fiona", "Carmen", "Helen", "Priscilla", "Queenie", "Amy"};
constexpr std::array<std::string_view, 8> homeRegions{
    "440304", "440305", "440104", "440106", "330106", "510104", "420106", "110105"};

// Fixed years, so that one seed gives one person, whatever the deciding date.
constexpr int earliestBirth = 1962, latestBirth = 1993, latestQualification = 2023;

const NameCharacter& givenFor(Sex sex, Random& random)
{
    const Usage unusual = sex == Sex::Male ? Usage::Female : Usage::Male;
    for (;;) {
        const NameCharacter& character = givenCharacters()[random.below(givenCharacters().size())];
        if (character.usage != unusual)
            return character;
    }
}

void append(std::string& list, std::string_view word)
{
    if (!list.empty() && !word.empty())
        list += ' ';
    list += word;
}

void inventName(Person& person, Random random)
{
    const NameCharacter& surname = surnames()[random.below(surnames().size())];
    person.surnameHan = surname.traditional;
    person.surnameHans = surname.simplified;
    person.surnameLatin = surname.hongKong;
    person.surnamePinyin = surname.pinyin;
    person.commercialCodes = surname.commercialCode;
    const int length = random.chance(0.85) ? 2 : 1;
    for (int i = 0; i < length; ++i) {
        const NameCharacter& character = givenFor(person.sex, random);
        person.givenHan += character.traditional;
        person.givenHans += character.simplified;
        append(person.givenLatin, character.hongKong);
        // Pinyin joins the syllables of a given name; each syllable after the first in lower case.
        std::string syllable(character.pinyin);
        if (i > 0)
            syllable[0] = static_cast<char>(syllable[0] | 0x20);
        person.givenPinyin += syllable;
        append(person.commercialCodes, character.commercialCode);
    }
    // A quarter of Hong Kong residents bear an English name in law.
    if (random.chance(0.25))
        person.englishName = random.pick(person.sex == Sex::Male ? maleNames : femaleNames);
}

/// The longest entry of the table that the text begins with, else nothing.
const NameCharacter* startOf(std::string_view text, std::span<const NameCharacter> table)
{
    const NameCharacter* best = nullptr;
    for (const NameCharacter& entry : table)
        if ((text.starts_with(entry.traditional) || text.starts_with(entry.simplified))
            && (!best || entry.traditional.size() > best->traditional.size()))
            best = &entry;
    return best;
}

/// Splits a given Han name, and finds codes and Simplified forms of those characters that the tables know.
void takeHanName(Person& person, std::string_view name)
{
    const NameCharacter* surname = startOf(name, surnames());
    const std::size_t length = surname ? surname->traditional.size() : std::min<std::size_t>(3, name.size());
    person.surnameHan = person.surnameHans = std::string(name.substr(0, length));
    person.commercialCodes = surname ? surname->commercialCode : "";
    person.givenHan = person.givenHans = std::string(name.substr(length));
    if (surname)
        person.surnameHans = surname->simplified;
    std::string simplified;
    for (std::size_t at = length; at < name.size(); at += 3) {
        const NameCharacter* character = startOf(name.substr(at), givenCharacters());
        simplified += character ? character->simplified : name.substr(at, 3);
        append(person.commercialCodes, character ? character->commercialCode : "");
    }
    person.givenHans = simplified;
    // A code missing in the middle would look like another name: better none at all.
    if (person.commercialCodes.size() != (name.size() / 3) * 5 - 1)
        person.commercialCodes.clear();
}

void takeLatinName(Person& person, std::string_view name)
{
    const std::size_t comma = name.find(',');
    person.englishName.clear();
    person.surnameLatin = person.surnamePinyin = std::string(name.substr(0, comma));
    std::string_view given = comma == std::string_view::npos ? std::string_view() : name.substr(comma + 1);
    given.remove_prefix(std::min(given.size(), given.find_first_not_of(' ')));
    person.givenLatin = person.givenPinyin = std::string(given);
}

Date dayWithin(int fromYear, int untilYear, Random& random)
{
    return *Date::of(random.between(fromYear, untilYear), random.between(1, 12), random.between(1, 28));
}

void inventCareer(Person& person, Random random)
{
    // The examination is held since 1999, and open to Hong Kong residents since 2004.
    const int opened = (person.fromHongKong ? 2005 : 1999) + random.between(0, 3);
    const int qualifiedYear
        = std::min(std::max(opened, person.birth.year() + random.between(26, 31)), latestQualification);
    person.qualified = *Date::of(qualifiedYear, random.between(11, 12), random.between(1, 28));
    person.practisingSince = person.qualified.plusDays(random.between(120, 400));
    person.firstHongKongCard = person.birth.plusYears(random.between(11, 17)).plusDays(random.between(1, 300));
    person.doctorNumber = random.digits(5).insert(0, 1, 'M');
    person.pharmacistNumber = fmt::format("PPB0{}", random.digits(4));
    const std::string category = random.chance(0.8) ? "10" : random.chance(0.5) ? "20" : "30";
    const std::string identity = person.fromHongKong ? bareHkid(person.hkid) + "0000000HKG" : person.residentId;
    person.qualificationCode = fmt::format("{}441{}{}", qualifiedYear, category, identity);
    person.practiceCode
        = fmt::format("1{}4403{}00{}", category, random.pick(std::array{"03", "04", "05", "08"}), random.digits(4));
}

/// Puts in place of what was invented what is known.
void takeKnown(Person& person, const Facts& known)
{
    if (const std::string han = known.value("holder.name.han"); !han.empty())
        takeHanName(person, han);
    if (const std::string latin = known.value("holder.name.latin"); !latin.empty())
        takeLatinName(person, latin);
    if (known.has("holder.ccc"))
        person.commercialCodes = known.value("holder.ccc");
    const std::string number = known.value("holder.id-number");
    const std::string kind = known.value("holder.id-kind");
    if (number.find('(') != std::string::npos)
        person.hkid = number;
    else if (kind == "cn-residence-permit")
        person.residencePermit = number;
    else if (number.size() == 18)
        person.residentId = number;
    if (!kind.empty() || !number.empty())
        person.fromHongKong = kind == "hkid" || kind == "cn-residence-permit" || number.find('(') != std::string::npos;
    if (const std::string registration = known.value("registration.number"); !registration.empty())
        person.doctorNumber = person.pharmacistNumber = registration;
}

} // namespace

Person Person::make(const Random& random, const Facts& known)
{
    Person person;
    Random draws = random.stream("person");
    person.sex = draws.chance(0.5) ? Sex::Male : Sex::Female;
    person.birth = dayWithin(earliestBirth, latestBirth, draws);
    person.fromHongKong = draws.chance(0.5);
    if (known.has("holder.sex"))
        person.sex = known.value("holder.sex") == "F" ? Sex::Female : Sex::Male;
    if (const auto birth = known.date("holder.birth-date"); birth && birth->toTheDay())
        person.birth = *birth;
    inventName(person, random.stream("name"));
    Random numbers = random.stream("numbers");
    person.hkid = makeHkid(numbers);
    person.residentId = makeResidentId(numbers.pick(homeRegions), person.birth, person.sex, numbers);
    person.residencePermit = makeResidentId("810000", person.birth, person.sex, numbers);
    takeKnown(person, known);
    inventCareer(person, random.stream("career"));
    if (known.has("registration.number"))
        person.doctorNumber = person.pharmacistNumber = known.value("registration.number");
    return person;
}

std::string Person::latinName() const
{
    std::string given = givenLatin;
    append(given, englishName);
    return upperCase(surnameLatin) + ", " + given;
}

std::string upperCase(std::string_view text)
{
    std::string upper(text);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return upper;
}

} // namespace vidimus::specimen
