#include "ppocr/ppocr_engine.hpp"

#include <vidimus/plugin.hpp>

#include <opencv2/core.hpp>

VIDIMUS_PLUGIN(registry)
{
    cv::setNumThreads(1); // pages run side by side in processes of their own
    registry.addEngine(std::make_unique<vidimus::ppocr_engine::PpocrEngine>());
}
