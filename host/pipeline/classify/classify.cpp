#include "pipeline/classify/classify.hpp"

#include "pipeline/classify/score.hpp"
#include "pipeline/text/fold.hpp"
#include "pipeline/text/page_text.hpp"

#include <algorithm>
#include <set>

namespace vidimus::pipeline {
namespace {

/// A prepared page that covers nearly all of the page is the page.
constexpr double wholePageShare = 0.97;
/// Candidates below this tell a reviewer nothing.
constexpr double worthTelling = 0.2;
/// Recognised this well, a page need not be read again in the profile's own languages.
constexpr double beyondDoubt = 0.85;

class PageClassifier {
public:
    PageClassifier(PassReader& reader, FileIndex file, PageIndex page, const profiles::ProfileSet& profiles,
        const ClassifyOptions& options)
        : m_reader(reader)
        , m_file(file)
        , m_page(page)
        , m_profiles(profiles)
        , m_options(options)
    {
    }

    Result<std::vector<Document>> operator()()
    {
        const auto text = m_reader.pass({.what = "text", .page = m_page});
        if (!text)
            return text.error();
        const auto codes = m_reader.pass({.what = "codes", .page = m_page});
        if (codes)
            for (const Mrz& zone : (*codes)->zones)
                m_zones.push_back(zone);
        else if (codes.error().kind != ErrorKind::Unsupported)
            return codes.error();

        std::vector<Document> documents;
        const auto parts = static_cast<std::uint32_t>(std::max<std::size_t>((*text)->parts.size(), 1));
        for (std::uint32_t part = 0; part < parts; ++part) {
            auto document = classified(**text, part);
            if (!document)
                return document.error();
            // A scrap without any text beside a paper with text is no paper.
            if (parts > 1 && !document->classification && PageText((*text)->lines, part).empty())
                continue;
            documents.push_back(std::move(*document));
        }
        return documents;
    }

private:
    Seen seenIn(const Pass& pass, const Pass& first, std::uint32_t part) const
    {
        const PageText text(pass.lines, part);
        Seen seen{text.folded(), {}, {}};
        for (const Piece& piece : text.pieces())
            seen.lines.push_back(folded(text.textOf(piece.where)));
        for (std::size_t i = 0; i < text.lines().size(); ++i) {
            seen.lines.push_back(text.lines()[i].folded); // set wide, a title falls to pieces
            if (i > 0)
                seen.lines.push_back(text.lines()[i - 1].folded + text.lines()[i].folded);
        }
        for (const Mrz& zone : m_zones)
            if (first.parts.size() < 2 || contains(first.parts[part].quad, zone.quad))
                seen.zoneFormats.push_back(zone.format);
        return seen;
    }

    static bool contains(const Quad& outer, const Quad& inner)
    {
        const Region bounds = boundsOf(outer), middle = boundsOf(inner);
        return middle.centreX() >= bounds.x && middle.centreX() <= bounds.right() && middle.centreY() >= bounds.y
            && middle.centreY() <= bounds.bottom();
    }

    std::vector<Fit> fits(const Seen& seen) const
    {
        std::vector<Fit> all;
        for (const profiles::Profile& profile : m_profiles.all())
            if (m_options.forcedProfile.empty() || profile.id == m_options.forcedProfile)
                all.push_back(fitOf(seen, profile));
        std::stable_sort(all.begin(), all.end(), [](const Fit& a, const Fit& b) { return a.score > b.score; });
        return all;
    }

    /// Fits of the page as first read, and, while nothing fits beyond doubt, of the page read in the languages of the
    /// profiles, those that fitted best first. A page of PDF text says the same in every language.
    Result<std::vector<Fit>> bestFits(const Pass& first, std::uint32_t part)
    {
        std::vector<Fit> best = fits(seenIn(first, first, part));
        std::set<std::string> tried;
        bool ocr = first.lines.empty();
        for (const Line& line : first.lines)
            if (line.origin == Origin::Ocr) {
                ocr = true;
                tried.insert(line.languages);
            }
        if (!ocr)
            return best;
        std::vector<std::string> languages;
        for (const Fit& fit : best)
            if (promises(fit, tried) && !fit.profile->languages.empty() && tried.insert(fit.profile->languages).second)
                languages.push_back(fit.profile->languages);
        for (const std::string& wanted : languages) {
            if (tried.count({}) != 0 && !best.empty() && best.front().score >= best.front().profile->threshold)
                break;
            if (!best.empty() && best.front().score >= std::max(best.front().profile->threshold, beyondDoubt))
                break;
            const auto again
                = m_reader.pass({.what = "text", .page = m_page, .part = static_cast<int>(part), .languages = wanted});
            if (!again && again.error().kind == ErrorKind::Unsupported)
                continue;
            if (!again)
                return again.error();
            merge(best, fits(seenIn(**again, first, part)));
        }
        return best;
    }

    /// A page that was read in no language's own way says the same in every one, but for characters that its engine
    /// cannot write: worth another reading only where there is something to confirm.
    static bool promises(const Fit& fit, const std::set<std::string>& tried)
    {
        return tried.count({}) == 0 || (fit.score >= worthTelling && fit.score < fit.profile->threshold);
    }

    static void merge(std::vector<Fit>& best, const std::vector<Fit>& others)
    {
        for (const Fit& other : others)
            for (Fit& fit : best)
                if (fit.profile == other.profile && other.score > fit.score)
                    fit = other;
        std::stable_sort(best.begin(), best.end(), [](const Fit& a, const Fit& b) { return a.score > b.score; });
    }

    Result<Document> classified(const Pass& pass, std::uint32_t part)
    {
        auto found = bestFits(pass, part);
        if (!found)
            return found.error();
        Document document;
        DocumentPart own{m_file, m_page, part, partQuad(pass, part), {}};
        for (const Fit& fit : *found)
            if (fit.score >= worthTelling || !m_options.forcedProfile.empty())
                document.candidates.push_back({fit.profile->id, fit.score, fit.profile->jurisdiction});
        if (!found->empty()) {
            const Fit& best = found->front();
            if (best.score >= best.profile->threshold || !m_options.forcedProfile.empty()) {
                document.classification = document.candidates.front();
                own.side = best.side;
            }
        }
        document.parts.push_back(own);
        return document;
    }

    std::optional<Quad> partQuad(const Pass& pass, std::uint32_t part) const
    {
        if (part >= pass.parts.size() || m_page.value >= m_reader.pages().size())
            return std::nullopt;
        const Page& page = m_reader.pages()[m_page.value];
        const double share = boundsOf(pass.parts[part].quad).area() / (page.width.value * page.height.value);
        return share < wholePageShare ? std::optional(pass.parts[part].quad) : std::nullopt;
    }

    PassReader& m_reader;
    FileIndex m_file;
    PageIndex m_page;
    const profiles::ProfileSet& m_profiles;
    const ClassifyOptions& m_options;
    std::vector<Mrz> m_zones;
};

} // namespace

Result<std::vector<Document>> classifyFile(
    PassReader& reader, FileIndex file, const profiles::ProfileSet& profiles, const ClassifyOptions& options)
{
    if (!options.forcedProfile.empty() && !profiles.find(options.forcedProfile))
        return Error{ErrorKind::NotFound, "there is no profile " + options.forcedProfile + "; see vidimus plugin list",
            "pipeline"};
    std::vector<Document> documents;
    for (std::uint32_t page = 0; page < reader.pages().size(); ++page) {
        auto found = PageClassifier(reader, file, {page}, profiles, options)();
        if (!found)
            return found.error();
        std::move(found->begin(), found->end(), std::back_inserter(documents));
    }
    return documents;
}

} // namespace vidimus::pipeline
