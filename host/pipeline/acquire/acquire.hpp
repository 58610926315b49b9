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
    std::optional<Error> trouble; ///< NotFound, Unreadable (empty too), Unsupported (no type we read), TooLarge
};

inline constexpr std::uint64_t maximumFileSize = 512ull << 20; ///< bytes

/// Every source in order; a folder means every file directly in it, by name, hidden ones left out.
/// Media types are told from the first bytes, never from the name.
std::vector<Acquired> acquire(const std::vector<std::filesystem::path>& sources, const Provenance& provenance);

/// application/pdf, image/png, image/jpeg, image/tiff, image/webp, image/bmp; empty for anything else.
std::string mediaTypeOf(std::string_view firstBytes);

} // namespace vidimus::pipeline
