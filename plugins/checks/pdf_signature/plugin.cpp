#include "pdf_signature.hpp"

#include <openssl/crypto.h>

VIDIMUS_PLUGIN(registry)
{
    // OpenSSL reads its configuration when it is first used: now, before the sandbox closes.
    OPENSSL_init_crypto(OPENSSL_INIT_LOAD_CONFIG | OPENSSL_INIT_ADD_ALL_DIGESTS, nullptr);
    registry.addCaseCheck("pdf-signature-holds", vidimus::pdf_signature::signaturesHold);
    registry.addCaseCheck("pdf-unchanged-since-signing", vidimus::pdf_signature::unchangedSinceSigning);
}
