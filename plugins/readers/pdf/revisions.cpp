#include "revisions.hpp"
#include "lexer.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace vidimus::pdf {

namespace {

constexpr std::size_t mostSections = 4'000;
constexpr std::int64_t mostEntries = 8'388'607; // ISO 32000-1, Annex C

/// One cross-reference section: a table or a stream.
struct Section {
    std::size_t objects = 0;
    std::optional<std::size_t> previous, hybrid;
};

struct End {
    std::size_t target = 0, end = 0, endWithEol = 0;
};

std::optional<std::size_t> offsetOf(const Value& value, std::size_t header)
{
    if (!value.isNumber() || value.number < 0 || value.number > 1e15)
        return std::nullopt;
    return static_cast<std::size_t>(value.integer()) + header;
}

/// "xref", subsections "first count" with an entry a line, "trailer", dictionary.
std::optional<Section> readTable(std::string_view file, Lexer& lexer, std::size_t header)
{
    Section section;
    for (;;) {
        const Value first = lexer.next();
        if (first.isKeyword("trailer"))
            break;
        const Value count = lexer.next();
        if (!first.isNumber() || !count.isNumber() || count.integer() < 0 || count.integer() > mostEntries)
            return std::nullopt;
        for (std::int64_t i = 0; i < count.integer(); ++i) {
            lexer.next();
            lexer.next();
            const Value use = lexer.next();
            if (use.kind != Value::Kind::Keyword)
                return std::nullopt;
            section.objects += use.text == "n";
        }
    }
    const Value trailer = Lexer(file, true, lexer.position()).next();
    if (!trailer.isDictionary())
        return std::nullopt;
    section.previous = offsetOf(trailer["Prev"], header);
    section.hybrid = offsetOf(trailer["XRefStm"], header);
    return section;
}

/// "n g obj << /Type /XRef … >>"; its entries are counted by its Index, itself left out.
std::optional<Section> readStream(std::string_view file, std::size_t at, std::size_t header)
{
    Lexer lexer(file, true, at);
    if (!lexer.next().isNumber() || !lexer.next().isNumber() || !lexer.next().isKeyword("obj"))
        return std::nullopt;
    const Value dictionary = lexer.next();
    if (!dictionary["Type"].isName("XRef"))
        return std::nullopt;
    Section section;
    std::int64_t entries = 0;
    const Value& index = dictionary["Index"];
    for (std::size_t i = 1; i < index.items.size(); i += 2)
        entries += std::clamp<std::int64_t>(index.at(i).integer(), 0, mostEntries);
    if (!index.isArray())
        entries = std::clamp<std::int64_t>(dictionary["Size"].integer(), 0, mostEntries);
    section.objects = static_cast<std::size_t>(std::max<std::int64_t>(entries - 1, 0));
    section.previous = offsetOf(dictionary["Prev"], header);
    return section;
}

std::optional<Section> readSection(std::string_view file, std::size_t at, std::size_t header)
{
    if (at >= file.size())
        return std::nullopt;
    Lexer lexer(file, false, at);
    if (lexer.next().isKeyword("xref"))
        return readTable(file, lexer, header);
    return readStream(file, at, header);
}

/// Every "startxref n %%EOF" of the file, in order.
std::vector<End> endsOf(std::string_view file, std::size_t header)
{
    constexpr std::string_view word = "startxref", mark = "%%EOF";
    std::vector<End> ends;
    for (std::size_t p = file.find(word); p != std::string_view::npos && ends.size() < mostSections;
         p = file.find(word, p + 1)) {
        Lexer lexer(file, false, p + word.size());
        const auto target = offsetOf(lexer.next(), header);
        std::size_t q = lexer.position();
        while (q < file.size() && isSpace(file[q]))
            ++q;
        if (!target || *target == header || file.substr(q, mark.size()) != mark)
            continue;
        End end{*target, q + mark.size(), q + mark.size()};
        if (end.end < file.size() && file[end.end] == '\r')
            ++end.endWithEol;
        if (end.endWithEol < file.size() && file[end.endWithEol] == '\n')
            ++end.endWithEol;
        ends.push_back(end);
    }
    return ends;
}

/// The sections reachable from the end of the file, by offset.
std::map<std::size_t, Section> followChain(std::string_view file, std::size_t from, std::size_t header, bool& broken)
{
    std::map<std::size_t, Section> chain;
    std::vector<std::size_t> open = {from};
    while (!open.empty() && chain.size() < mostSections) {
        const std::size_t at = open.back();
        open.pop_back();
        if (chain.contains(at))
            continue;
        const auto section = readSection(file, at, header);
        if (!section) {
            broken = true;
            continue;
        }
        chain[at] = *section;
        if (section->hybrid)
            open.push_back(*section->hybrid);
        if (section->previous)
            open.push_back(*section->previous);
    }
    return chain;
}

} // namespace

RevisionScan scanRevisions(std::string_view file)
{
    RevisionScan scan;
    // Offsets count from the header, before which some mailers leave a few lines.
    const std::size_t found = file.substr(0, 1024).find("%PDF-");
    const std::size_t header = found == std::string_view::npos ? 0 : found;
    const std::vector<End> ends = endsOf(file, header);
    if (ends.empty()) {
        scan.broken = true;
        return scan;
    }
    const auto chain = followChain(file, ends.back().target, header, scan.broken);
    for (const End& end : ends) {
        const auto section = chain.find(end.target);
        if (section == chain.end())
            continue;
        Revision revision{end.target, end.end, end.endWithEol, 0};
        const bool again = !scan.revisions.empty() && scan.revisions.back().xref == end.target;
        // What it defines: its own section, and older ones up to the section of the revision before.
        std::optional<std::size_t> at = end.target;
        for (std::size_t steps = 0; !again && at && steps < chain.size(); ++steps) {
            const auto part = chain.find(*at);
            const bool older = steps > 0
                && std::any_of(ends.begin(), ends.end(), [&](const End& other) { return other.target == *at; });
            if (part == chain.end() || older)
                break;
            revision.objects += part->second.objects;
            at = part->second.previous;
        }
        scan.revisions.push_back(revision);
    }
    scan.broken = scan.broken || scan.revisions.empty();
    return scan;
}

} // namespace vidimus::pdf
