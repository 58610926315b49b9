#pragma once
#include "core/file.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace vidimus::pipeline {

/// A file as acquired, or why it could not be.
struct Acquired {
    File file; ///< source is always set; the rest as far as known
    std::vector<std::uint8_t> bytes;
    std::optional<Error> trouble; ///< NotFound, Unreadable, Malformed (empty), Unsupported (no type we read), TooLarge
};

inline constexpr std::uint64_t maximumFileSize = 512ull << 20; ///< bytes

/// Every source in order; a folder means every file directly in it, by name, hidden ones left out. An empty or closed
/// folder stays in the list as itself, so that acquiring it says what is wrong.
std::vector<std::filesystem::path> filesOf(const std::vector<std::filesystem::path>& sources);

/// Reads the bytes once: what is hashed is what is read on and kept. The media type is told from the first bytes, never
/// from the name.
Acquired acquire(const std::filesystem::path& path, const Provenance& provenance);

/// application/pdf, image/png, image/jpeg, image/tiff, image/webp, image/bmp; empty for anything else.
std::string mediaTypeOf(std::string_view firstBytes);

} // namespace vidimus::pipeline
