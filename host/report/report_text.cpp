#include "core/plain_text.hpp"
#include "detail/outline.hpp"

#include <algorithm>
#include <sstream>

namespace vidimus::report {
namespace {

using namespace detail;

/// Columns that a terminal gives a text: East Asian wide characters take two (Unicode Standard Annex 11, the blocks
/// that occur in names and forms).
std::size_t columnsOf(const std::string& text)
{
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0x7f >> length);
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            c = c << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3f);
        const bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0x20000 && c <= 0x3fffd);
        columns += wide ? 2 : 1;
        i += length;
    }
    return columns;
}

std::string padded(const std::string& text, std::size_t columns)
{
    const std::size_t used = columnsOf(text);
    return text + std::string(used < columns ? columns - used : 1, ' ');
}

void writeHead(const Outline& outline, std::ostream& out)
{
    std::size_t width = columnsOf(outline.proposalLabel);
    for (const LabelledText& fact : outline.facts)
        width = std::max(width, columnsOf(fact.label));
    for (const LabelledText& fact : outline.facts)
        out << padded(fact.label, width + 2) << inOnePlainLine(fact.text) << '\n';
    out << padded(outline.proposalLabel, width + 2) << outline.proposalText << '\n';
    std::string counts;
    for (const auto& count : outline.counts)
        counts += (counts.empty() ? "" : "   ") + std::string(symbolOf(count.look)) + " " + count.label + " "
            + std::to_string(count.number);
    out << counts << "\n\n";
}

void writeDocument(const DocumentItem& document, std::ostream& out)
{
    out << document.heading << "  " << inOnePlainLine(document.title) << '\n';
    if (!document.profile.empty())
        out << "  " << document.profile << '\n';
    out << "  " << inOnePlainLine(document.places) << '\n';
    std::size_t names = 0, values = 0;
    for (const FieldRow& row : document.fields) {
        names = std::max(names, columnsOf(row.name));
        values = std::max(values, std::min<std::size_t>(columnsOf(row.value.empty() ? row.text : row.value), 44));
    }
    for (const FieldRow& row : document.fields) {
        out << (row.uncertain ? "  ? " : "    ") << padded(row.name, names + 2)
            << padded(inOnePlainLine(row.value.empty() ? row.text : row.value), values + 2) << row.confidence << "  "
            << row.origin << '\n';
        if (!row.correction.empty())
            out << "    " << std::string(names + 2, ' ') << inOnePlainLine(row.correction) << '\n';
    }
    out << '\n';
}

void writeFinding(const FindingItem& item, const Outline& outline, std::ostream& out)
{
    out << "  " << symbolOf(item.look) << ' ' << inOnePlainLine(inOneLine(item)) << '\n';
    if (item.look == Look::Passed && !outline.full)
        return;
    out << "      " << inOnePlainLine(item.answer) << '\n';
    for (const LabelledText& where : item.where)
        out << "      " << inOnePlainLine(where.label) << (where.text.empty() ? "" : "  " + inOnePlainLine(where.text))
            << '\n';
    if (!item.source.empty())
        out << "      " << label(outline.language, "rule") << ": " << item.source << '\n';
    if (!item.disposition.empty())
        out << "      " << label(outline.language, "decided") << ": " << inOnePlainLine(item.disposition) << '\n';
    if (outline.full)
        out << "      " << item.origin << '\n';
}

} // namespace

std::string toText(const Case& checked, const Words& words, const Options& options)
{
    // Without the moment: on a terminal the reader is there when it is made.
    const Outline outline = outlineOf(checked, words, {options.language, options.kind});
    std::ostringstream out;
    out << outline.title << "\n\n";
    writeHead(outline, out);
    for (const DocumentItem& document : outline.documents)
        writeDocument(document, out);
    for (const FindingGroup& group : outline.groups) {
        out << group.title << " (" << group.items.size() << ")\n";
        for (const FindingItem& item : group.items)
            writeFinding(item, outline, out);
        out << '\n';
    }
    out << outline.conclusionTitle << "\n  " << inOnePlainLine(outline.conclusion) << '\n';
    if (!outline.conclusionBy.empty())
        out << "  " << outline.conclusionBy << '\n';
    if (!outline.returned.empty())
        out << "  " << inOnePlainLine(outline.returned) << '\n';
    out << '\n' << outline.disclaimer << '\n';
    return inPlainLines(out.str());
}

} // namespace vidimus::report
