#pragma once
#include "core/result.hpp"

#include <filesystem>
#include <string_view>

namespace vidimus::report::detail {

/// The whole file or none: written beside its place and moved there when it is on the disk. Errors: System.
Result<void> writeWhole(const std::filesystem::path& out, std::string_view bytes);

} // namespace vidimus::report::detail
