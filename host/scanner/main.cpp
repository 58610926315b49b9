#include "scanner/sane_scanner.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

/// vidimus-scan list
/// vidimus-scan page DEVICE DPI colour|grey OUT.png
/// On failure one line on standard output says why, and the status is 1.
int main(int argc, char** argv)
{
    using namespace vidimus;
    const std::string command = argc > 1 ? argv[1] : "";
    const auto fail = [](const Error& error) {
        std::printf("%s\n", error.message.c_str());
        return 1;
    };
    scanner::SaneScanner sane;
    if (command == "list" && argc == 2) {
        const auto devices = sane.devices();
        if (!devices)
            return fail(devices.error());
        for (const std::string& device : *devices)
            std::printf("%s\n", device.c_str());
        return 0;
    }
    if (command == "page" && argc == 6) {
        const double dpi = std::atof(argv[3]);
        if (dpi < 50 || dpi > 1200) {
            std::printf("the resolution must lie between 50 and 1200 dpi\n");
            return 1;
        }
        const auto page = sane.scan(argv[2], {dpi}, std::string(argv[4]) == "colour");
        if (!page)
            return fail(page.error());
        const auto written = scanner::writePng(*page, argv[5]);
        return written ? 0 : fail(written.error());
    }
    std::fprintf(stderr, "usage: vidimus-scan list | page DEVICE DPI colour|grey OUT.png\n");
    return 64;
}
