#include "specimen/holder.hpp"

#include <algorithm>

namespace vidimus::specimen {

void setMainlandHolder(Facts& facts, const Person& person)
{
    facts.set("holder.name.han", person.hansName());
    facts.set("holder.sex", person.sex == Sex::Male ? "M" : "F");
    facts.set("holder.birth-date", person.birth.iso());
    facts.set("holder.id-number", person.mainlandIdNumber());
    facts.set("holder.id-kind", person.fromHongKong ? "hkid" : "cn-resident-id");
}

void setNames(Facts& facts, const Person& person)
{
    facts.set("holder.name.han", person.hanName());
    facts.set("holder.name.latin", person.latinName());
}

Date dayAtAge(const Person& person, int years, int notBefore, Random& random)
{
    return *Date::of(std::max(person.birth.year() + years, notBefore), random.between(1, 12), random.between(1, 28));
}

} // namespace vidimus::specimen
