#include "pdf_signature.hpp"

VIDIMUS_PLUGIN(registry)
{
    registry.addCaseCheck("pdf-signature-holds", vidimus::pdf_signature::signaturesHold);
    registry.addCaseCheck("pdf-unchanged-since-signing", vidimus::pdf_signature::unchangedSinceSigning);
}
