#pragma once
#include <imgui.h>

#include <set>
#include <string>
#include <string_view>

/// The faces that views write in, and which characters they must hold.
namespace vidimus::gui {

struct FontSet {
    ImFont* body = nullptr;
    ImFont* bold = nullptr;
    ImFont* small = nullptr;
    ImFont* title = nullptr;
    ImFont* symbol = nullptr; ///< large icons of empty states
};

/// The running fonts; set by whoever bakes the atlas. Null members mean ImGui's own face.
FontSet& fonts();

/// For the length of a scope, write in that face.
class InFont {
public:
    explicit InFont(ImFont* font) { ImGui::PushFont(font ? font : ImGui::GetFont()); }
    ~InFont() { ImGui::PopFont(); }
    InFont(const InFont&) = delete;
    InFont& operator=(const InFont&) = delete;
};

/// The characters that have to be in the atlas. Grows as new texts are shown.
class GlyphNeeds {
public:
    /// Notes the characters of a text. Characters outside the basic plane need the letters of their U+ form.
    void need(std::string_view utf8);
    const std::set<ImWchar>& characters() const { return m_characters; }
    /// Grows whenever a character was new.
    std::size_t generation() const { return m_characters.size(); }

private:
    std::set<ImWchar> m_characters;
};

/// ImWchar has 16 bits: a character beyond is shown as "U+2XXXX", never as a box. The data keep the character.
std::string displayable(std::string_view utf8);
/// The way back for a text that a person has edited in that form.
std::string fromDisplayable(std::string_view shown);

} // namespace vidimus::gui
