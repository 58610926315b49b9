#pragma once
#include "line_finder.hpp"
#include "prepare.hpp"

#include <vidimus/plugin.hpp>

#include <string>

namespace vidimus::scan {

/// The engine that reads whole pages, where it is installed: it reads every script at once, several times as fast as
/// the default engine, and tells a text that stands on its head. Empty where it is not.
std::string pageEngine();

/// How a line is to be read; empty members: as usual.
struct ReadingWay {
    std::string languages; ///< empty: the engine's own
    std::string alphabet, engine;
    std::string variant; ///< "" "scaled" "binarised" "grey" "channel"
    auto operator<=>(const ReadingWay&) const = default;
};

/// How a line is cut out.
struct CropShape {
    double height; ///< pixels from the top of the highest to the foot of the lowest letter
    double padding; ///< of white around it, in line heights
};

/// Crops the line, brings it to the height that engines read best, and has it read by the host's engines. Text is empty
/// where there is nothing to read. Throws Failure where the host has no engine.
sdk::Line readLine(const PreparedPicture& page, const FoundLine& line, const ReadingWay& way);

/// What readLine() may yet be improved by: a doubtful line read in the usual way is read in two other shapes, and the
/// most confident reading is returned.
sdk::Line improved(sdk::Line read, const PreparedPicture& page, const FoundLine& line, const ReadingWay& way);

/// The crop that readLine() would hand to the engine. \param scale crop pixels a prepared pixel; \param origin its
/// corner on the prepared page, pixels.
cv::Mat cropFor(const PreparedPicture& page, const FoundLine& line, const std::string& variant, const CropShape& shape,
    double& scale, cv::Point& origin);

} // namespace vidimus::scan
