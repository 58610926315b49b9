#include "profiles/messages.hpp"
#include "core/spelling.hpp"
#include "profiles/toml_reader.hpp"

#include <set>

namespace vidimus::profiles {
namespace {

namespace fs = std::filesystem;

const std::set<std::string, std::less<>> languages{"en", "zh-Hans", "zh-Hant", "pt"};

std::vector<fs::path> filesOf(const packs::Pack& pack)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(pack.folder / "messages", error))
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Every `{name}` that has a value is replaced by it; one that has none is left out.
std::string filled(std::string_view text, const std::map<std::string, std::string>& values)
{
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos)
            return out += text;
        out += text.substr(0, open);
        const auto value = values.find(std::string(text.substr(open + 1, close - open - 1)));
        if (value != values.end())
            out += value->second;
        text.remove_prefix(close + 1);
    }
    return out;
}

} // namespace

Messages Messages::load(const packs::PackList& packs)
{
    Messages messages;
    for (const packs::Pack& pack : packs.packs)
        for (const fs::path& file : filesOf(pack)) {
            const std::string language = file.stem().string();
            TomlReader reader(file);
            const auto root = reader.parse();
            if (!root) {
                messages.m_errors.push_back(root.error());
                continue;
            }
            if (!languages.contains(language))
                reader.fail(*root, "the file's name must be a language: en, zh-Hans, zh-Hant or pt");
            for (const auto& [table, node] : *root) {
                const toml::table* texts = reader.table(*root, table.str());
                if (!texts)
                    continue;
                for (const auto& [key, text] : *texts)
                    // The first pack in order of ids speaks; a later one adds, it does not change.
                    messages.m_texts[language].emplace(
                        std::string(table.str()) + "." + std::string(key.str()), reader.text(*texts, key.str()));
            }
            if (reader.error())
                messages.m_errors.push_back(*reader.error());
        }
    return messages;
}

const std::string* Messages::find(std::string_view table, std::string_view key, std::string_view language) const
{
    const std::string name = std::string(table) + "." + std::string(key);
    for (const std::string_view tried : {language, std::string_view("en")}) {
        const auto texts = m_texts.find(std::string(tried));
        if (texts == m_texts.end())
            continue;
        const auto text = texts->second.find(name);
        if (text != texts->second.end())
            return &text->second;
    }
    return nullptr;
}

std::string Messages::question(std::string_view check, std::string_view language) const
{
    const std::string* text = find(check, "question", language);
    return text ? *text : std::string(check);
}

std::string Messages::answer(const Finding& finding, std::string_view language) const
{
    const std::string outcome(nameOf(finding.outcome));
    const std::string_view reason = finding.reason.empty() ? std::string_view(outcome) : finding.reason;
    // A value "cause" tells one reason in finer words where there are some.
    const auto cause = finding.values.find("cause");
    const std::string* text = cause == finding.values.end()
        ? nullptr
        : find(finding.check, std::string(reason) + "-" + cause->second, language);
    if (!text)
        text = find(finding.check, reason, language);
    if (!text)
        text = find("common", reason, language);
    if (!text)
        text = find(finding.check, outcome, language);
    if (!text)
        text = find("common", outcome, language);
    return text ? filled(*text, finding.values) : std::string(reason);
}

std::string Messages::source(const Finding& finding, std::string_view language) const
{
    // Words for the check's own source only: what a check cites of itself is a title or a clause.
    const std::string* english = find(finding.check, "source", "en");
    const std::string* text = find(finding.check, "source", language);
    return english && text && *english == finding.source ? *text : finding.source;
}

std::string Messages::fieldName(std::string_view field, std::string_view language) const
{
    const std::string* text = find("fields", field, language);
    return text ? *text : std::string(field);
}

} // namespace vidimus::profiles
