#include "cms.hpp"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <cctype>
#include <ctime>
#include <memory>

namespace vidimus::pdf {

namespace {

template <auto Free> struct Deleter {
    template <class T> void operator()(T* pointer) const { Free(pointer); }
};
template <class T, auto Free> using Owned = std::unique_ptr<T, Deleter<Free>>;
using Cms = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using Memory = Owned<BIO, BIO_free_all>;

constexpr int mostCertificates = 24;

void freeCertificates(STACK_OF(X509) * list)
{
    sk_X509_pop_free(list, X509_free);
}
using Certificates = Owned<STACK_OF(X509), freeCertificates>;

/// OpenSSL keeps a queue of errors a thread; ours is left as it was found.
struct QuietErrors {
    QuietErrors() { ERR_set_mark(); }
    ~QuietErrors() { ERR_pop_to_mark(); }
};

std::string contentOf(BIO* memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

std::string nameOf(const X509_NAME* name)
{
    const Memory out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    return contentOf(out.get());
}

std::string isoTime(const ASN1_TIME* time)
{
    std::tm tm{};
    if (!time || ASN1_TIME_to_tm(time, &tm) != 1)
        return {};
    char buffer[32];
    return std::string(buffer, std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%SZ", &tm));
}

std::string pemOf(X509* certificate)
{
    const Memory out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), certificate);
    return contentOf(out.get());
}

std::string digestName(const X509_ALGOR* algorithm)
{
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    const EVP_MD* md = EVP_get_digestbyobj(object);
    std::string name = md ? OBJ_nid2sn(EVP_MD_get_type(md)) : "";
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name;
}

void describeSigner(CmsResult& result, X509* signer, STACK_OF(X509) * all)
{
    result.signer = nameOf(X509_get_subject_name(signer));
    result.issuer = nameOf(X509_get_issuer_name(signer));
    result.notBefore = isoTime(X509_get0_notBefore(signer));
    result.notAfter = isoTime(X509_get0_notAfter(signer));
    const Owned<BIGNUM, BN_free> serial(ASN1_INTEGER_to_BN(X509_get0_serialNumber(signer), nullptr));
    if (char* hex = serial ? BN_bn2hex(serial.get()) : nullptr) {
        result.serial = hex;
        OPENSSL_free(hex);
    }
    if (const EVP_PKEY* key = X509_get0_pubkey(signer))
        result.keyBits = EVP_PKEY_get_bits(key);
    result.selfSigned = (X509_get_extension_flags(signer) & EXFLAG_SS) != 0;
    result.certificates = pemOf(signer);
    for (int i = 0; all && i < sk_X509_num(all) && i < mostCertificates; ++i)
        if (X509_cmp(sk_X509_value(all, i), signer) != 0)
            result.certificates += pemOf(sk_X509_value(all, i));
}

/// A parsed signature with its one signer.
struct Parsed {
    Cms cms;
    CMS_SignerInfo* info = nullptr;
    X509* signer = nullptr;
    Certificates certificates;
};

std::optional<Parsed> parse(std::string_view der, CmsResult& result)
{
    Parsed parsed;
    const auto* p = reinterpret_cast<const unsigned char*>(der.data());
    parsed.cms.reset(d2i_CMS_ContentInfo(nullptr, &p, static_cast<long>(der.size())));
    if (!parsed.cms) {
        result.integrity = Integrity::Broken;
        result.reason = "FORMAT_FAILURE";
        return std::nullopt;
    }
    if (OBJ_obj2nid(CMS_get0_type(parsed.cms.get())) != NID_pkcs7_signed) {
        result.reason = "unsupported-format";
        return std::nullopt;
    }
    STACK_OF(CMS_SignerInfo)* infos = CMS_get0_SignerInfos(parsed.cms.get());
    if (sk_CMS_SignerInfo_num(infos) != 1) { // ISO 32000-2, 12.8.3.3.1: only a single signer
        result.reason = "several-signers";
        return std::nullopt;
    }
    parsed.info = sk_CMS_SignerInfo_value(infos, 0);
    parsed.certificates.reset(CMS_get1_certs(parsed.cms.get()));
    CMS_set1_signers_certs(parsed.cms.get(), nullptr, 0);
    X509_ALGOR *digest = nullptr, *signature = nullptr;
    CMS_SignerInfo_get0_algs(parsed.info, nullptr, &parsed.signer, &digest, &signature);
    result.digest = digestName(digest);
    if (const int at = CMS_signed_get_attr_by_NID(parsed.info, NID_pkcs9_signingTime, -1); at >= 0) {
        const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(parsed.info, at), 0);
        if (value && (value->type == V_ASN1_UTCTIME || value->type == V_ASN1_GENERALIZEDTIME))
            result.signedAt = isoTime(value->value.asn1_string);
    }
    if (parsed.signer)
        describeSigner(result, parsed.signer, parsed.certificates.get());
    if (!parsed.signer)
        result.reason = "no-signer-certificate";
    else if (result.digest.empty() || !X509_get0_pubkey(parsed.signer))
        result.reason = "unsupported-algorithm";
    return result.reason.empty() ? std::optional(std::move(parsed)) : std::nullopt;
}

void conclude(CmsResult& result, bool digestHolds, bool signatureHolds)
{
    result.integrity = digestHolds && signatureHolds ? Integrity::Holds : Integrity::Broken;
    result.reason = !digestHolds ? "HASH_FAILURE" : !signatureHolds ? "SIG_CRYPTO_FAILURE" : "";
}

std::string octets(const ASN1_OCTET_STRING* string)
{
    return string ? std::string(reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)),
               static_cast<std::size_t>(ASN1_STRING_length(string)))
                  : std::string();
}

/// The time stamp over the signature value, in the unsigned attributes (RFC 3161, Appendix A).
void readSignatureTimestamp(const Parsed& parsed, CmsResult& result)
{
    const int at = CMS_unsigned_get_attr_by_NID(parsed.info, NID_id_smime_aa_timeStampToken, -1);
    if (at < 0)
        return;
    const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(parsed.info, at), 0);
    if (!value || value->type != V_ASN1_SEQUENCE)
        return;
    const std::string signature = octets(CMS_SignerInfo_get0_signature(parsed.info));
    const CmsResult stamp = verifyTimestamp(octets(value->value.sequence), [&](const std::string& algorithm) {
        unsigned char buffer[EVP_MAX_MD_SIZE];
        std::size_t size = 0;
        const bool done
            = EVP_Q_digest(nullptr, algorithm.c_str(), nullptr, signature.data(), signature.size(), buffer, &size);
        return done ? std::string(reinterpret_cast<char*>(buffer), size) : std::string();
    });
    if (stamp.integrity == Integrity::Holds) {
        result.timestampedAt = stamp.signedAt;
        result.timestampCertificates = stamp.certificates;
    }
}

/// The token's own content, signed as CMS wants it.
bool contentVerifies(CMS_ContentInfo* cms)
{
    const Memory out(BIO_new(BIO_s_mem()));
    return CMS_verify(cms, nullptr, nullptr, nullptr, out.get(), CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
}

std::string embeddedContent(CMS_ContentInfo* cms)
{
    ASN1_OCTET_STRING** content = CMS_get0_content(cms);
    return content ? octets(*content) : std::string();
}

} // namespace

CmsResult verifyDetached(std::string_view der, const DigestOf& digestOf)
{
    const QuietErrors quiet;
    CmsResult result;
    const auto parsed = parse(der, result);
    if (!parsed)
        return result;
    const std::string digest = digestOf(result.digest);
    if (digest.empty()) {
        result.reason = "unsupported-algorithm";
        return result;
    }
    if (CMS_signed_get_attr_count(parsed->info) > 0) {
        const auto* stated = static_cast<ASN1_OCTET_STRING*>(
            CMS_signed_get0_data_by_OBJ(parsed->info, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING));
        conclude(result, octets(stated) == digest, CMS_SignerInfo_verify(parsed->info) == 1);
    } else {
        // Without signed attributes the signature is over the digest itself (RFC 5652, 5.4).
        X509_ALGOR* algorithm = nullptr;
        CMS_SignerInfo_get0_algs(parsed->info, nullptr, nullptr, &algorithm, nullptr);
        const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(
            EVP_PKEY_CTX_new(X509_get0_pubkey(parsed->signer), nullptr));
        const std::string signature = octets(CMS_SignerInfo_get0_signature(parsed->info));
        const auto bytes = [](const std::string& s) { return reinterpret_cast<const unsigned char*>(s.data()); };
        const bool holds = context && EVP_PKEY_verify_init(context.get()) == 1
            && EVP_PKEY_CTX_set_signature_md(context.get(), EVP_get_digestbyname(result.digest.c_str())) == 1
            && EVP_PKEY_verify(context.get(), bytes(signature), signature.size(), bytes(digest), digest.size()) == 1;
        conclude(result, true, holds);
    }
    readSignatureTimestamp(*parsed, result);
    return result;
}

CmsResult verifySha1Content(std::string_view der, const DigestOf& digestOf)
{
    const QuietErrors quiet;
    CmsResult result;
    const auto parsed = parse(der, result);
    if (!parsed)
        return result;
    result.digest = "sha1"; // the weakest link, whatever the signature itself uses
    conclude(result, embeddedContent(parsed->cms.get()) == digestOf("sha1"), contentVerifies(parsed->cms.get()));
    return result;
}

CmsResult verifyTimestamp(std::string_view der, const DigestOf& digestOf)
{
    const QuietErrors quiet;
    CmsResult result;
    const auto parsed = parse(der, result);
    if (!parsed)
        return result;
    const std::string content = embeddedContent(parsed->cms.get());
    const auto* p = reinterpret_cast<const unsigned char*>(content.data());
    const Owned<TS_TST_INFO, TS_TST_INFO_free> info(d2i_TS_TST_INFO(nullptr, &p, static_cast<long>(content.size())));
    if (!info) {
        result.integrity = Integrity::Broken;
        result.reason = "FORMAT_FAILURE";
        return result;
    }
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info.get());
    result.signedAt = isoTime(TS_TST_INFO_get_time(info.get()));
    result.digest = digestName(TS_MSG_IMPRINT_get_algo(imprint));
    const std::string digest = result.digest.empty() ? std::string() : digestOf(result.digest);
    if (digest.empty())
        result.reason = "unsupported-algorithm";
    else
        conclude(result, octets(TS_MSG_IMPRINT_get_msg(imprint)) == digest, contentVerifies(parsed->cms.get()));
    return result;
}

} // namespace vidimus::pdf
