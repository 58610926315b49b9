#include "support/pdf/signing_kit.hpp"

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <stdexcept>

namespace vidimus::test {

struct SigningKit::Keys {
    EVP_PKEY *rootKey = nullptr, *key = nullptr;
    X509 *root = nullptr, *certificate = nullptr;
    ~Keys()
    {
        EVP_PKEY_free(rootKey);
        EVP_PKEY_free(key);
        X509_free(root);
        X509_free(certificate);
    }
};

namespace {

X509* certify(const std::string& name, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuerKey, long serial,
    const SigningKit::Options& options)
{
    X509* certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial);
    ASN1_TIME_set_string(X509_getm_notBefore(certificate), options.notBefore);
    ASN1_TIME_set_string(X509_getm_notAfter(certificate), options.notAfter);
    X509_NAME* subject = X509_get_subject_name(certificate);
    const auto add = [&](const char* field, const std::string& value) {
        X509_NAME_add_entry_by_txt(
            subject, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(value.c_str()), -1, -1, 0);
    };
    add("C", "XX");
    add("CN", name);
    X509_set_issuer_name(certificate, issuer ? X509_get_subject_name(issuer) : subject);
    X509_set_pubkey(certificate, key);
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer ? issuer : certificate, certificate, nullptr, nullptr, 0);
    const auto extend = [&](int nid, const char* value) {
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    };
    extend(NID_basic_constraints, issuer ? "critical,CA:FALSE" : "critical,CA:TRUE");
    extend(NID_key_usage, issuer ? "critical,digitalSignature,nonRepudiation" : "critical,keyCertSign,cRLSign");
    extend(NID_subject_key_identifier, "hash");
    X509_sign(certificate, issuerKey, EVP_sha256());
    return certificate;
}

} // namespace

SigningKit::SigningKit()
    : SigningKit(Options())
{
}

SigningKit::SigningKit(const Options& options)
    : m_keys(std::make_unique<Keys>())
{
    Options root;
    root.notBefore = "20200101000000Z";
    m_keys->rootKey = EVP_EC_gen("P-256");
    m_keys->root = certify("Example Root", m_keys->rootKey, nullptr, m_keys->rootKey, 1, root);
    m_keys->key = EVP_RSA_gen(2048);
    m_keys->certificate = options.selfSigned
        ? certify(options.commonName, m_keys->key, nullptr, m_keys->key, 2, options)
        : certify(options.commonName, m_keys->key, m_keys->root, m_keys->rootKey, 2, options);
}

SigningKit::~SigningKit() = default;

std::string SigningKit::rootPem() const
{
    BIO* out = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(out, m_keys->root);
    char* data = nullptr;
    const long size = BIO_get_mem_data(out, &data);
    std::string pem(data, static_cast<std::size_t>(size));
    BIO_free(out);
    return pem;
}

std::string SigningKit::sign(const std::string& bytes, const std::string& digest, bool attributes) const
{
    BIO* in = BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()));
    const unsigned flags = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP;
    CMS_ContentInfo* cms = CMS_sign(nullptr, nullptr, nullptr, nullptr, flags | CMS_PARTIAL);
    CMS_SignerInfo* info = CMS_add1_signer(cms, m_keys->certificate, m_keys->key, EVP_get_digestbyname(digest.c_str()),
        flags | (attributes ? 0u : unsigned(CMS_NOATTR)));
    if (!info || CMS_final(cms, in, nullptr, flags) != 1)
        throw std::runtime_error("the test could not sign");
    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &der);
    std::string out(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    CMS_ContentInfo_free(cms);
    BIO_free(in);
    return out;
}

namespace {
constexpr const char* emptyRange = "/ByteRange [0 0000000000 0000000000 0000000000]";
constexpr std::size_t room = 8192;
} // namespace

std::string signatureDictionary(const std::string& extra, const std::string& subFilter)
{
    return "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /" + subFilter + " " + extra + " " + emptyRange
        + " /Contents <" + std::string(room, '0') + "> >>";
}

void fillSignature(std::string& pdf, const SigningKit& kit, const std::string& digest, bool attributes)
{
    const std::size_t range = pdf.rfind(emptyRange);
    const std::size_t gap = pdf.find('<', range), resume = pdf.find('>', gap) + 1;
    char numbers[64];
    std::snprintf(numbers, sizeof numbers, "/ByteRange [0 %010zu %010zu %010zu]", gap, resume, pdf.size() - resume);
    pdf.replace(range, std::string(emptyRange).size(), numbers);
    std::string hex;
    for (const char c : kit.sign(pdf.substr(0, gap) + pdf.substr(resume), digest, attributes)) {
        char byte[3];
        std::snprintf(byte, sizeof byte, "%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
        hex += byte;
    }
    pdf.replace(gap + 1, hex.size(), hex);
}

RawPdf signedPdf(const SigningKit& kit, const std::string& signatureExtra, const std::string& otherFields)
{
    RawPdf pdf = onePage("BT /F1 12 Tf 72 700 Td (Certificate of Examples) Tj ET",
        "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>", "/Annots [5 0 R]", "/AcroForm 7 0 R");
    pdf.set(5, "<< /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /P 3 0 R /FT /Sig /T (Signature1) /V 6 0 R >>");
    pdf.set(6, signatureDictionary("/M (D:20260301160000+08'00') " + signatureExtra));
    pdf.set(7, "<< /SigFlags 3 /Fields [5 0 R " + otherFields + "] >>");
    pdf.write();
    fillSignature(pdf.bytes(), kit);
    return pdf;
}

} // namespace vidimus::test
