#include "names/relations.hpp"

namespace vidimus::names {
namespace {

/// Position by position, both of one length.
NameRelation compareAligned(const Readings& readings, std::u32string_view a, std::u32string_view b)
{
    NameRelation result{Relation::Identical, ""};
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i])
            continue;
        const bool alike = readings.alike(a[i], b[i]);
        result.explanation += (result.explanation.empty() ? "" : " ") + utf8(a.substr(i, 1)) + (alike ? "≈" : "≠")
            + utf8(b.substr(i, 1));
        if (!alike)
            result.relation = Relation::Conflict;
        else if (result.relation == Relation::Identical)
            result.relation = Relation::Variant;
    }
    return result;
}

} // namespace

NameRelation compareHan(const Readings& readings, std::u32string_view a, std::u32string_view b)
{
    if (a.size() == b.size())
        return compareAligned(readings, a, b);
    const std::u32string_view longer = a.size() > b.size() ? a : b, shorter = a.size() > b.size() ? b : a;
    const std::size_t more = longer.size() - shorter.size();
    // Married form: the husband's surname before the whole name, 陳李美玲 and 李美玲.
    const bool prefixed = more <= 2 && shorter.size() >= 2
        && compareAligned(readings, longer.substr(more), shorter).relation != Relation::Conflict;
    if (prefixed)
        return {Relation::Subset, "+" + utf8(longer.substr(0, more))};
    return {Relation::Conflict, utf8(a) + "≠" + utf8(b)};
}

} // namespace vidimus::names
