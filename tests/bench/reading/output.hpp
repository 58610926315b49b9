#pragma once
#include "figures.hpp"

#include <string>

namespace vidimus::bench {

/// For people, on standard output.
void printTable(const Results& results);
/// A calibration's groups: fields, share right, and what it makes of raw confidences.
void printMaps(const pipeline::CalibrationTable& table);
/// Everything that was measured, as JSON.
std::string jsonOf(const Results& results);
/// Accuracy and speed by method, and the reliability curve, as a picture.
std::string svgOf(const Results& results);

} // namespace vidimus::bench
