#include "specimen/alteration_steps.hpp"
#include "specimen/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace vidimus::specimen::steps {
namespace {

void shiftYears(Facts& facts, std::string_view id, int years)
{
    if (const auto date = facts.date(id); date && !date->isEndless())
        facts.set(id, date->plusYears(years).iso());
}

bool endsAtNewYear(const Facts& facts)
{
    return facts.value("valid.until").ends_with("-12-31");
}

/// A name that the authority did not bear on that day, and not within the year after a renaming either, in which old
/// blanks and seals are used up. The ministry: 卫生部 until March 2013, 国家卫生和计划生育委员会 until March 2018, then
/// 国家卫生健康委员会. Offices below followed up to a year later; Shenzhen's was 卫生和人口计划生育委员会 from 2009
/// until then, and 卫生和计划生育委员会 until early 2019. Empty where the text names no health authority.
std::string issuerOfAnotherTime(const std::string& issuer, const Date& issue)
{
    if (issuer.find("国家") != std::string::npos || issuer.find("中华人民共和国") != std::string::npos)
        return issue.iso() < "2014-10" ? "国家卫生健康委员会" : "中华人民共和国卫生部";
    const std::size_t body = issuer.find("卫生");
    if (body == std::string::npos)
        return {};
    return issuer.substr(0, body)
        + (issue.year() < 2018        ? "卫生健康委员会"
                : issue.year() < 2021 ? "卫生和人口计划生育委员会"
                                      : "卫生和计划生育委员会");
}

/// Where the issue is printed with two digits of its year, it cannot be moved before the birth: 56 may be 2056. A birth
/// after the issue is out of order in any century.
Changed bornAfterIssue(AlterationScene& scene, const Date& issue)
{
    const auto days = static_cast<int>(scene.asOf.dayNumber() - issue.dayNumber());
    if (days < 2)
        return std::nullopt;
    scene.facts.set("holder.birth-date", issue.plusDays(scene.random.between(1, std::min(days - 1, 2000))).iso());
    return Changed{{"holder.birth-date"}};
}

} // namespace

Changed expired(AlterationScene& scene)
{
    if (scene.layout.inForceUntil) {
        // A design that was called in: the paper itself needs no change, only a deciding date after that day.
        const Date last = scene.layout.inForceUntil(scene.facts.date("holder.birth-date").value_or(scene.person.birth));
        if (scene.asOf.dayNumber() > last.dayNumber())
            return Changed{std::in_place};
        scene.refused = fmt::format(
            "papers of this design are in force until {}, and it is judged on {}", last.iso(), scene.asOf.iso());
        return std::nullopt;
    }
    const auto until = scene.facts.date("valid.until");
    if (!until || until->isEndless() || !scene.shows("valid.until"))
        return std::nullopt;
    const int years = until->year() - scene.asOf.year() + scene.random.between(1, 2);
    for (const std::string_view id : {"valid.from", "valid.until", "issue.date"})
        shiftYears(scene.facts, id, -years);
    return Changed{{"valid.from", "valid.until", "issue.date"}};
}

Changed notYetValid(AlterationScene& scene)
{
    const auto from = scene.facts.date("valid.from");
    if (!from || !scene.shows("valid.from"))
        return std::nullopt;
    if (!endsAtNewYear(scene.facts)) {
        scene.facts.set("valid.from", scene.asOf.plusDays(scene.random.between(20, 90)).iso());
        return Changed{{"valid.from"}};
    }
    const int next = scene.asOf.year() + 1;
    scene.facts.set("valid.from", Date::of(next, 1, 1)->iso());
    scene.facts.set("valid.until", Date::of(next, 12, 31)->iso());
    scene.facts.set("issue.date", scene.asOf.plusDays(-scene.random.between(1, 20)).iso());
    return Changed{{"valid.from", "valid.until", "issue.date"}};
}

Changed validityShape(AlterationScene& scene)
{
    const auto until = scene.facts.date("valid.until");
    if (!until || !endsAtNewYear(scene.facts) || !scene.shows("valid.until"))
        return std::nullopt;
    // In the following year, so that it is still in force.
    scene.facts.set("valid.until",
        Date::of(scene.asOf.year() + 1, scene.random.between(2, 11), scene.random.between(2, 27))->iso());
    return Changed{{"valid.until"}};
}

Changed outOfOrder(AlterationScene& scene)
{
    const auto from = scene.facts.date("valid.from"), until = scene.facts.date("valid.until"),
               birth = scene.facts.date("holder.birth-date"), issue = scene.facts.date("issue.date");
    if (from && until && scene.shows("valid.from") && scene.shows("valid.until")) {
        scene.facts.set("valid.until", from->plusYears(-1).plusDays(scene.random.between(1, 200)).iso());
        return Changed{{"valid.until"}};
    }
    const PlacedField* printed = scene.shown("issue.date");
    if (!printed || !birth || !issue || !scene.shows("holder.birth-date"))
        return std::nullopt;
    if (printed->text == written(issue->iso(), DateForm::DashedShort))
        return bornAfterIssue(scene, *issue);
    scene.facts.set("issue.date", birth->plusDays(-scene.random.between(300, 2000)).iso());
    return Changed{{"issue.date"}};
}

Changed inTheFuture(AlterationScene& scene)
{
    if (!scene.shows("issue.date"))
        return std::nullopt;
    scene.facts.set("issue.date", scene.asOf.plusDays(scene.random.between(5, 35)).iso());
    return Changed{{"issue.date"}};
}

Changed tooYoung(AlterationScene& scene)
{
    const auto issue = scene.facts.date("issue.date");
    if (!issue || !scene.type.id.starts_with("cn.") || !scene.shows("issue.date") || !scene.shows("holder.birth-date"))
        return std::nullopt;
    const Date birth = issue->plusYears(-scene.random.between(13, 16)).plusDays(-scene.random.between(1, 300));
    const std::string number = scene.facts.value("holder.id-number");
    const std::string embedded = scene.facts.value("document.number");
    std::vector<std::string> changed{"holder.birth-date"};
    scene.facts.set("holder.birth-date", birth.iso());
    if (number.size() != 18)
        return changed;
    // A number that names its holder's birth date has to go along, or it would be found instead.
    const std::string fitting = makeResidentId(number.substr(0, 6), birth, scene.person.sex, scene.random);
    scene.facts.set("holder.id-number", fitting);
    changed.emplace_back("holder.id-number");
    for (const std::string_view id : {"document.number", "qualification.number"})
        if (std::string code = scene.facts.value(id); code.ends_with(number)) {
            scene.facts.set(id, code.replace(code.size() - 18, 18, fitting));
            changed.emplace_back(id);
        }
    return changed;
}

Changed missingField(AlterationScene& scene)
{
    static constexpr std::array<std::string_view, 4> usual{
        "registration.number", "holder.birth-date", "issue.date", "document.number"};
    std::string_view id = scene.argument;
    for (const std::string_view candidate : usual)
        if (id.empty() && scene.shows(candidate))
            id = candidate;
    if (!scene.shows(id) || !scene.facts.has(id))
        return std::nullopt;
    scene.facts.erase(id);
    return Changed{{std::string(id)}};
}

Changed issuerAnachronism(AlterationScene& scene)
{
    const auto issue = scene.facts.date("issue.date");
    if (!issue)
        return std::nullopt;
    const std::string issuer = issuerOfAnotherTime(scene.facts.value("issuer.name", "zh-Hans"), *issue);
    if (issuer.empty() || !scene.shows("issuer.name") || !scene.shows("issue.date"))
        return std::nullopt;
    scene.facts.set("issuer.name", issuer, "zh-Hans");
    scene.facts.set(sealText, issuer, "zh-Hans");
    return Changed{{"issuer.name"}};
}

Changed issuerUnknown(AlterationScene& scene)
{
    Facts& facts = scene.facts;
    if (!facts.has("issuer.name") || !scene.shows("issuer.name"))
        return std::nullopt;
    if (!facts.value("issuer.name", "zh-Hans").empty())
        facts.set("issuer.name", "华夏医师资格评审中心", "zh-Hans");
    if (!facts.value("issuer.name", "zh-Hant").empty())
        facts.set("issuer.name", "香港醫療執照總會", "zh-Hant");
    if (!facts.value("issuer.name", "en").empty())
        facts.set("issuer.name", "Hong Kong Medical Licensing Authority", "en");
    return Changed{{"issuer.name"}};
}

Changed otherName(AlterationScene& scene)
{
    const Person stranger = Person::make(scene.random.stream("stranger"), {});
    std::vector<std::string> changed;
    const bool simplified = scene.type.id.starts_with("cn.");
    if (scene.facts.has("holder.name.han")) {
        scene.facts.set("holder.name.han", simplified ? stranger.hansName() : stranger.hanName());
        changed.emplace_back("holder.name.han");
    }
    if (scene.facts.has("holder.name.latin")) {
        scene.facts.set("holder.name.latin", stranger.latinName());
        changed.emplace_back("holder.name.latin");
    }
    if (scene.facts.has("holder.ccc")) {
        scene.facts.set("holder.ccc", stranger.commercialCodes);
        changed.emplace_back("holder.ccc");
    }
    return changed.empty() ? std::nullopt : Changed{changed};
}

Changed otherBirthDate(AlterationScene& scene)
{
    const auto birth = scene.facts.date("holder.birth-date");
    if (!birth || !scene.shows("holder.birth-date"))
        return std::nullopt;
    scene.facts.set("holder.birth-date",
        birth->plusYears(scene.random.chance(0.5) ? 1 : -1).plusDays(scene.random.between(2, 20)).iso());
    return Changed{{"holder.birth-date"}};
}

Changed otherSex(AlterationScene& scene)
{
    const std::string sex = scene.facts.value("holder.sex");
    if (sex.empty() || !scene.shows("holder.sex"))
        return std::nullopt;
    scene.facts.set("holder.sex", sex == "M" ? "F" : "M");
    return Changed{{"holder.sex"}};
}

Changed sealDiffers(AlterationScene& scene)
{
    if (!scene.facts.has(sealText) || !scene.shows(sealText))
        return std::nullopt;
    for (const std::string_view lang : {"zh-Hans", "zh-Hant", "en"})
        if (!scene.facts.value(sealText, lang).empty())
            scene.facts.set(sealText,
                lang == "en"            ? "ASSOCIATION OF WELLNESS CONSULTANTS"
                    : lang == "zh-Hans" ? "南方健康管理咨询中心"
                                        : "南方健康顧問協會",
                lang);
    return Changed{{std::string(sealText)}};
}

} // namespace vidimus::specimen::steps
