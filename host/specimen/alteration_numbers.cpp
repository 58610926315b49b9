#include "specimen/alteration_steps.hpp"

#include <algorithm>
#include <array>

namespace vidimus::specimen::steps {
namespace {

constexpr std::array<std::string_view, 2> codes{"document.number", "qualification.number"};

/// Where the 27-character qualification code stands on this document; empty where it does not.
std::string_view qualificationCodeField(const Facts& facts)
{
    for (const std::string_view id : codes)
        if (facts.value(id).size() == 27)
            return id;
    return {};
}

char otherDigit(char digit, Random& random)
{
    const int value = digit >= '0' && digit <= '9' ? digit - '0' : 0;
    return static_cast<char>('0' + (value + random.between(1, 9)) % 10);
}

/// Puts another identity number in, also where a code embeds it, so that nothing but the number itself is odd.
std::vector<std::string> setIdentity(Facts& facts, const std::string& number)
{
    std::vector<std::string> changed{"holder.id-number"};
    const std::string before = bareHkid(facts.value("holder.id-number"));
    facts.set("holder.id-number", number);
    if (const std::string_view id = qualificationCodeField(facts); !id.empty()) {
        std::string code = facts.value(id);
        if (const std::size_t place = code.find(before); place != std::string::npos) {
            facts.set(id, code.replace(place, before.size(), bareHkid(number)));
            changed.emplace_back(id);
        }
    }
    return changed;
}

/// Where the year stands in this document's number: physicians' codes begin with it, those of graduation and degree
/// certificates have the school and the kind before it.
std::optional<std::size_t> yearPlace(std::string_view type, std::string_view number)
{
    if (number.size() == 27)
        return 0;
    const bool ofSchool
        = (type == "cn.graduation" && number.size() == 18) || (type == "cn.degree" && number.size() == 16);
    return ofSchool ? std::optional<std::size_t>(6) : std::nullopt;
}

bool isResidentId(std::string_view number)
{
    return number.size() == 18 && number.find('(') == std::string_view::npos;
}

} // namespace

Changed checkDigit(AlterationScene& scene)
{
    if (!scene.shows("holder.id-number"))
        return std::nullopt;
    std::string number = scene.facts.value("holder.id-number");
    const std::size_t bracket = number.find('(');
    if (bracket == std::string::npos && !isResidentId(number))
        return std::nullopt;
    char& check = bracket == std::string::npos ? number.back() : number[bracket + 1];
    check = check == 'A' || check == 'X' ? static_cast<char>('0' + scene.random.below(10))
                                         : otherDigit(check, scene.random);
    return setIdentity(scene.facts, number);
}

Changed mrzCheckDigit(AlterationScene& scene)
{
    std::string lines = scene.facts.value("mrz.lines");
    if (!scene.shows("mrz.lines") || lines.size() != 89)
        return std::nullopt;
    // Line 2 begins after 44 characters and the line end; its last position is the composite digit.
    lines[88] = otherDigit(lines[88], scene.random);
    scene.facts.set("mrz.lines", lines);
    return Changed{{"mrz.lines"}};
}

Changed numberFormat(AlterationScene& scene)
{
    for (const std::string_view id : {"registration.number", "holder.id-number", "document.number"}) {
        std::string number = scene.facts.value(id);
        const auto digit = std::find_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!scene.shows(id) || digit == number.end())
            continue;
        number.erase(digit + 1);
        scene.facts.set(id, number);
        return Changed{{std::string(id)}};
    }
    return std::nullopt;
}

Changed birthDateInNumber(AlterationScene& scene)
{
    const auto birth = scene.facts.date("holder.birth-date");
    if (!birth || !isResidentId(scene.facts.value("holder.id-number")) || !scene.shows("holder.birth-date")
        || !scene.shows("holder.id-number"))
        return std::nullopt;
    scene.facts.set("holder.birth-date", birth->plusDays(scene.random.between(40, 300)).iso());
    return Changed{{"holder.birth-date"}};
}

Changed sexInNumber(AlterationScene& scene)
{
    if (!isResidentId(scene.facts.value("holder.id-number")) || !scene.shows("holder.id-number"))
        return std::nullopt;
    return otherSex(scene);
}

Changed embeddedIdentity(AlterationScene& scene)
{
    const std::string_view id = qualificationCodeField(scene.facts);
    if (id.empty() || !scene.shows(id) || !scene.shows("holder.id-number"))
        return std::nullopt;
    std::string code = scene.facts.value(id);
    const std::string embedded = code.ends_with("HKG")
        ? bareHkid(makeHkid(scene.random)) + "0000000HKG"
        : makeResidentId("440305", scene.person.birth, scene.person.sex, scene.random);
    scene.facts.set(id, code.substr(0, 9) + embedded);
    return Changed{{std::string(id)}};
}

Changed commercialCode(AlterationScene& scene)
{
    std::string list = scene.facts.value("holder.ccc");
    if (list.size() < 9 || !scene.shows("holder.ccc") || !scene.shows("holder.name.han"))
        return std::nullopt;
    const std::size_t last = list.size() - 4;
    list[last + 1] = otherDigit(list[last + 1], scene.random);
    list[last + 3] = otherDigit(list[last + 3], scene.random);
    scene.facts.set("holder.ccc", list);
    return Changed{{"holder.ccc"}};
}

Changed codeYear(AlterationScene& scene)
{
    const auto issue = scene.facts.date("issue.date");
    std::string code = scene.facts.value("document.number");
    const auto place = yearPlace(scene.type.id, code);
    if (!issue || !place || !scene.shows("document.number") || !scene.shows("issue.date"))
        return std::nullopt;
    scene.facts.set("document.number", code.replace(*place, 4, std::to_string(issue->year() + 2)));
    return Changed{{"document.number"}};
}

Changed codeRegion(AlterationScene& scene)
{
    std::string code = scene.facts.value("document.number");
    if ((code.size() != 27 && code.size() != 15) || !scene.shows("document.number"))
        return std::nullopt;
    scene.facts.set("document.number", code.replace(code.size() == 27 ? 4 : 3, 2, "31"));
    return Changed{{"document.number"}};
}

Changed otherIdentity(AlterationScene& scene)
{
    const std::string number = scene.facts.value("holder.id-number");
    if (!scene.shows("holder.id-number"))
        return std::nullopt;
    if (number.find('(') != std::string::npos)
        return setIdentity(scene.facts, makeHkid(scene.random));
    if (!isResidentId(number))
        return std::nullopt;
    return setIdentity(
        scene.facts, makeResidentId(number.substr(0, 6), scene.person.birth, scene.person.sex, scene.random));
}

Changed mrzDiffers(AlterationScene& scene)
{
    std::string number = scene.facts.value("document.number");
    if (!scene.shows("mrz.lines") || !scene.shows("document.number"))
        return std::nullopt;
    number.back() = otherDigit(number.back(), scene.random);
    scene.facts.set("document.number", number);
    return Changed{{"document.number"}};
}

Changed codeDiffers(AlterationScene& scene)
{
    std::string text = scene.facts.value(codeText);
    const auto digit = std::find_if(text.rbegin(), text.rend(), [](char c) { return c >= '0' && c <= '9'; });
    if (!scene.shows(codeText) || digit == text.rend())
        return std::nullopt;
    *digit = otherDigit(*digit, scene.random);
    scene.facts.set(codeText, text);
    return Changed{{std::string(codeText)}};
}

} // namespace vidimus::specimen::steps
