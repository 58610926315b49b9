#include "deep_equal.hpp"

#include <algorithm>

namespace vidimus::pdf {

namespace {
constexpr int deepest = 100;
constexpr std::size_t mostSteps = 5'000'000;
constexpr std::size_t largestStream = 64 << 20;
} // namespace

bool DeepEqual::except(const Value& before, const Value& after, std::initializer_list<std::string_view> ignored)
{
    return before.isDictionary() && after.isDictionary() && dictionariesEqual(before, after, ignored, 0);
}

bool DeepEqual::dictionariesEqual(
    const Value& before, const Value& after, std::initializer_list<std::string_view> ignored, int depth)
{
    const auto counts = [&](const std::string& key) {
        return key != "Parent" && key != "P" && key != "StructParent"
            && std::find(ignored.begin(), ignored.end(), key) == ignored.end();
    };
    for (std::size_t i = 0; i < before.keys.size(); ++i)
        if (counts(before.keys[i]) && !equal(before.items[i], after[before.keys[i]], depth + 1))
            return false;
    for (std::size_t i = 0; i < after.keys.size(); ++i)
        if (counts(after.keys[i]) && before[after.keys[i]].isNull() && !m_after.resolve(after.items[i]).isNull())
            return false;
    return true;
}

bool DeepEqual::equal(const Value& before, const Value& after, int depth)
{
    if (depth > deepest || ++m_steps > mostSteps)
        return false;
    if (before.isReference() && after.isReference()) {
        const std::pair pair{static_cast<std::uint32_t>(before.number), static_cast<std::uint32_t>(after.number)};
        if (!m_same.insert(pair).second)
            return true;
        const bool same = equal(m_before.resolve(before), m_after.resolve(after), depth + 1);
        if (!same)
            m_same.erase(pair);
        return same;
    }
    const Value& a = m_before.resolve(before);
    const Value& b = m_after.resolve(after);
    if (a.kind != b.kind || a.isStream() != b.isStream())
        return false;
    if (a.isStream())
        return dictionariesEqual(a, b, {"Length", "Filter", "DecodeParms"}, depth) && streamsEqual(a, b, depth);
    if (a.isDictionary())
        return dictionariesEqual(a, b, {}, depth);
    if (a.isArray())
        return a.items.size() == b.items.size()
            && std::equal(a.items.begin(), a.items.end(), b.items.begin(),
                [&](const Value& x, const Value& y) { return equal(x, y, depth + 1); });
    return a.number == b.number && a.text == b.text;
}

bool DeepEqual::streamsEqual(const Value& before, const Value& after, int depth)
{
    if (m_before.raw(before) == m_after.raw(after))
        return equal(before["Filter"], after["Filter"], depth + 1)
            && equal(before["DecodeParms"], after["DecodeParms"], depth + 1);
    // The same data may be stored anew, e.g. by a repair.
    const std::string data = m_before.decoded(before, largestStream);
    return !data.empty() && data.size() < largestStream && data == m_after.decoded(after, largestStream);
}

} // namespace vidimus::pdf
