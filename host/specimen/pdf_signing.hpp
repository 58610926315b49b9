#pragma once
#include "core/date.hpp"
#include "core/result.hpp"
#include "specimen/trust.hpp"

#include <string>

namespace vidimus::specimen {

struct Signing {
    const Signer& signer;
    UtcTime time;
    bool withExpired = false; ///< with the certificate that had expired by then
    bool weakDigest = false; ///< SHA-1 in place of SHA-256
    bool partial = false; ///< the byte range leaves out the end of the file
};

/// Appends a revision with an invisible signature (adbe.pkcs7.detached).
/// The same file, signer and time give the same bytes.
Result<std::string> signPdf(std::string file, const Signing& signing);

} // namespace vidimus::specimen
