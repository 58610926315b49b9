#pragma once
#include "specimen/canvas.hpp"
#include "specimen/random.hpp"

#include <string>

/// What stands on a certificate besides its text.
namespace vidimus::specimen {

inline constexpr Colour sealRed{0.82, 0.10, 0.12, 0.78};

/// A round seal: a ring, the authority's name on an arc, a star, and a line of text below the star.
/// Drawn as shapes, so that a PDF's text does not hold it.
struct Seal {
    Point centre;
    double diameterMm = 40;
    std::string arc;
    std::string below = "";
    std::string_view lang = "zh-Hans";
    Face face = Face::Song;
    Colour colour = sealRed;
    Degrees turn{};
    bool star = true;
};
void drawSeal(Canvas& canvas, const Seal& seal);

/// Fine waving lines, in bands over the region.
void drawGuilloche(Canvas& canvas, Region region, Colour colour, Random random);
/// A rosette of fine closed curves.
void drawRosette(Canvas& canvas, Point centre, double radiusMm, Colour colour, Random random);
/// A border of interlaced waves.
void drawBorder(Canvas& canvas, Region region, double widthMm, Colour colour);

/// A drawn face: nobody's. \param backdrop the colour behind it.
void drawPhoto(Canvas& canvas, Region region, Colour backdrop, bool longHair, Random random);

/// A signature-like scribble.
void drawSignature(Canvas& canvas, Region region, Random random);

/// A QR code of the text.
void drawQrCode(Canvas& canvas, Point where, double sizeMm, const std::string& text);

/// A round device with petals, for where an authority's arms stand; no real arms.
void drawDevice(Canvas& canvas, Point centre, double radiusMm, Colour colour, int petals);

} // namespace vidimus::specimen
