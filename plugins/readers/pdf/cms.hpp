#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vidimus::pdf {

/// Do digest and cryptographic signature hold over the bytes?
enum class Integrity { Holds, Broken, Unknown };

/// What a CMS signature (RFC 5652) or an RFC 3161 time stamp says, without any question of trust.
struct CmsResult {
    Integrity integrity = Integrity::Unknown;
    /// ETSI EN 319 102-1 sub-indication where broken (HASH_FAILURE, SIG_CRYPTO_FAILURE, FORMAT_FAILURE), else why it
    /// cannot be told: unsupported-format, unsupported-algorithm, no-signer-certificate, several-signers.
    std::string reason;
    std::string digest; ///< "sha256"; empty: not known
    std::string signer, issuer; ///< distinguished names, RFC 2253, UTF-8
    std::string serial; ///< of the signer's certificate, hex
    std::string signedAt; ///< ISO 8601 UTC, as the signer claims, or as the time stamp says
    std::string notBefore, notAfter; ///< of the signer's certificate
    int keyBits = 0;
    bool selfSigned = false;
    std::string certificates; ///< PEM, the signer's first
    std::string timestampedAt; ///< by the time stamp over this signature, where its integrity holds
    std::string timestampCertificates; ///< PEM, the time stamper's first
};

/// The digest of the signed bytes under that algorithm (OpenSSL's name); empty where it is not supported.
using DigestOf = std::function<std::string(const std::string& algorithm)>;

/// A detached signature (adbe.pkcs7.detached, ETSI.CAdES.detached).
CmsResult verifyDetached(std::string_view der, const DigestOf& digestOf);
/// A signature over the SHA-1 digest of the bytes (adbe.pkcs7.sha1).
CmsResult verifySha1Content(std::string_view der, const DigestOf& digestOf);
/// A time stamp token (ETSI.RFC3161, or the unsigned attribute of a signature).
CmsResult verifyTimestamp(std::string_view der, const DigestOf& digestOf);

} // namespace vidimus::pdf
