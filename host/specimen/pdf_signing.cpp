#include "specimen/pdf_signing.hpp"

#include "specimen/pdf_update.hpp"

#include <fmt/format.h>
#include <openssl/cms.h>

#include <memory>

namespace vidimus::specimen {
namespace {

struct FreeCms {
    void operator()(CMS_ContentInfo* cms) const { CMS_ContentInfo_free(cms); }
};
struct FreeBio {
    void operator()(BIO* bio) const { BIO_free(bio); }
};

constexpr std::size_t contentsBytes = 6144;
constexpr std::string_view rangePlace = "/ByteRange [0 0000000000 0000000000 0000000000]";

std::string pdfTime(UtcTime time)
{
    const std::string iso = time.iso();
    return fmt::format("(D:{}{}{}{}{}{}Z)", iso.substr(0, 4), iso.substr(5, 2), iso.substr(8, 2), iso.substr(11, 2),
        iso.substr(14, 2), iso.substr(17, 2));
}

Error failed()
{
    return {ErrorKind::System, "The specimen could not be signed.", "specimen"};
}

/// \return the CMS in DER; empty where OpenSSL refused.
std::string detachedCms(const std::string& data, const Signing& signing)
{
    constexpr unsigned flags = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_PARTIAL;
    const std::unique_ptr<BIO, FreeBio> source(BIO_new_mem_buf(data.data(), static_cast<int>(data.size())));
    const std::unique_ptr<CMS_ContentInfo, FreeCms> cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    if (!cms)
        return {};
    X509* certificate = signing.withExpired ? signing.signer.expired.get() : signing.signer.certificate.get();
    CMS_SignerInfo* info = CMS_add1_signer(
        cms.get(), certificate, signing.signer.key.get(), signing.weakDigest ? EVP_sha1() : EVP_sha256(), flags);
    ASN1_TIME* when = ASN1_TIME_set(nullptr, signing.time.seconds);
    // OpenSSL puts in the present time only where none is given.
    const bool timed
        = info && CMS_signed_add1_attr_by_NID(info, NID_pkcs9_signingTime, when->type, when->data, when->length) == 1;
    ASN1_TIME_free(when);
    if (!timed || CMS_final(cms.get(), source.get(), nullptr, flags & ~static_cast<unsigned>(CMS_PARTIAL)) != 1)
        return {};
    unsigned char* der = nullptr;
    const int length = i2d_CMS_ContentInfo(cms.get(), &der);
    std::string bytes(reinterpret_cast<char*>(der), length > 0 ? static_cast<std::size_t>(length) : 0);
    OPENSSL_free(der);
    return bytes;
}

std::string hexadecimal(const std::string& bytes)
{
    std::string text;
    for (const char c : bytes)
        text += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return text;
}

std::string withSignatureField(std::string file, UtcTime time)
{
    PdfUpdate update(std::move(file));
    const int signature = update.add(fmt::format("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "
                                                 "/M {} /Reason (Issue) {} /Contents <{}> >>",
        pdfTime(time), rangePlace, std::string(2 * contentsBytes, '0')));
    const int field = update.add(fmt::format(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F 132 /Rect [0 0 0 0] /P {} 0 R /V {} 0 R >>",
        update.page(), signature));
    update.addKey(update.page(), "/Annots", fmt::format("[{} 0 R]", field));
    update.addKey(update.catalogue(), "/AcroForm", fmt::format("<< /SigFlags 3 /Fields [{} 0 R] >>", field));
    return update.finish();
}

} // namespace

Result<std::string> signPdf(std::string file, const Signing& signing)
{
    file = withSignatureField(std::move(file), signing.time);
    const std::size_t range = file.rfind(rangePlace);
    const std::size_t begin = file.find('<', file.find("/Contents ", range)), end = begin + 2 * contentsBytes + 2;
    const std::size_t until = signing.partial ? file.rfind("xref\n", file.rfind("trailer")) : file.size();
    // As long as its place: offsets in the table must not move.
    std::string numbers = fmt::format("/ByteRange [0 {} {} {}]", begin, end, until - end);
    numbers.resize(rangePlace.size(), ' ');
    file.replace(range, rangePlace.size(), numbers);
    const std::string cms = detachedCms(file.substr(0, begin) + file.substr(end, until - end), signing);
    if (cms.empty() || cms.size() > contentsBytes)
        return failed();
    file.replace(begin + 1, 2 * cms.size(), hexadecimal(cms));
    return file;
}

} // namespace vidimus::specimen
