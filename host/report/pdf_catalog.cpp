#include "detail/pdf_catalog.hpp"

#include <charconv>
#include <optional>

namespace vidimus::report::detail {
namespace {

/// The whole number after the last occurrence of a name.
std::optional<std::size_t> numberAfter(const std::string& pdf, const std::string& name)
{
    const auto at = pdf.rfind(name);
    if (at == std::string::npos)
        return std::nullopt;
    std::size_t number = 0;
    const auto* begin = pdf.data() + pdf.find_first_not_of(" \n", at + name.size());
    if (std::from_chars(begin, pdf.data() + pdf.size(), number).ec != std::errc())
        return std::nullopt;
    return number;
}

} // namespace

void completeCatalog(std::string& pdf, const std::string& language)
{
    const auto root = numberAfter(pdf, "/Root"), table = numberAfter(pdf, "startxref");
    if (!root || !table || pdf.compare(*table, 4, "xref") != 0)
        return;
    const auto catalog = pdf.rfind("\n" + std::to_string(*root) + " 0 obj\n", *table);
    const auto dictionary = pdf.find("<<", catalog);
    // Cairo writes the catalog last, so nothing that the table of offsets names moves when it grows.
    if (catalog == std::string::npos || dictionary > *table || pdf.find(" 0 obj\n", dictionary) < *table
        || pdf.substr(dictionary, *table - dictionary).find("/MarkInfo") != std::string::npos)
        return;
    const std::string added
        = " /MarkInfo << /Marked true >> /Lang (" + language + ") /ViewerPreferences << /DisplayDocTitle true >>";
    pdf.insert(dictionary + 2, added);
    const auto start = pdf.rfind("startxref");
    pdf.replace(start, std::string::npos, "startxref\n" + std::to_string(*table + added.size()) + "\n%%EOF\n");
}

} // namespace vidimus::report::detail
