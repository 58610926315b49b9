#pragma once
#include "objects.hpp"

#include <initializer_list>
#include <set>
#include <string_view>
#include <utility>

namespace vidimus::pdf {

/// Do two objects of two documents say the same, with everything that they lead to? Links back (Parent, P,
/// StructParent) are not followed. Loops count as equal where everything else on them is. Bounded: what is too deep or
/// too much counts as different.
class DeepEqual {
public:
    DeepEqual(Objects& before, Objects& after)
        : m_before(before)
        , m_after(after)
    {
    }
    bool operator()(const Value& before, const Value& after) { return equal(before, after, 0); }
    /// Dictionaries, but for these keys.
    bool except(const Value& before, const Value& after, std::initializer_list<std::string_view> ignored);

private:
    bool equal(const Value& before, const Value& after, int depth);
    bool dictionariesEqual(
        const Value& before, const Value& after, std::initializer_list<std::string_view> ignored, int depth);
    bool streamsEqual(const Value& before, const Value& after, int depth);

    Objects& m_before;
    Objects& m_after;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_same; ///< found equal, or being compared
    std::size_t m_steps = 0;
};

} // namespace vidimus::pdf
