#include "pdf_inert.hpp"

VIDIMUS_PLUGIN(registry)
{
    registry.addCaseCheck("pdf-inert", vidimus::pdf_content::inert);
}
