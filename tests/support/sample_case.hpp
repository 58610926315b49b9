#pragma once
#include "core/case.hpp"
#include "core/spelling.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// A synthetic case that has one of everything: two documents on three files, every outcome and severity, Chinese and
/// Latin text, crops, corrections, dispositions. Nobody in it exists.
namespace vidimus::support {

/// A 4 × 3 pixel PNG of one colour.
const std::vector<unsigned char>& tinyPng();

Case sampleCase();
/// Bytes for its files, in order.
std::vector<std::vector<std::uint8_t>> sampleFileBytes();

} // namespace vidimus::support
