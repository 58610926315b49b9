#include "tesseract/tesseract_engine.hpp"

#include <vidimus/plugin.hpp>

VIDIMUS_PLUGIN(registry)
{
    registry.addEngine(std::make_unique<vidimus::tesseract_engine::TesseractEngine>());
}
