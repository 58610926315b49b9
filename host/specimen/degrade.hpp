#pragma once
#include "specimen/print_and_scan.hpp"

/// The single steps of printing and acquiring. Lengths are millimetres on paper, so that a step does the same at any
/// resolution.
namespace vidimus::specimen::degrade {

/// Gaussian blur. \param sigmaMm 0.04 is a sharp scan, 0.12 out of focus.
void soften(Acquired& page, double sigmaMm);
/// Turns about the middle, clockwise, within the same frame. \param paper grey of what comes in at the corners.
void turn(Acquired& page, double degrees, int paper);
/// Papers smaller than A5 lie on a larger white bed with a margin; others fill it.
void layOnBed(Acquired& page, Random& random);
/// Multiplies by light that falls off. \param darkest 0 to 1, where it is darkest.
void shade(Acquired& page, Random& random, double darkest);
/// \param sigma in grey levels.
void addNoise(Acquired& page, double sigma, std::uint64_t seed);
void resample(Acquired& page, Dpi dpi);
/// Compresses and decompresses. \param quality 1 to 100.
void throughJpeg(Acquired& page, int quality);
/// A white, soft-edged spot that hides a tenth of the page and more.
void addGlare(Acquired& page, Random& random);
/// Leaves out that share of the page at its right side.
void cutSide(Acquired& page, double share);
/// In perspective, on a desk that shows all around.
void photographOnDesk(Acquired& page, Random& random);

} // namespace vidimus::specimen::degrade
