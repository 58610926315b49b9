#pragma once
#include "geometry.hpp"
#include "picture.hpp"

#include <vector>

namespace vidimus::scan {

/// One piece of paper on the picture.
struct FoundPart {
    Quad quad; ///< pixels of the picture; beginning with the corner nearest the picture's top left
    double widthMm = 0, heightMm = 0; ///< along quad[0]→quad[1] and across
    bool ofPaper = true; ///< false: the whole picture
};

/// The papers that lie on the picture with all four corners inside it: a sheet or cards on a darker ground, cards on a
/// light glass. Nothing where the picture itself is the page, which is the rule. Deliberately shy: a frame, a photo or
/// a tinted panel printed on a page is no paper of its own. Sizes are those measured where the picture tells its
/// resolution, else those of the ISO format with the same proportions.
std::vector<FoundPart> findParts(const Picture& picture);

} // namespace vidimus::scan
