#include "page_reader.hpp"

#include <optional>

namespace vidimus::scan {

namespace {
constexpr double sensible = 0.72; // text read the wrong way up stays well below this
constexpr int enoughLetters = 6;
constexpr double clearlyBetter = 0.10;
} // namespace

PartReader upright(const std::shared_ptr<const Picture>& picture, const Layout& layout, std::uint32_t part)
{
    std::vector<double> directions{layout.across, layout.across + 180, layout.down, layout.down + 180};
    if (layout.likelyDown)
        directions = {layout.down, layout.down + 180, layout.across, layout.across + 180};
    std::optional<PartReader> best, asItLies;
    PartReader::Sense bestSense;
    for (const double direction : directions) {
        PartReader reader(PreparedPicture(picture, layout.part, direction), part);
        const auto sense = reader.sense();
        if (sense.confidence >= sensible && sense.letters >= enoughLetters)
            return reader;
        const bool asIs = direction == layout.across;
        if (sense.letters >= enoughLetters && sense.confidence > bestSense.confidence + (best ? clearlyBetter : 0)) {
            bestSense = sense;
            best = reader;
        }
        if (asIs)
            asItLies = std::move(reader);
    }
    return best ? std::move(*best) : std::move(*asItLies);
}

} // namespace vidimus::scan
