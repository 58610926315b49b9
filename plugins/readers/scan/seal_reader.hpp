#pragma once
#include "picture.hpp"
#include "red_ink.hpp"

#include <string>

namespace vidimus::scan {

/// What a seal says: the text of its ring, and below it, on a line of its own, that across its middle.
struct SealText {
    std::string text; ///< empty where the engines were not sure of it
    double confidence = 0; ///< 0..1, of the text; how sure they were where it is empty
};

/// A reading of which the engines believe less is not told: no seal is better than an invented one.
constexpr double leastSealConfidence = 0.6;

/// Reads a round seal from its red ink alone, its ring unrolled. \param languages as an engine knows them; empty:
/// Simplified and Traditional Chinese, and the surer of both. Throws Failure where the host has no engine.
SealText readSeal(const Picture& picture, const FoundSeal& seal, const std::string& languages);

/// A seal's ink as black on white, cut out square; and where its parts lie.
struct SealPicture {
    cv::Mat ink; ///< 8-bit; what is printed under the seal in black is white
    cv::Point2d centre; ///< pixels
    double radius = 0; ///< of the outer edge of its rim
};
SealPicture sealPicture(const Picture& picture, const FoundSeal& seal);

/// The text of a seal's ring as a straight line, from the widest gap on, and how far the seal is turned.
struct UnrolledRing {
    cv::Mat line; ///< empty where the ring holds no text
    double gap = 0; ///< degrees in which there is no letter
    double inner = 0; ///< where the letters end, as a share of the radius
    double turn = 0; ///< degrees clockwise; the middle of the gap stands at the foot of an upright seal
};
UnrolledRing unrolledRing(const SealPicture& seal);

} // namespace vidimus::scan
