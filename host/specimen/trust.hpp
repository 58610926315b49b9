#pragma once
#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

typedef struct x509_st X509;
typedef struct evp_pkey_st EVP_PKEY;

/// A certification authority and a signer for tests. Made from a seed: the same keys on every machine, secret to
/// nobody.
namespace vidimus::specimen {

struct FreeCertificate {
    void operator()(X509* certificate) const;
};
struct FreeKey {
    void operator()(EVP_PKEY* key) const;
};
using Certificate = std::unique_ptr<X509, FreeCertificate>;
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;

struct Signer {
    Certificate certificate;
    Key key;
    Certificate expired; ///< of the same key, valid until the end of 2004
};

struct Trust {
    Certificate root;
    Key rootKey;
    Signer signer;
};

/// The seed of the authority that signs where no other is named.
inline constexpr std::uint64_t defaultTrustSeed = 2026;

Result<Trust> makeTrust(std::uint64_t seed);
/// Writes root.pem, signer.pem, signer-expired.pem and signer.key.
Result<void> writeTrust(const Trust& trust, const std::filesystem::path& folder);
/// Reads signer.pem, signer-expired.pem and signer.key. Error NotFound.
Result<Signer> readSigner(const std::filesystem::path& folder);

} // namespace vidimus::specimen
