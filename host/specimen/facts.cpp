#include "specimen/facts.hpp"

#include <algorithm>
#include <array>

namespace vidimus::specimen {

bool hasLanguage(std::string_view id)
{
    static constexpr std::array<std::string_view, 5> several{
        "issuer.name", "institution.name", "qualification.name", "title.specialty", "practice.category"};
    return std::find(several.begin(), several.end(), id) != several.end();
}

std::string Facts::value(std::string_view id, std::string_view lang) const
{
    const auto found = m_values.find({std::string(id), std::string(lang)});
    return found == m_values.end() ? std::string() : found->second;
}

bool Facts::has(std::string_view id) const
{
    const auto next = m_values.lower_bound({std::string(id), std::string()});
    return next != m_values.end() && next->first.first == id;
}

void Facts::set(std::string_view id, std::string value, std::string_view lang)
{
    m_values[{std::string(id), std::string(lang)}] = std::move(value);
}

void Facts::erase(std::string_view id)
{
    std::erase_if(m_values, [&](const auto& entry) { return entry.first.first == id; });
}

} // namespace vidimus::specimen
