#include "pipeline/extract/design_print.hpp"

#include "pipeline/extract/part_frame.hpp"
#include "pipeline/text/fuzzy.hpp"
#include "pipeline/text/page_text.hpp"

#include <algorithm>
#include <sstream>

namespace vidimus::pipeline {
namespace {

using profiles::Exemplar;
using profiles::Profile;

/// Fewer key points than that are found again on other papers by chance, or not at all: see the gate of registration.
constexpr std::size_t fewestKeyPoints = 80;
/// Around a field's print: its box was measured on blurred edges, and engines' boxes are tight.
constexpr Millimetres rim{0.6};

Region grown(const Region& region, Millimetres by)
{
    return {region.x - by, region.y - by, region.width + by * 2, region.height + by * 2};
}

/// All texts that the profile says are printed on every page of its design.
std::vector<Phrase> wordingsOf(const Profile& profile)
{
    std::vector<Phrase> all;
    const auto add = [&](const std::vector<std::string>& texts) {
        for (const std::string& text : texts)
            if (Phrase phrase(text); phrase.folded().size() >= 2)
                all.push_back(std::move(phrase));
    };
    for (const profiles::Recogniser& recogniser : profile.recognisers)
        if (recogniser.weight > 0)
            add(recogniser.texts);
    add(profile.stops);
    for (const profiles::FieldSpec& field : profile.fields) {
        add(field.labels);
        add(field.given);
        add(field.untils);
    }
    return all;
}

std::vector<Region> onPrepared(const PartFrame& frame, const std::vector<Quad>& quads)
{
    std::vector<Region> all;
    for (const Quad& quad : quads)
        if (frame.holds(quad))
            all.push_back(frame.onPrepared(boundsOf(quad)));
    return all;
}

/// Everything on the part that may be the holder's, or is a stamp on the print.
Result<std::vector<Region>> hiddenOn(PassReader& reader, const Document& document, const PartFrame& frame)
{
    std::vector<Quad> quads;
    for (const Field& field : document.fields)
        if (field.file == frame.part.file && field.page == frame.part.page)
            quads.push_back(quadOf(field.region));
    for (const Document::PlacedMark& placed : document.marks)
        if (placed.file == frame.part.file && placed.page == frame.part.page)
            quads.push_back(placed.mark.quad);
    const auto codes = reader.pass({.what = "codes", .page = frame.part.page});
    if (!codes && codes.error().kind != ErrorKind::Unsupported)
        return codes.error();
    if (codes) {
        for (const Code& code : (*codes)->codes)
            quads.push_back(code.quad);
        for (const Mrz& zone : (*codes)->zones)
            quads.push_back(zone.quad);
    }
    std::vector<Region> hidden = onPrepared(frame, quads);
    for (Region& region : hidden)
        region = grown(region, rim);
    return hidden;
}

std::vector<profiles::ExemplarBox> boxesOf(const Document& document, const PartFrame& frame, const Profile& profile)
{
    std::vector<profiles::ExemplarBox> boxes;
    const Region page{{0}, {0}, frame.prepared.width, frame.prepared.height};
    for (const Field& field : document.fields) {
        const bool here
            = field.file == frame.part.file && field.page == frame.part.page && frame.holds(quadOf(field.region));
        // What a zone or a code says has no place that a label could have told; what follows from another field has
        // none.
        const bool looked = std::any_of(profile.fields.begin(), profile.fields.end(),
            [&](const profiles::FieldSpec& spec) { return spec.id == field.id && spec.lang == field.lang; });
        if (!here || !looked || field.certainty != Certainty::Accepted || field.origin != Origin::Ocr)
            continue;
        if (const Region box = intersected(frame.onPrepared(field.region), page); !box.empty())
            boxes.push_back({field.id, field.lang, box});
    }
    return boxes;
}

std::vector<KeyPoint> keyPointsIn(const Pass& pass, const std::vector<Region>& hidden)
{
    std::vector<KeyPoint> points;
    for (const Fact& fact : pass.facts) {
        if (fact.kind != "page.key-points" || !fact.values.contains("points"))
            continue;
        std::istringstream words(fact.values.at("points"));
        for (std::string word; words >> word && points.size() < mostKeyPoints;) {
            const auto point = keyPointFrom(word);
            const auto covers = [&](const Region& place) {
                return point->at.x >= place.x && point->at.x <= place.right() && point->at.y >= place.y
                    && point->at.y <= place.bottom();
            };
            // A reader that looks elsewhere than it was told is not believed.
            if (point && std::none_of(hidden.begin(), hidden.end(), covers))
                points.push_back(*point);
        }
    }
    return points;
}

} // namespace

std::vector<Region> without(const Region& place, const Region& hidden)
{
    const Region shared = intersected(place, hidden);
    if (shared.empty())
        return {place};
    const std::vector<Region> around{{place.x, place.y, place.width, shared.y - place.y},
        {place.x, shared.bottom(), place.width, place.bottom() - shared.bottom()},
        {place.x, shared.y, shared.x - place.x, shared.height},
        {shared.right(), shared.y, place.right() - shared.right(), shared.height}};
    std::vector<Region> left;
    std::copy_if(
        around.begin(), around.end(), std::back_inserter(left), [](const Region& one) { return !one.empty(); });
    return left;
}

std::vector<Region> wordingOf(
    const Pass& text, std::uint32_t part, const Profile& profile, const std::vector<Region>& hidden)
{
    const PageText page(text.lines, part);
    std::vector<Region> all;
    for (const Phrase& phrase : wordingsOf(profile))
        for (std::size_t i = 0; i < page.lines().size(); ++i)
            for (const FuzzyMatch& match : phrase.findIn(page.lines()[i].folded)) {
                const TextLine& line = page.lines()[i];
                all.push_back(page.regionOf({i, line.cellOf[match.begin], line.cellOf[match.end - 1] + 1}));
            }
    for (const Region& place : hidden) {
        std::vector<Region> left;
        for (const Region& one : all)
            for (const Region& rest : without(one, place))
                left.push_back(rest);
        all = std::move(left);
    }
    all.resize(std::min(all.size(), mostWordings));
    return all;
}

Result<Exemplar> exemplarOf(
    PassReader& reader, const Document& document, const DocumentPart& part, const Profile& profile)
{
    const auto text = reader.pass({.what = "text", .page = part.page});
    if (!text)
        return text.error();
    if (part.part >= (*text)->parts.size())
        return Error{ErrorKind::NotFound, "the page was not prepared", "pipeline"};
    const PartFrame frame{part, (*text)->parts[part.part], (*text)->parts.size() < 2};
    const auto hidden = hiddenOn(reader, document, frame);
    if (!hidden)
        return hidden.error();
    DesignPrint asked{
        frame.prepared.width, frame.prepared.height, {}, wordingOf(**text, part.part, profile, *hidden), "key-points"};
    if (asked.wording.empty())
        return Error{
            ErrorKind::NotFound, "no label and no title of " + profile.id + " was read on the page", "pipeline"};
    const auto seen
        = reader.pass({.what = "key-points", .page = part.page, .part = static_cast<int>(part.part)}, asked);
    if (!seen)
        return seen.error();
    Exemplar exemplar;
    exemplar.profile = profile.id;
    exemplar.side = part.side;
    exemplar.boxes = boxesOf(document, frame, profile);
    exemplar.print = {asked.width, asked.height, keyPointsIn(**seen, *hidden), {}, {}};
    if (exemplar.print.points.size() < fewestKeyPoints)
        return Error{ErrorKind::NotFound,
            "only " + std::to_string(exemplar.print.points.size())
                + " key points were found in the labels and titles of " + profile.id + ", fewer than "
                + std::to_string(fewestKeyPoints),
            "pipeline"};
    return exemplar;
}

} // namespace vidimus::pipeline
