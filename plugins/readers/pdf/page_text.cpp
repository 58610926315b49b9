#include "page_text.hpp"

#include <algorithm>
#include <cmath>

namespace vidimus::pdf {

namespace {

constexpr std::size_t largestContent = 64 << 20;
constexpr std::size_t mostFonts = 2'000;

/// Fewer visible characters than this over a picture that covers half the page or more are a stamp on a scan
/// ("Scanned with …", a received mark), not the document's own text.
constexpr std::size_t stampGlyphs = 60;

class PageResources final : public Resources {
public:
    PageResources(PageReader& reader, Value dictionary)
        : m_reader(reader)
        , m_dictionary(std::move(dictionary))
    {
    }
    const Font* font(const std::string& name) override { return m_reader.fontOf(entry("Font", name)); }
    std::optional<PlacedImage> image(const std::string& name) override
    {
        Objects& objects = m_reader.document();
        const Value& object = objects.resolve(entry("XObject", name));
        if (!objects.get(object, "Subtype").isName("Image"))
            return std::nullopt;
        const auto pixels = [&](const char* key) {
            return static_cast<int>(std::clamp<std::int64_t>(objects.get(object, key).integer(), 0, 1 << 24));
        };
        return PlacedImage{{}, pixels("Width"), pixels("Height")};
    }
    std::optional<Form> form(const std::string& name) override
    {
        Document& document = m_reader.document();
        const Value& object = document.resolve(entry("XObject", name));
        if (!object.isStream() || !document.get(object, "Subtype").isName("Form"))
            return std::nullopt;
        Form form;
        form.content = document.decoded(object, largestContent);
        if (const Value& m = document.get(object, "Matrix"); m.items.size() == 6)
            form.matrix = {m.items[0].number, m.items[1].number, m.items[2].number, m.items[3].number,
                m.items[4].number, m.items[5].number};
        if (const Value& own = document.get(object, "Resources"); own.isDictionary())
            form.resources = std::make_shared<PageResources>(m_reader, own);
        return form;
    }
    Properties properties(const Value& named) override
    {
        Objects& objects = m_reader.document();
        const Value& reference = named.kind == Value::Kind::Name ? entry("Properties", named.text) : named;
        Properties properties;
        properties.layerOff = m_reader.layerIsOff(reference);
        const Value& list = objects.resolve(reference);
        if (const Value& text = objects.get(list, "ActualText"); text.isString())
            properties.actualText = textOf(text);
        return properties;
    }

private:
    const Value& entry(const char* kind, const std::string& name)
    {
        return m_reader.document().get(m_dictionary, kind)[name];
    }
    PageReader& m_reader;
    Value m_dictionary;
};

std::string contentOf(Document& document, const PageNode& page)
{
    const Value& contents = document.get(page.dictionary, "Contents");
    if (!contents.isArray())
        return document.decoded(contents, largestContent);
    std::string all;
    for (std::size_t i = 0; i < contents.items.size() && i < 10'000 && all.size() < largestContent; ++i) {
        all += document.decoded(document.get(contents, i), largestContent - all.size());
        all += '\n'; // 7.8.2: streams are divided between tokens
    }
    return all;
}

/// Area of the picture's bounding box within the page, as a share of the page.
double shareOf(const PlacedImage& image, const PageGeometry& page)
{
    const Matrix m = image.matrix.then(page.toMillimetres);
    const auto [x0, x1] = std::minmax({m.e, m.e + m.a, m.e + m.c, m.e + m.a + m.c});
    const auto [y0, y1] = std::minmax({m.f, m.f + m.b, m.f + m.d, m.f + m.b + m.d});
    const double width = std::min(x1, page.widthMm) - std::max(x0, 0.0);
    const double height = std::min(y1, page.heightMm) - std::max(y0, 0.0);
    return width > 0 && height > 0 ? width * height / (page.widthMm * page.heightMm) : 0;
}

} // namespace

bool PageText::isScan() const
{
    return legible == 0 || unmapped > legible || (imageShare >= 0.5 && legible < stampGlyphs);
}

PageReader::PageReader(Document& document)
    : m_document(document)
{
    const Value& layers = document.get(document.catalog(), "OCProperties");
    const Value& configuration = document.get(layers, "D");
    if (document.get(configuration, "BaseState").isName("OFF"))
        for (const Value& layer : document.get(layers, "OCGs").items)
            m_layersOff.insert(static_cast<std::uint32_t>(layer.number));
    for (const Value& layer : document.get(configuration, "ON").items)
        m_layersOff.erase(static_cast<std::uint32_t>(layer.number));
    for (const Value& layer : document.get(configuration, "OFF").items)
        if (layer.isReference())
            m_layersOff.insert(static_cast<std::uint32_t>(layer.number));
}

bool PageReader::layerIsOff(const Value& reference)
{
    return reference.isReference() && m_layersOff.contains(static_cast<std::uint32_t>(reference.number));
}

const Font* PageReader::fontOf(const Value& reference)
{
    const auto number = reference.isReference() ? static_cast<std::uint32_t>(reference.number) : 0;
    if (const auto known = m_fonts.find(number); number != 0 && known != m_fonts.end())
        return known->second.get();
    const Value& dictionary = m_document.resolve(reference);
    if (!dictionary.isDictionary() || m_fonts.size() + m_direct.size() >= mostFonts)
        return nullptr;
    auto font = std::make_shared<Font>(loadFont(m_document, dictionary));
    m_names[font->name] = m_names[font->name] || font->embedded;
    if (number != 0)
        m_fonts[number] = font;
    else
        m_direct.push_back(font);
    return font.get();
}

PageText PageReader::read(std::size_t index)
{
    PageText text;
    const PageNode& page = m_document.pages().at(index);
    text.geometry = geometryOf(m_document, page);
    PageResources resources(*this, page.resources);
    PageContent content = interpret(contentOf(m_document, page), resources);
    text.cut = content.cut;
    text.images = std::move(content.images);
    for (Glyph& glyph : content.glyphs) {
        const bool blank = glyph.text.find_first_not_of(' ') == std::string::npos;
        text.unmapped += !glyph.hidden && !glyph.mapped;
        text.legible += !glyph.hidden && glyph.mapped && !blank;
        (glyph.hidden ? text.hidden : text.visible).push_back(std::move(glyph));
    }
    for (const PlacedImage& image : text.images)
        text.imageShare = std::min(1.0, text.imageShare + shareOf(image, text.geometry)); // scans come in strips too
    return text;
}

} // namespace vidimus::pdf
