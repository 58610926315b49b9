#include "specimen/print_and_scan.hpp"

#include "specimen/degrade.hpp"

#include <algorithm>
#include <array>

namespace vidimus::specimen {
namespace {

void clean(Acquired&, Random) { }

void skew(Acquired& page, Random random)
{
    degrade::turn(page, random.real(0.4, 2.2) * (random.chance(0.5) ? 1 : -1), 255);
}

void noise(Acquired& page, Random random)
{
    degrade::addNoise(page, random.real(4, 8), random.next());
}

void jpeg(Acquired& page, Random random)
{
    degrade::throughJpeg(page, random.between(55, 75));
}

/// An office flatbed: printed, laid down slightly askew, sharp, a little noise.
void scan(Acquired& page, Random random)
{
    degrade::soften(page, 0.035);
    degrade::layOnBed(page, random);
    degrade::turn(page, random.real(-1.3, 1.3), 252);
    degrade::addNoise(page, random.real(2, 4), random.next());
    degrade::throughJpeg(page, random.between(82, 92));
}

void blur(Acquired& page, Random random)
{
    degrade::soften(page, random.real(0.10, 0.14));
    degrade::layOnBed(page, random);
    degrade::turn(page, random.real(-0.8, 0.8), 252);
    degrade::addNoise(page, 3, random.next());
}

void uneven(Acquired& page, Random random)
{
    degrade::soften(page, 0.04);
    degrade::turn(page, random.real(-1, 1), 245);
    degrade::shade(page, random, 0.58);
    degrade::addNoise(page, random.real(3, 5), random.next());
    degrade::throughJpeg(page, 80);
}

void dpi200(Acquired& page, Random random)
{
    degrade::soften(page, 0.05);
    degrade::layOnBed(page, random);
    degrade::turn(page, random.real(-1, 1), 252);
    degrade::resample(page, {200});
    degrade::addNoise(page, random.real(3, 5), random.next());
    degrade::throughJpeg(page, 78);
}

/// A telephone held over a paper on a desk.
void photo(Acquired& page, Random random)
{
    degrade::soften(page, 0.05);
    degrade::photographOnDesk(page, random);
    degrade::shade(page, random, 0.70);
    degrade::addNoise(page, random.real(3, 6), random.next());
    degrade::throughJpeg(page, 84);
}

void coarse(Acquired& page, Random random)
{
    degrade::resample(page, {random.real(70, 90)});
}

void defocused(Acquired& page, Random random)
{
    degrade::soften(page, random.real(0.7, 0.9));
    degrade::addNoise(page, 3, random.next());
}

void glare(Acquired& page, Random random)
{
    degrade::soften(page, 0.05);
    degrade::addGlare(page, random);
    degrade::addNoise(page, 2, random.next());
}

void cutOff(Acquired& page, Random random)
{
    degrade::soften(page, 0.04);
    degrade::cutSide(page, random.real(0.30, 0.36));
    degrade::addNoise(page, 3, random.next());
}

constexpr std::array table{
    Degradation{"clean", "nothing is done", clean},
    Degradation{"scan", "office flatbed, 300 dpi: a little skew, noise and compression", scan},
    Degradation{"blur", "out of focus", blur},
    Degradation{"uneven", "light falls off across the page", uneven},
    Degradation{"dpi200", "scanned at 200 dpi", dpi200},
    Degradation{"photo", "photographed on a darker desk, in perspective", photo},
    Degradation{"skew", "turned by up to 2.2 degrees", skew},
    Degradation{"noise", "sensor noise", noise},
    Degradation{"jpeg", "strong JPEG compression", jpeg},
    Degradation{"coarse", "70 to 90 dpi: too few pixels to read", coarse, "resolution-too-low"},
    Degradation{"defocused", "so far out of focus that no edge is left", defocused, "blurred"},
    Degradation{"glare", "a lamp mirrored in the paper", glare, "glare"},
    Degradation{"cut-off", "a third of the page is outside the picture", cutOff, "cut-off"},
};

} // namespace

std::span<const Degradation> degradations()
{
    return table;
}

const Degradation* degradation(std::string_view name)
{
    const auto found
        = std::find_if(table.begin(), table.end(), [&](const Degradation& entry) { return entry.name == name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace vidimus::specimen
