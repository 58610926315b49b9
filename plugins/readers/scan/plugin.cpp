#include "scan_reader.hpp"

#include <opencv2/core.hpp>

#include <vidimus/plugin.hpp>

VIDIMUS_PLUGIN(registry)
{
    cv::setNumThreads(
        1); // pages run side by side in processes of their own; a pool of threads does not survive their fork
    registry.addReader(std::make_unique<vidimus::scan::ScanReader>());
    registry.addImageReader(std::make_unique<vidimus::scan::ScanImageReader>());
}
