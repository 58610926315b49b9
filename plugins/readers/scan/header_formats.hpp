#pragma once
#include "picture_header.hpp"

namespace vidimus::scan {

/// Throws Failure(Malformed) "the <format> file <what>".
[[noreturn]] void malformed(const char* format, const std::string& what);

PictureHeader readPngHeader(std::span<const std::uint8_t> bytes);
PictureHeader readJpegHeader(std::span<const std::uint8_t> bytes);
PictureHeader readWebPHeader(std::span<const std::uint8_t> bytes);
PictureHeader readBmpHeader(std::span<const std::uint8_t> bytes);
std::vector<PictureHeader> readTiffHeaders(std::span<const std::uint8_t> bytes);

} // namespace vidimus::scan
