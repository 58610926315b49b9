#include "pipeline/extract/registered_page.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

namespace vidimus::pipeline {
namespace {

/// A design has few variants; each costs a pass.
constexpr int mostExemplars = 4;

std::optional<int> countIn(const Fact& fact, const char* name)
{
    const auto found = fact.values.find(name);
    if (found == fact.values.end())
        return std::nullopt;
    int count = 0;
    const std::string& text = found->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    return error == std::errc{} && end == text.data() + text.size() && count >= 0 ? std::optional(count) : std::nullopt;
}

std::optional<Transform> transformIn(const Fact& fact)
{
    const auto found = fact.values.find("transform");
    if (found == fact.values.end())
        return std::nullopt;
    std::istringstream numbers(found->second);
    Transform transform;
    for (double& value : transform.m)
        if (!(numbers >> value) || !std::isfinite(value))
            return std::nullopt;
    return transform;
}

} // namespace

std::optional<Registration> registrationIn(const Fact& fact, std::uint32_t part)
{
    if (fact.kind != "page.registration" || countIn(fact, "part") != static_cast<int>(part))
        return std::nullopt;
    const auto transform = transformIn(fact);
    const auto matches = countIn(fact, "matches"), inliers = countIn(fact, "inliers");
    if (!transform || !matches || !inliers)
        return std::nullopt;
    return Registration{*transform, *matches, *inliers};
}

Result<std::optional<Registration>> RegisteredPage::onto(const profiles::Exemplar& exemplar)
{
    const auto pass = m_reader.pass(
        {.what = "registration", .page = m_part.page, .part = static_cast<int>(m_part.part)}, exemplar.print);
    // A page that is no picture, or a reader that cannot: fields are found by their labels alone.
    if (!pass && pass.error().kind == ErrorKind::Unsupported)
        return std::optional<Registration>();
    if (!pass)
        return pass.error();
    for (const Fact& fact : (*pass)->facts)
        if (const auto found = registrationIn(fact, m_part.part))
            return found;
    return std::optional<Registration>();
}

Result<void> RegisteredPage::lay()
{
    m_laid = true;
    int asked = 0;
    for (const auto& exemplar : m_profile.exemplars) {
        const bool otherSide = !exemplar->side.empty() && !m_part.side.empty() && exemplar->side != m_part.side;
        if (otherSide || asked++ >= mostExemplars)
            continue;
        const auto found = onto(*exemplar);
        if (!found)
            return found.error();
        if (*found && (!m_exemplar || (*found)->inliers > m_registration.inliers)) {
            m_exemplar = exemplar.get();
            m_registration = **found;
        }
    }
    return {};
}

Result<std::optional<Region>> RegisteredPage::boxOf(const profiles::FieldSpec& spec, const PreparedPage& prepared)
{
    if (!m_laid && !m_profile.exemplars.empty())
        if (const auto laid = lay(); !laid)
            return laid.error();
    return knownBoxOf(spec, prepared);
}

std::optional<Region> RegisteredPage::knownBoxOf(const profiles::FieldSpec& spec, const PreparedPage& prepared) const
{
    if (!m_exemplar)
        return std::nullopt;
    for (const profiles::ExemplarBox& box : m_exemplar->boxes) {
        if (box.field != spec.id || box.lang != spec.lang)
            continue;
        const Region page{{0}, {0}, prepared.width, prepared.height};
        const Region place = intersected(boundsOf(m_registration.toPage(quadOf(box.region))), page);
        if (!place.empty())
            return place;
    }
    return std::nullopt;
}

} // namespace vidimus::pipeline
