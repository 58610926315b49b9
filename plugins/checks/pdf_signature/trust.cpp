#include "judgement.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace vidimus::pdf_signature {

namespace {

constexpr int mostCertificates = 500;

template <auto Free> struct Deleter {
    template <class T> void operator()(T* pointer) const { Free(pointer); }
};
template <class T, auto Free> using Owned = std::unique_ptr<T, Deleter<Free>>;
using Certificate = Owned<X509, X509_free>;

std::vector<Certificate> certificatesIn(std::string_view pem)
{
    std::vector<Certificate> found;
    const Owned<BIO, BIO_free_all> in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    ERR_set_mark();
    while (found.size() < mostCertificates) {
        Certificate certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
        if (!certificate)
            break;
        found.push_back(std::move(certificate));
    }
    ERR_pop_to_mark(); // the end of the text is reported as an error
    return found;
}

} // namespace

struct TrustRoots::Store {
    Owned<X509_STORE, X509_STORE_free> roots{X509_STORE_new()};
};

TrustRoots::TrustRoots(const std::vector<std::string>& pems)
    : m_store(std::make_unique<Store>())
{
    for (const std::string& pem : pems)
        for (const Certificate& certificate : certificatesIn(pem))
            m_count += X509_STORE_add_cert(m_store->roots.get(), certificate.get()) == 1;
}

TrustRoots::~TrustRoots() = default;

TrustRoots::Path TrustRoots::pathAt(std::string_view pem, std::int64_t seconds) const
{
    const auto certificates = certificatesIn(pem);
    if (certificates.empty())
        return Path::NotFound;
    STACK_OF(X509)* others = sk_X509_new_null(); // borrows; the certificates stay ours
    for (std::size_t i = 1; i < certificates.size(); ++i)
        sk_X509_push(others, certificates[i].get());
    const Owned<X509_STORE_CTX, X509_STORE_CTX_free> context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), m_store->roots.get(), certificates.front().get(), others);
    X509_VERIFY_PARAM* policy = X509_STORE_CTX_get0_param(context.get());
    // A trust list may name an issuing authority without its root: an anchor is whatever one relies on.
    X509_VERIFY_PARAM_set_flags(policy, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_purpose(policy, X509_PURPOSE_ANY);
    X509_VERIFY_PARAM_set_time(policy, static_cast<time_t>(seconds));
    const bool trusted = X509_verify_cert(context.get()) == 1;
    const int error = X509_STORE_CTX_get_error(context.get());
    sk_X509_free(others);
    if (trusted)
        return Path::Trusted;
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return Path::OutOfDate;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE: // an authority that only bears the name of a trusted one
        return Path::NotFound;
    default:
        return Path::Wrong;
    }
}

} // namespace vidimus::pdf_signature
