#pragma once
#include "core/result.hpp"
#include "pipeline/progress.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace vidimus::app {

/// SANE's back ends run in a program of their own (vidimus-scan), since they are many and not all are kind.
/// Device names of all scanners. Errors: NotFound (no vidimus-scan), Crashed, TimedOut, System.
Result<std::vector<std::string>> listScanners(const std::filesystem::path& programFolder);

/// Scans one page into a PNG file. Errors as above, Cancelled, and what the scanner says.
Result<void> scanPage(const std::filesystem::path& programFolder, const std::string& device, int dpi, bool colour,
    const std::filesystem::path& out, const pipeline::Cancellation& cancellation);

} // namespace vidimus::app
