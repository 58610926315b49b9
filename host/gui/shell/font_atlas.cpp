#include "gui/shell/font_atlas.hpp"

#include "gui/views/texts.hpp"
#include "gui/widgets/icons.hpp"

#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>

namespace vidimus::gui {

namespace {

constexpr const char* regularFace = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
constexpr const char* boldFace = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";
constexpr const char* latinFace = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf";
constexpr const char* latinBoldFace = "/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf";
constexpr const char* iconFace = "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";

// ImGui's size is ascent + descent; Noto Sans CJK's are 1.160 and 0.288 em (its hhea table).
constexpr float lineOverEm = 1.448f;

// The same of Liberation Sans: 0.905 and 0.212 em, a little smaller to match Noto's x-height.
constexpr float lineOfLatin = 1.117f * 0.97f;

// Sizes of the em square in design pixels.
constexpr float bodyEm = 15, smallEm = 12.5f, titleEm = 20, symbolEm = 48;

/// The face in the collection whose Han shapes are those of the language.
int faceNumber(const std::string& language)
{
    return language == "zh-Hant" ? 4 : 2; // 4: Hong Kong, 2: Simplified Chinese; Latin is the same in all
}

bool isLatin(const std::string& language)
{
    return !language.starts_with("zh");
}

/// Marks that the Chinese faces draw as wide as a Han character, where Latin text wants them narrow.
constexpr ImWchar narrowMarks[] = {0xB7, 0xB7, 0x2010, 0x2026, 0};

ImVector<ImWchar> rangesOf(ImFontGlyphRangesBuilder& builder)
{
    ImVector<ImWchar> ranges;
    builder.BuildRanges(&ranges);
    return ranges;
}

} // namespace

FontAtlas::FontAtlas(std::string language, float scale)
    : m_language(std::move(language))
    , m_scale(scale)
{
}

void FontAtlas::setLanguage(const std::string& language)
{
    m_dirty = m_dirty || m_language != language;
    m_language = language;
}

void FontAtlas::setScale(float scale)
{
    m_dirty = m_dirty || m_scale != scale;
    m_scale = scale;
}

bool FontAtlas::refresh()
{
    if (!stale())
        return false;
    bake();
    return true;
}

ImFont* FontAtlas::addFace(const char* file, float em, bool withIcons, const ImVector<ImWchar>& ranges)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const float size = std::floor(em * m_scale * lineOverEm + 0.5f);
    ImFont* font = nullptr;
    if (std::filesystem::exists(file)) {
        ImFontConfig config;
        config.FontNo = faceNumber(m_language);
        config.OversampleH = 1;
        config.PixelSnapH = true;
        config.EllipsisChar = 0x2026;
        config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
        font = atlas.AddFontFromFileTTF(file, size, &config, ranges.Data);
    } else if (std::ranges::find(m_missing, file) == m_missing.end()) {
        m_missing.emplace_back(file);
    }
    if (!font) {
        ImFontConfig config;
        config.SizePixels = em * m_scale;
        font = atlas.AddFontDefault(&config);
    }
    if (isLatin(m_language))
        merge(file == boldFace ? latinBoldFace : latinFace, em * lineOfLatin, 0, narrowMarks);
    if (withIcons)
        merge(iconFace, em * 1.2f, em * 0.22f, m_iconRanges.Data); // its own baseline is the icon's foot: centred so
    return font;
}

void FontAtlas::merge(const char* file, float size, float down, const ImWchar* ranges)
{
    if (!std::filesystem::exists(file)) {
        if (std::ranges::find(m_missing, file) == m_missing.end())
            m_missing.emplace_back(file);
        return;
    }
    ImFontConfig config;
    config.MergeMode = true;
    config.OversampleH = 1;
    config.PixelSnapH = true;
    config.GlyphOffset = {0, std::floor(down * m_scale + 0.5f)};
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    ImGui::GetIO().Fonts->AddFontFromFileTTF(file, std::floor(size * m_scale + 0.5f), &config, ranges);
}

void FontAtlas::bake()
{
    ImFontGlyphRangesBuilder text, icons, none;
    const std::string words = allTexts(m_language) + languageName("en") + languageName("zh-Hans")
        + languageName("zh-Hant") + languageName("pt");
    text.AddText(words.c_str());
    // Latin with Portuguese and typographic marks, whatever the language: data bring them along.
    static constexpr ImWchar latin[]
        = {0x20, 0x7E, 0xA0, 0x17F, 0x2010, 0x2026, 0x20AC, 0x20AC, 0x2190, 0x2193, 0x2212, 0x2212, 0x3000, 0x3002, 0};
    text.AddRanges(latin);
    for (const ImWchar c : m_needs.characters())
        text.AddChar(c);
    if (isLatin(m_language))
        for (const ImWchar* range = narrowMarks; *range; range += 2)
            for (unsigned c = range[0]; c <= range[1]; ++c)
                text.UsedChars[static_cast<int>(c >> 5)] &= ~(1U << (c & 31));
    for (const char* glyph : icon::all)
        icons.AddText(glyph);
    none.AddChar(' ');
    m_textRanges = rangesOf(text);
    m_iconRanges = rangesOf(icons);
    m_latinRanges = rangesOf(none);
    m_missing.clear();

    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas.TexDesiredWidth = 2048;
    FontSet& set = fonts();
    set.body = addFace(regularFace, bodyEm, true, m_textRanges);
    set.bold = addFace(boldFace, bodyEm, true, m_textRanges);
    set.small = addFace(regularFace, smallEm, true, m_textRanges);
    set.title = addFace(boldFace, titleEm, false, m_textRanges);
    set.symbol = addFace(regularFace, symbolEm, true, m_latinRanges);
    ImGui::GetIO().FontDefault = set.body;
    atlas.Build();
    m_baked = m_needs.generation();
    m_dirty = false;
}

std::string missingGlyphs(const ImFont& font, std::string_view utf8)
{
    GlyphNeeds needs;
    needs.need(displayable(utf8));
    std::string missing;
    for (const ImWchar c : needs.characters())
        if (c > ' ' && !font.FindGlyphNoFallback(c)) {
            char text[16];
            std::snprintf(text, sizeof text, "U+%04X ", static_cast<unsigned>(c));
            missing += text;
        }
    return missing;
}

} // namespace vidimus::gui
