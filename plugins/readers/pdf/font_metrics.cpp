#include "font_metrics.hpp"
#include "glyph_names.hpp"

#include <algorithm>
#include <cmath>

namespace vidimus::pdf {

namespace {

constexpr std::size_t largestMap = 8 << 20;
constexpr std::size_t mostWidths = 70'000;

double ems(const Value& value, double scale)
{
    return value.isNumber() ? std::clamp(value.number * scale, -10.0, 10.0) : 0;
}

/// Names like "ABCDEF+Kai" mark a subset; the rest is the font's own name.
std::string plainName(const std::string& name)
{
    return name.size() > 7 && name[6] == '+' ? name.substr(7) : name;
}

void readDescriptor(Font& font, Objects& objects, const Value& descriptor)
{
    if (!descriptor.isDictionary())
        return;
    const double ascent = ems(objects.get(descriptor, "Ascent"), 0.001);
    const double descent = ems(objects.get(descriptor, "Descent"), 0.001);
    // Some producers write 0, or the descent without its sign; many write line heights, where the box of the
    // characters is wanted: no script here reaches higher or lower than this.
    if (ascent > 0.3)
        font.ascent = std::min(ascent, 0.88);
    if (std::abs(descent) > 0.05)
        font.descent = -std::min(std::abs(descent), 0.22);
    font.embedded
        = !descriptor["FontFile"].isNull() || !descriptor["FontFile2"].isNull() || !descriptor["FontFile3"].isNull();
}

void readSimpleEncoding(Font& font, Objects& objects, const Value& dictionary)
{
    const Value& encoding = objects.get(dictionary, "Encoding");
    std::string base = encoding.kind == Value::Kind::Name ? encoding.text : "";
    if (encoding.isDictionary())
        base = objects.get(encoding, "BaseEncoding").text;
    // TrueType fonts without an encoding are shown by their Windows table in practice (9.6.6.4).
    if (base.empty() && objects.get(dictionary, "Subtype").isName("TrueType"))
        base = "WinAnsiEncoding";
    const bool ownShapes
        = font.name == "Symbol" || font.name == "ZapfDingbats" || objects.get(dictionary, "Subtype").isName("Type3");
    if (!ownShapes || !base.empty())
        font.simple = encodingOf(base);
    const Value& differences = objects.get(encoding, "Differences");
    std::size_t code = 0;
    for (const Value& raw : differences.items) {
        const Value& item = objects.resolve(raw);
        if (item.isNumber())
            code = static_cast<std::size_t>(std::clamp<std::int64_t>(item.integer(), 0, 256));
        else if (item.kind == Value::Kind::Name && code < 256) {
            const char32_t c = codePointOf(item.text);
            font.simple[code++] = c ? utf8(c) : std::string();
        }
    }
}

void readSimple(Font& font, Objects& objects, const Value& dictionary)
{
    const bool type3 = objects.get(dictionary, "Subtype").isName("Type3");
    // A Type 3 font brings its own glyph space (9.6.5); all others count in thousandths.
    double scale = 0.001;
    if (const Value& matrix = objects.get(dictionary, "FontMatrix"); type3 && matrix.items.size() == 6)
        scale = std::abs(matrix.items[0].number);
    const Value& descriptor = objects.get(dictionary, "FontDescriptor");
    readDescriptor(font, objects, descriptor);
    readSimpleEncoding(font, objects, dictionary);
    font.defaultWidth = ems(objects.get(descriptor, "MissingWidth"), scale);
    const Value& widths = objects.get(dictionary, "Widths");
    const auto first = std::clamp<std::int64_t>(objects.get(dictionary, "FirstChar").integer(), 0, 255);
    for (std::size_t i = 0; i < widths.items.size() && i < 256; ++i)
        font.widths[static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(i)]
            = ems(objects.get(widths, i), scale);
    if (!widths.isArray())
        for (unsigned code = 32; code < 256; ++code)
            font.widths[code] = standardWidth(font.name, code);
}

/// The W array: "c [w1 w2 …]" or "first last w" (9.7.4.3).
void readCidWidths(Font& font, Objects& objects, const Value& array)
{
    for (std::size_t i = 0; i + 1 < array.items.size();) {
        const auto first = std::clamp<std::int64_t>(objects.get(array, i).integer(), 0, 65'535);
        const Value& second = objects.get(array, i + 1);
        if (second.isArray()) {
            for (std::size_t k = 0; k < second.items.size() && font.widths.size() < mostWidths; ++k)
                font.widths[static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(k)]
                    = ems(objects.get(second, k), 0.001);
            i += 2;
            continue;
        }
        const auto last = std::clamp<std::int64_t>(second.integer(), 0, 65'535);
        const double width = ems(objects.get(array, i + 2), 0.001);
        for (auto cid = first; cid <= last && font.widths.size() < mostWidths; ++cid)
            font.widths[static_cast<std::uint32_t>(cid)] = width;
        i += 3;
    }
}

void readComposite(Font& font, Objects& objects, const Value& dictionary)
{
    font.composite = true;
    font.ascent = 0.88;
    font.descent = -0.12;
    const Value& encoding = objects.get(dictionary, "Encoding");
    if (encoding.isStream()) {
        font.encoding = parseCMap(objects.decoded(encoding, largestMap));
        font.vertical = font.encoding.vertical || objects.get(encoding, "WMode").integer() == 1;
    } else {
        font.vertical = encoding.text.ends_with("-V");
        font.utf16 = encoding.text.starts_with("Uni")
            && (encoding.text.find("UCS2") != std::string::npos || encoding.text.find("UTF16") != std::string::npos);
    }
    const Value& descendants = objects.get(dictionary, "DescendantFonts");
    const Value& descendant = descendants.isArray() ? objects.get(descendants, std::size_t(0)) : descendants;
    readDescriptor(font, objects, objects.get(descendant, "FontDescriptor"));
    const Value& width = objects.get(descendant, "DW");
    font.defaultWidth = width.isNumber() ? ems(width, 0.001) : 1;
    readCidWidths(font, objects, objects.get(descendant, "W"));
}

/// What a character map may give as text: no controls; white space is a space.
std::string cleaned(const std::string& text)
{
    std::string out;
    for (const char c : text)
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    return out == "\xc2\xa0" ? " " : out;
}

} // namespace

Font loadFont(Objects& objects, const Value& dictionary)
{
    Font font;
    font.name = plainName(objects.get(dictionary, "BaseFont").text);
    if (objects.get(dictionary, "Subtype").isName("Type0"))
        readComposite(font, objects, dictionary);
    else
        readSimple(font, objects, dictionary);
    if (const Value& map = objects.get(dictionary, "ToUnicode"); map.isStream()) {
        font.toUnicode = parseCMap(objects.decoded(map, largestMap));
        font.hasToUnicode = true;
    }
    return font;
}

std::vector<Char> Font::decode(std::string_view bytes) const
{
    std::vector<Char> out;
    while (!bytes.empty()) {
        Char c;
        c.bytes = composite ? encoding.codeLength(bytes) : 1;
        c.bytes = std::min(c.bytes, static_cast<int>(bytes.size()));
        for (int i = 0; i < c.bytes; ++i)
            c.code = c.code << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
        const auto cid = encoding.cid.find(c.code);
        const auto width = widths.find(cid != encoding.cid.end() ? cid->second : c.code);
        c.advance = vertical ? 1 : width != widths.end() ? width->second : defaultWidth;
        if (const auto text = toUnicode.text.find(c.code); text != toUnicode.text.end())
            c.text = cleaned(text->second);
        else if (utf16)
            c.text = cleaned(utf8FromUtf16(bytes.substr(0, static_cast<std::size_t>(c.bytes))));
        else if (!composite)
            c.text = cleaned(simple[c.code]);
        c.mapped = !c.text.empty() && c.text.find("\xef\xbf\xbd") == std::string::npos;
        if (!c.mapped)
            c.text = "\xef\xbf\xbd";
        out.push_back(std::move(c));
        bytes.remove_prefix(static_cast<std::size_t>(out.back().bytes));
    }
    return out;
}

} // namespace vidimus::pdf
