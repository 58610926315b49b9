#include "gui/shell/font_atlas.hpp"

#include "gui/views/texts.hpp"
#include "gui/widgets/icons.hpp"

#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <span>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

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

/// A face's file in memory, mapped once and for good: reading all twenty megabytes of a CJK collection again for each
/// size took longer than baking. Empty where there is no such file.
std::span<const std::uint8_t> mapped(const char* file)
{
    static std::map<std::string, std::span<const std::uint8_t>> all;
    const auto [at, fresh] = all.try_emplace(file);
    if (!fresh && !at->second.empty())
        return at->second;
    const int descriptor = open(file, O_RDONLY | O_CLOEXEC);
    struct stat facts = {};
    if (descriptor >= 0 && fstat(descriptor, &facts) == 0 && facts.st_size > 0) {
        const auto size = static_cast<std::size_t>(facts.st_size);
        void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (bytes != MAP_FAILED)
            at->second = {static_cast<const std::uint8_t*>(bytes), size};
    }
    if (descriptor >= 0)
        close(descriptor);
    return at->second;
}

/// Adds a face without a copy of its file. Null where there is no such file.
ImFont* addMapped(const char* file, float size, ImFontConfig config, const ImWchar* ranges)
{
    const auto bytes = mapped(file);
    if (bytes.empty())
        return nullptr;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    config.FontDataOwnedByAtlas = true; // else AddFont() makes a copy of its own
    ImFont* font = atlas.AddFontFromMemoryTTF(
        const_cast<std::uint8_t*>(bytes.data()), static_cast<int>(bytes.size()), size, &config, ranges);
    atlas.ConfigData.back().FontDataOwnedByAtlas = false; // and here it would free the mapping
    return font;
}

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

void FontAtlas::bakeAllTexts()
{
    m_dirty = m_dirty || !m_withAllTexts;
    m_withAllTexts = true;
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
    ImFontConfig config;
    config.FontNo = faceNumber(m_language);
    config.OversampleH = 1;
    config.PixelSnapH = true;
    config.EllipsisChar = 0x2026;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    ImFont* font = addMapped(file, size, config, ranges.Data);
    if (!font) {
        noteMissing(file);
        ImFontConfig plain;
        plain.SizePixels = em * m_scale;
        font = atlas.AddFontDefault(&plain);
    }
    if (isLatin(m_language))
        merge(file == boldFace ? latinBoldFace : latinFace, em * lineOfLatin, 0, narrowMarks);
    if (withIcons)
        merge(iconFace, em * 1.2f, em * 0.22f, m_iconRanges.Data); // its own baseline is the icon's foot: centred so
    return font;
}

void FontAtlas::merge(const char* file, float size, float down, const ImWchar* ranges)
{
    ImFontConfig config;
    config.MergeMode = true;
    config.OversampleH = 1;
    config.PixelSnapH = true;
    config.GlyphOffset = {0, std::floor(down * m_scale + 0.5f)};
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    if (!addMapped(file, std::floor(size * m_scale + 0.5f), config, ranges))
        noteMissing(file);
}

void FontAtlas::noteMissing(const char* file)
{
    if (std::ranges::find(m_missing, file) == m_missing.end())
        m_missing.emplace_back(file);
}

void FontAtlas::bake()
{
    ImFontGlyphRangesBuilder text, icons, none;
    if (m_withAllTexts) {
        const std::string words = allTexts(m_language) + languageName("en") + languageName("zh-Hans")
            + languageName("zh-Hant") + languageName("pt");
        text.AddText(words.c_str());
    }
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
