#pragma once
#include "core/result.hpp"
#include "core/units.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// One page from a SANE device. Runs only in vidimus-scan, a process of its own: back ends are many, and not all are
/// kind.
namespace vidimus::scanner {

struct ScannedPage {
    std::uint32_t width = 0, height = 0;
    std::uint32_t channels = 1; ///< 1 grey, 3 RGB; 8 bit each, rows without padding
    Dpi dpi;
    std::vector<std::uint8_t> pixels;
};

/// SANE from init to exit; one at a time in a process.
class SaneScanner {
public:
    SaneScanner();
    ~SaneScanner();
    SaneScanner(const SaneScanner&) = delete;
    SaneScanner& operator=(const SaneScanner&) = delete;

    /// Names of the devices that can be opened now. Errors: System, with SANE's words.
    Result<std::vector<std::string>> devices();
    /// Scans the whole bed. Errors: NotFound (no such device), System (jam, cover open …), TooLarge.
    Result<ScannedPage> scan(const std::string& device, Dpi dpi, bool colour);
};

/// PNG with its resolution. Errors: System.
Result<void> writePng(const ScannedPage& page, const std::string& path);

} // namespace vidimus::scanner
