#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace vidimus::gui {

/// The workstation's own words in one language: tables [gui.*] of assets/messages, and the shared names of enumerators.
class Texts {
public:
    using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;
    explicit Texts(std::string_view language);

    /// "cases.empty" -> the text under gui.cases.empty.
    std::string operator()(std::string_view key) const;
    std::string operator()(std::string_view key, Values values) const;
    /// A text outside the gui tables: "severity.adverse".
    std::string shared(std::string_view key) const;
    /// The name of a field in words; its id where there is none.
    std::string field(std::string_view id) const;
    /// "1 case", "5 cases": key.one or key.many with {n}.
    std::string count(std::string_view key, std::size_t n) const;
    const std::string& language() const { return m_language; }

private:
    std::string m_language;
};

/// Every text of the gui tables and of the shared ones in that language, for the font atlas.
std::string allTexts(std::string_view language);
/// The language's own name for itself: "English", "简体中文".
std::string languageName(std::string_view language);

} // namespace vidimus::gui
