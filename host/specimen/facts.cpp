#include "specimen/facts.hpp"

namespace vidimus::specimen {

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
