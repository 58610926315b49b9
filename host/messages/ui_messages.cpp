#include "messages/ui_messages.hpp"

#include <toml++/toml.h>

#include <cstdlib>
#include <iostream>

namespace vidimus::messages {

namespace embedded {
extern const std::string_view en_toml, zh_Hans_toml, zh_Hant_toml, pt_toml;
}

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

void flatten(const toml::table& table, const std::string& prefix, Texts& texts)
{
    for (const auto& [key, node] : table) {
        const std::string name = prefix.empty() ? std::string(key.str()) : prefix + "." + std::string(key.str());
        if (const auto* inner = node.as_table())
            flatten(*inner, name, texts);
        else if (const auto text = node.value<std::string>())
            texts.insert_or_assign(name, *text);
    }
}

/// The texts are part of the program: one that cannot be parsed is our mistake, found by the first test that runs.
Texts parsed(std::string_view language, std::string_view toml)
{
    try {
        Texts texts;
        flatten(toml::parse(toml, std::string(language) + ".toml"), {}, texts);
        return texts;
    } catch (const toml::parse_error& error) {
        std::cerr << "assets/messages/" << error << '\n';
        std::abort();
    }
}

bool contains(std::string_view tag, std::string_view part)
{
    return tag.find(part) != std::string_view::npos;
}

} // namespace

UiMessages::UiMessages()
{
    m_texts.emplace("en", parsed("en", embedded::en_toml));
    m_texts.emplace("zh-Hans", parsed("zh-Hans", embedded::zh_Hans_toml));
    m_texts.emplace("zh-Hant", parsed("zh-Hant", embedded::zh_Hant_toml));
    m_texts.emplace("pt", parsed("pt", embedded::pt_toml));
}

const UiMessages& UiMessages::instance()
{
    static const UiMessages messages;
    return messages;
}

const std::vector<std::string_view>& UiMessages::languages()
{
    static const std::vector<std::string_view> all{"en", "zh-Hans", "zh-Hant", "pt"};
    return all;
}

std::string_view UiMessages::bestLanguage(std::string_view tag)
{
    if (tag.starts_with("pt"))
        return "pt";
    if (!tag.starts_with("zh"))
        return "en";
    if (contains(tag, "Hans"))
        return "zh-Hans";
    for (const std::string_view traditional : {"Hant", "TW", "HK", "MO"})
        if (contains(tag, traditional))
            return "zh-Hant";
    return "zh-Hans";
}

std::string_view UiMessages::text(std::string_view language, std::string_view key) const
{
    for (const std::string_view tried : {bestLanguage(language), std::string_view("en")}) {
        const Texts& texts = m_texts.find(tried)->second;
        if (const auto found = texts.find(key); found != texts.end())
            return found->second;
    }
    return key;
}

std::string UiMessages::format(std::string_view language, std::string_view key,
    std::initializer_list<std::pair<std::string_view, std::string_view>> values) const
{
    const std::string_view pattern = text(language, key);
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto* used = values.end();
        for (const auto* value = values.begin(); pattern[at] == '{' && value != values.end(); ++value) {
            const std::string_view name = value->first;
            if (pattern.substr(at + 1, name.size()) == name && pattern.substr(at + 1 + name.size(), 1) == "}")
                used = value;
        }
        if (used == values.end()) {
            out += pattern[at++];
        } else {
            out += used->second;
            at += used->first.size() + 2;
        }
    }
    return out;
}

std::vector<std::string_view> UiMessages::keys(std::string_view language) const
{
    std::vector<std::string_view> all;
    for (const auto& [key, text] : m_texts.find(bestLanguage(language))->second)
        all.push_back(key);
    return all;
}

} // namespace vidimus::messages
