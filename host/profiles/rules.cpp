#include "profiles/rules.hpp"

namespace vidimus::profiles {

void flatten(const toml::node& node, const std::string& key, std::map<std::string, std::string>& into)
{
    if (const toml::table* table = node.as_table()) {
        for (const auto& [name, value] : *table)
            flatten(value, key + "." + std::string(name.str()), into);
        return;
    }
    if (const toml::array* list = node.as_array()) {
        std::size_t index = 0;
        for (const toml::node& item : *list)
            flatten(item, key + "." + std::to_string(index++), into);
        return;
    }
    if (auto text = scalarText(node))
        into.insert_or_assign(key, std::move(*text));
}

void addFieldRules(Profile& profile)
{
    std::size_t count = 0;
    for (const FieldSpec& field : profile.fields) {
        const std::string key = "field." + field.id;
        // The list of the profile's field ids: fields.0, fields.1 …
        if (!profile.rules.count(key + ".required"))
            profile.rules.emplace("fields." + std::to_string(count++), field.id);
        std::string& required = profile.rules[key + ".required"];
        if (required.empty() || field.required)
            required = field.required ? "true" : "false";
        if (!field.pattern.empty())
            profile.rules.emplace(key + ".pattern", field.pattern);
        if (!field.validator.empty())
            profile.rules.emplace(key + ".validator", field.validator);
    }
}

} // namespace vidimus::profiles
