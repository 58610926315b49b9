#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

namespace vidimus::golden {

/// A PDF of so many empty pages, some sixty bytes each, with its cross-reference table in order.
std::string pdfOfPages(std::size_t count);
/// Writes a white picture of one bit a pixel, which packs to next to nothing; returns its path.
std::filesystem::path writePng(const std::filesystem::path& path, std::uint32_t width, std::uint32_t height);
/// The first bytes of a file.
std::string beginningOf(const std::filesystem::path& path, std::uintmax_t count);

} // namespace vidimus::golden
