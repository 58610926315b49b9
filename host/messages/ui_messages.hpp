#pragma once
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vidimus::messages {

/// The program's own words (assets/messages/<language>.toml, built into the program): labels, headings, names of the
/// vocabulary's enumerators. The packs' words are the profiles' Messages. Immutable, so usable from any thread.
class UiMessages {
public:
    static const UiMessages& instance();

    /// The text under "table.key" ("report.title"). English where the language lacks it; the key where English does.
    /// \param language  one of languages(), or any BCP 47 tag or POSIX locale, see bestLanguage().
    std::string_view text(std::string_view language, std::string_view key) const;

    /// The same with "{name}" replaced by its value. A placeholder that was given no value stays as it is.
    std::string format(std::string_view language, std::string_view key,
        std::initializer_list<std::pair<std::string_view, std::string_view>> values) const;

    /// All keys of a language, sorted.
    std::vector<std::string_view> keys(std::string_view language) const;

    /// en, zh-Hans, zh-Hant, pt.
    static const std::vector<std::string_view>& languages();

    /// The language of ours that serves a tag or locale best: "zh_TW.UTF-8", "zh-HK", "zh-Hant-MO" -> zh-Hant;
    /// other Chinese -> zh-Hans; "pt_BR" -> pt; all else -> en.
    static std::string_view bestLanguage(std::string_view tag);

private:
    UiMessages();
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>
        m_texts; ///< language -> key -> text
};

} // namespace vidimus::messages
