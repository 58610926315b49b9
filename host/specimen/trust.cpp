#include "specimen/trust.hpp"

#include "specimen/random.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <vector>

namespace vidimus::specimen {
namespace {

struct FreeNumber {
    void operator()(BIGNUM* number) const { BN_free(number); }
};
struct FreeContext {
    void operator()(BN_CTX* context) const { BN_CTX_free(context); }
};
using Number = std::unique_ptr<BIGNUM, FreeNumber>;
using NumberContext = std::unique_ptr<BN_CTX, FreeContext>;

constexpr int primeBits = 1024;
constexpr unsigned long publicExponent = 65537;

Error failed(std::string_view what)
{
    return {ErrorKind::System, std::string(what) + " could not be made.", "specimen"};
}

/// The next prime after a number drawn from the stream; fit for the exponent 65537.
Number drawPrime(Random& random, BN_CTX* context)
{
    std::vector<unsigned char> bytes(primeBits / 8);
    for (unsigned char& byte : bytes)
        byte = static_cast<unsigned char>(random.below(256));
    // Both top bits set, so that the product has its full length; odd.
    bytes.front() |= 0xC0;
    bytes.back() |= 1;
    Number prime(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    while (BN_check_prime(prime.get(), context, nullptr) != 1 || BN_mod_word(prime.get(), publicExponent) == 1)
        BN_add_word(prime.get(), 2);
    return prime;
}

/// RSA has no generator that takes a seed: the numbers are made here and handed over.
Key makeKey(Random random)
{
    const NumberContext context(BN_CTX_new());
    const Number one(BN_new()), e(BN_new()), n(BN_new()), d(BN_new()), p1(BN_new()), q1(BN_new()), phi(BN_new()),
        dp(BN_new()), dq(BN_new()), qi(BN_new());
    Number p = drawPrime(random, context.get()), q = drawPrime(random, context.get());
    if (BN_cmp(p.get(), q.get()) < 0)
        std::swap(p, q);
    BN_one(one.get());
    BN_set_word(e.get(), publicExponent);
    BN_mul(n.get(), p.get(), q.get(), context.get());
    BN_sub(p1.get(), p.get(), one.get());
    BN_sub(q1.get(), q.get(), one.get());
    BN_mul(phi.get(), p1.get(), q1.get(), context.get());
    BN_mod_inverse(d.get(), e.get(), phi.get(), context.get());
    BN_mod(dp.get(), d.get(), p1.get(), context.get());
    BN_mod(dq.get(), d.get(), q1.get(), context.get());
    BN_mod_inverse(qi.get(), q.get(), p.get(), context.get());
    OSSL_PARAM_BLD* builder = OSSL_PARAM_BLD_new();
    const std::pair<const char*, const BIGNUM*> parts[]{{OSSL_PKEY_PARAM_RSA_N, n.get()},
        {OSSL_PKEY_PARAM_RSA_E, e.get()}, {OSSL_PKEY_PARAM_RSA_D, d.get()}, {OSSL_PKEY_PARAM_RSA_FACTOR1, p.get()},
        {OSSL_PKEY_PARAM_RSA_FACTOR2, q.get()}, {OSSL_PKEY_PARAM_RSA_EXPONENT1, dp.get()},
        {OSSL_PKEY_PARAM_RSA_EXPONENT2, dq.get()}, {OSSL_PKEY_PARAM_RSA_COEFFICIENT1, qi.get()}};
    for (const auto& [name, number] : parts)
        OSSL_PARAM_BLD_push_BN(builder, name, number);
    OSSL_PARAM* parameters = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX* maker = EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr);
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata_init(maker) != 1 || EVP_PKEY_fromdata(maker, &key, EVP_PKEY_KEYPAIR, parameters) != 1)
        key = nullptr;
    EVP_PKEY_CTX_free(maker);
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    return Key(key);
}

bool addExtension(X509* certificate, X509* issuer, int id, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, id, value);
    if (!extension)
        return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

X509_NAME* nameOf(const std::string& commonName)
{
    X509_NAME* name = X509_NAME_new();
    const auto add = [&](const char* field, const std::string& text) {
        X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text.data()),
            static_cast<int>(text.size()), -1, 0);
    };
    add("C", "XX");
    add("O", "Vidimus specimens");
    add("CN", commonName);
    return name;
}

struct Subject {
    std::string name;
    EVP_PKEY* key;
    long serial;
    bool authority;
    const char* until = "20491231235959Z";
};

/// Valid from 2000, where nothing else is said to 2049, so that specimens of any date can be signed.
Certificate certify(const Subject& subject, const std::string& issuerName, X509* issuer, EVP_PKEY* issuerKey)
{
    Certificate certificate(X509_new());
    X509* x = certificate.get();
    X509_set_version(x, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x), subject.serial);
    ASN1_TIME_set_string(X509_getm_notBefore(x), "20000101000000Z");
    ASN1_TIME_set_string(X509_getm_notAfter(x), subject.until);
    X509_NAME* own = nameOf(subject.name);
    X509_NAME* above = nameOf(issuerName);
    X509_set_subject_name(x, own);
    X509_set_issuer_name(x, above);
    X509_NAME_free(own);
    X509_NAME_free(above);
    X509_set_pubkey(x, subject.key);
    bool good = addExtension(
        x, issuer ? issuer : x, NID_basic_constraints, subject.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    good = good
        && addExtension(x, issuer ? issuer : x, NID_key_usage,
            subject.authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature,nonRepudiation");
    good = good && addExtension(x, issuer ? issuer : x, NID_subject_key_identifier, "hash");
    good = good && addExtension(x, issuer ? issuer : x, NID_authority_key_identifier, "keyid:always");
    if (!good || X509_sign(x, issuerKey, EVP_sha256()) == 0)
        return {};
    return certificate;
}

} // namespace

void FreeCertificate::operator()(X509* certificate) const
{
    X509_free(certificate);
}

void FreeKey::operator()(EVP_PKEY* key) const
{
    EVP_PKEY_free(key);
}

Result<Trust> makeTrust(std::uint64_t seed)
{
    const Random random(seed);
    const std::string rootName = "Specimen root " + std::to_string(seed);
    Trust trust;
    trust.rootKey = makeKey(random.stream("root key"));
    trust.signer.key = makeKey(random.stream("signer key"));
    if (!trust.rootKey || !trust.signer.key)
        return failed("The keys");
    const long serial = static_cast<long>(random.stream("serial").below(1000000)) * 10;
    trust.root = certify({rootName, trust.rootKey.get(), serial + 1, true}, rootName, nullptr, trust.rootKey.get());
    const auto issue = [&](long number, const char* until) {
        return certify(
            {"Specimen issuer " + std::to_string(seed), trust.signer.key.get(), serial + number, false, until},
            rootName, trust.root.get(), trust.rootKey.get());
    };
    trust.signer.certificate = issue(2, "20491231235959Z");
    trust.signer.expired = issue(3, "20041231235959Z");
    if (!trust.root || !trust.signer.certificate || !trust.signer.expired)
        return failed("The certificates");
    return trust;
}

} // namespace vidimus::specimen
