#include "codes_reader.hpp"

VIDIMUS_PLUGIN(registry)
{
    registry.addImageReader(std::make_unique<vidimus::codes::CodesReader>());
}
