#include "session.hpp"

VIDIMUS_PLUGIN(registry)
{
    vidimus::pdf::prepareLibraries();
    registry.addReader(std::make_unique<vidimus::pdf::PdfReader>());
}
