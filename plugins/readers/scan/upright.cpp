#include "page_reader.hpp"

#include <optional>

namespace vidimus::scan {

namespace {
using Sense = PartReader::Sense;

/// What tells the way up, by the engine that reads the samples.
struct Judgement {
    bool byPageEngine = false;

    // Tesseract: text read the wrong way up stays well below 0.72. PP-OCRv4, on fifteen turned specimens: the right way
    // up 0.97 and 51 letters at least, other ways 0.86 and 33 letters at most, never both.
    bool sure(const Sense& sense) const
    {
        return byPageEngine ? sense.confidence >= 0.9 && sense.letters >= 20
                            : sense.confidence >= 0.72 && sense.letters >= enoughLetters;
    }
    bool enough(const Sense& sense) const { return sense.letters >= (byPageEngine ? 1 : enoughLetters); }
    bool better(const Sense& sense, const Sense& best, bool first) const
    {
        if (byPageEngine)
            return weight(sense) > weight(best) * (first ? 1 : 1.5);
        return sense.confidence > best.confidence + (first ? 0 : 0.10);
    }

    static double weight(const Sense& sense) { return sense.confidence * sense.confidence * sense.letters; }

private:
    static constexpr int enoughLetters = 6;
};
} // namespace

PartReader upright(const std::shared_ptr<const Picture>& picture, const Layout& layout, std::uint32_t part)
{
    std::vector<double> directions{layout.across, layout.across + 180, layout.down, layout.down + 180};
    if (layout.likelyDown)
        directions = {layout.down, layout.down + 180, layout.across, layout.across + 180};
    const Judgement judgement{!pageEngine().empty()};
    std::optional<PartReader> best, asItLies;
    Sense bestSense;
    for (const double direction : directions) {
        PartReader reader(PreparedPicture(picture, layout.part, direction), part);
        const Sense sense = reader.sense();
        // Han set as far apart in its lines as the lines are is read down as well as across; across there is more of
        // it.
        if (judgement.sure(sense) && layout.likelyDown && direction != layout.across
            && direction != layout.across + 180) {
            PartReader across(PreparedPicture(picture, layout.part, layout.across), part);
            const Sense other = across.sense();
            return judgement.sure(other) && Judgement::weight(other) > Judgement::weight(sense) ? across : reader;
        }
        if (judgement.sure(sense))
            return reader;
        const bool asIs = direction == layout.across;
        if (judgement.enough(sense) && judgement.better(sense, bestSense, !best)) {
            bestSense = sense;
            best = reader;
        }
        if (asIs)
            asItLies = std::move(reader);
    }
    return best ? std::move(*best) : std::move(*asItLies);
}

} // namespace vidimus::scan
