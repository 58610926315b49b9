#pragma once
#include "support/pdf/sample_pdf.hpp"

#include <memory>
#include <string>

/// Keys, certificates and signatures made for the tests, by OpenSSL.
namespace vidimus::test {

/// A certificate authority and one signer whom it certified. Synthetic; new with each test.
class SigningKit {
public:
    struct Options {
        std::string commonName = "Registry of Examples";
        const char* notBefore = "20250101000000Z";
        const char* notAfter = "20350101000000Z";
        bool selfSigned = false;
    };
    SigningKit();
    explicit SigningKit(const Options& options);
    ~SigningKit();
    SigningKit(const SigningKit&) = delete;

    std::string rootPem() const;
    /// A detached CMS signature over these bytes, DER.
    std::string sign(const std::string& bytes, const std::string& digest = "sha256", bool attributes = true) const;

private:
    struct Keys;
    std::unique_ptr<Keys> m_keys;
};

/// Body of a signature dictionary with room for the signature; extra goes in as it stands.
std::string signatureDictionary(const std::string& extra = "", const std::string& subFilter = "adbe.pkcs7.detached");
/// Fills the room of the last signature dictionary of these bytes: ByteRange over everything else, then Contents.
void fillSignature(
    std::string& pdf, const SigningKit& kit, const std::string& digest = "sha256", bool attributes = true);

/// One page with text and a signature field "Signature1", signed. Objects: 5 field, 6 signature dictionary, 7 form.
RawPdf signedPdf(const SigningKit& kit, const std::string& signatureExtra = "", const std::string& otherFields = "");

} // namespace vidimus::test
