#include "consistency.hpp"
#include "values.hpp"

#include <cstdio>
#include <cstdlib>
#include <set>

namespace vidimus::consistency {
namespace {

/// One thing that a picture is measured for. The reader states `page.quality` with these values.
struct Measure {
    const char* reason;
    const char* value; ///< name in the fact
    const char* parameter;
    double limit;
    bool atLeast; ///< else: at most
};

// Below 150 dpi a 2.5 mm Han character has fewer than 15 rows of pixels: strokes touch, and engines guess.
// blur is 0 (sharp) … 1 (no edge left); glare and cutEdges are shares of the page's area and of its outline. Above
// these limits the reader loses whole fields rather than single characters.
constexpr Measure measures[] = {
    {"resolution-too-low", "dpi", "page-readable.minimum-dpi", 150, true},
    {"blurred", "blur", "page-readable.maximum-blur", 0.7, false},
    {"glare", "glare", "page-readable.maximum-glare", 0.05, false},
    {"cut-off", "cutEdges", "page-readable.maximum-cut-edges", 0, false},
};

void measure(const Evidence& evidence, const Fact& fact, std::vector<PageFlaw>& flaws)
{
    for (const Measure& m : measures) {
        const std::string text(fact[m.value]);
        char* end = nullptr;
        const double value = std::strtod(text.c_str(), &end);
        if (text.empty() || *end != '\0')
            continue;
        const double limit = number(evidence, m.parameter, m.limit);
        char limitText[32];
        std::snprintf(limitText, sizeof limitText, "%g", limit);
        if (m.atLeast ? value < limit : value > limit)
            flaws.push_back({fact.file, static_cast<std::uint32_t>(fact.page), m.reason, text, limitText});
    }
}

} // namespace

std::vector<PageFlaw> pageFlaws(const Evidence& evidence, bool& anyPicture)
{
    anyPicture = false;
    std::vector<PageFlaw> flaws;
    const CaseEvidence whole(evidence.raw());
    std::set<std::pair<std::uint32_t, std::uint32_t>> pages;
    for (const auto& part : evidence.parts())
        pages.insert({part.file, part.page});
    for (const auto& [file, page] : pages)
        for (const Fact& fact : whole.facts(file, "page.quality"))
            if (fact.page == static_cast<int>(page)) {
                anyPicture = true;
                measure(evidence, fact, flaws);
            }
    return flaws;
}

/// Is each page of the document good enough to be read?
/// Source: measured loss of fields by resolution, blur and glare on synthetic pages.
std::vector<Outcome> pageReadable(const Evidence& evidence)
{
    bool anyPicture = false;
    std::vector<Outcome> outcomes;
    const auto document = static_cast<std::int64_t>(evidence.index());
    for (const PageFlaw& flaw : pageFlaws(evidence, anyPicture))
        outcomes.push_back(Outcome::failed(flaw.reason)
                               .citingPlace(document, flaw.file, flaw.page)
                               .with("measured", flaw.measured)
                               .with("wanted", flaw.wanted));
    if (!outcomes.empty())
        return outcomes;
    outcomes.push_back(anyPicture ? Outcome::passed() : Outcome::notApplicable("no-picture"));
    for (const auto& part : evidence.parts())
        outcomes.back().citePlace(document, part.file, part.page);
    return outcomes;
}

} // namespace vidimus::consistency
