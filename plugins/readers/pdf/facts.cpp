#include "facts.hpp"
#include "active_content.hpp"
#include "line_grouping.hpp"

#include <algorithm>
#include <set>

namespace vidimus::pdf {

namespace {

constexpr std::size_t mostPagesLookedInto = 200; // for fonts, pictures and hidden text
constexpr std::size_t mostImagesTold = 200;
constexpr std::size_t longestExcerpt = 300; // bytes of UTF-8

void put(FactValues& values, const char* name, const std::string& value)
{
    if (!value.empty())
        values[name] = value;
}

void stateDocument(const FactSource& source, sdk::PassSink& sink)
{
    Document& document = source.document;
    const Value& info = document.get(document.trailer(), "Info");
    FactValues values{{"version", document.version()}, {"pages", std::to_string(document.pages().size())},
        {"encrypted", document.encrypted() ? "true" : "false"},
        {"linearized", document.linearized() ? "true" : "false"}, {"repaired", source.repaired ? "true" : "false"}};
    put(values, "producer", textOf(document.get(info, "Producer")));
    put(values, "creator", textOf(document.get(info, "Creator")));
    put(values, "title", textOf(document.get(info, "Title")));
    put(values, "author", textOf(document.get(info, "Author")));
    put(values, "creationDate", isoDate(document.get(info, "CreationDate").text));
    put(values, "modDate", isoDate(document.get(info, "ModDate").text));
    sink.fact("pdf.document", values);
}

/// Cut to a bound, between characters.
std::string excerpt(std::string text)
{
    if (text.size() <= longestExcerpt)
        return text;
    std::size_t end = longestExcerpt;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

void stateHiddenText(const PageText& page, int index, sdk::PassSink& sink)
{
    std::size_t offPage = 0, offHidden = 0;
    placed(page.visible, page.geometry, offPage);
    const auto state = [&](const char* how, std::size_t glyphs, const std::string& text) {
        FactValues values{{"how", how}, {"characters", std::to_string(glyphs)},
            {"over-picture", page.imageShare >= 0.5 ? "true" : "false"}};
        put(values, "text", excerpt(text));
        sink.fact("pdf.hidden-text", values, index);
    };
    if (!page.hidden.empty()) {
        std::string text;
        for (const sdk::Line& line : linesOf(placed(page.hidden, page.geometry, offHidden)))
            text += (text.empty() ? "" : "\n") + line.text;
        state("invisible", page.hidden.size(), text);
    }
    if (offPage > 0)
        state("off-page", offPage, "");
}

void stateActiveContent(const FactSource& source, sdk::PassSink& sink)
{
    for (const ActiveContent& found : activeContentOf(source.document)) {
        FactValues values{{"what", found.what}, {"where", found.where},
            {"opened-without-click", found.withoutClick ? "true" : "false"}};
        put(values, "target", excerpt(found.target));
        sink.fact("pdf.active-content", values, found.page);
    }
}

void statePages(const FactSource& source, sdk::PassSink& sink)
{
    std::size_t told = 0;
    const std::size_t pages = std::min(source.document.pages().size(), mostPagesLookedInto);
    for (std::size_t i = 0; i < pages; ++i) {
        sdk::Host::instance().throwIfCancelled();
        const PageText page = source.reader.read(i);
        stateHiddenText(page, static_cast<int>(i), sink);
        std::set<std::pair<int, int>> seen;
        for (const PlacedImage& image : page.images)
            if (told < mostImagesTold && seen.insert({image.width, image.height}).second) {
                ++told;
                sink.fact("pdf.image",
                    {{"width", std::to_string(image.width)}, {"height", std::to_string(image.height)}},
                    static_cast<int>(i));
            }
    }
    for (const auto& [name, embedded] : source.reader.fonts())
        sink.fact("pdf.font", {{"name", name}, {"embedded", embedded ? "true" : "false"}});
}

} // namespace

void stateFacts(const FactSource& source, sdk::PassSink& sink)
{
    stateDocument(source, sink);
    stateSignatures(source, sink);
    stateActiveContent(source, sink);
    statePages(source, sink);
}

} // namespace vidimus::pdf
