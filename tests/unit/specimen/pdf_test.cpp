#include "made.hpp"

#include "specimen/pdf_alterations.hpp"
#include "specimen/trust.hpp"
#include "support/temporary_folder.hpp"

#include <openssl/cms.h>
#include <openssl/x509.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace vidimus::specimen {
namespace {

Made pdf(std::string profile, std::string alteration)
{
    Request request{.profile = std::move(profile), .layout = "electronic"};
    request.seed = 31;
    request.kind = FileKind::Pdf;
    if (!alteration.empty())
        request.alterations = {std::move(alteration)};
    return made(request);
}

enum class Signature { None, Broken, Untrusted, Good };

/// Verifies the last signature of a file over what its byte range names.
Signature verify(const std::string& file, X509* root)
{
    const std::size_t range = file.rfind("/ByteRange [0 ");
    if (range == std::string::npos)
        return Signature::None;
    std::size_t first = 0, second = 0, rest = 0;
    if (std::sscanf(file.c_str() + range, "/ByteRange [0 %zu %zu %zu]", &first, &second, &rest) != 3)
        return Signature::None;
    std::string der;
    for (std::size_t at = first + 1; at + 2 < second; at += 2)
        der += static_cast<char>(std::strtol(file.substr(at, 2).c_str(), nullptr, 16));
    const unsigned char* begin = reinterpret_cast<const unsigned char*>(der.data());
    CMS_ContentInfo* cms = d2i_CMS_ContentInfo(nullptr, &begin, static_cast<long>(der.size()));
    const std::string covered = file.substr(0, first) + file.substr(second, rest);
    X509_STORE* store = X509_STORE_new();
    X509_STORE_add_cert(store, root);
    const auto holds = [&](unsigned flags) {
        BIO* data = BIO_new_mem_buf(covered.data(), static_cast<int>(covered.size()));
        const bool good = CMS_verify(cms, nullptr, store, data, nullptr, flags | CMS_BINARY | CMS_DETACHED) == 1;
        BIO_free(data);
        return good;
    };
    X509_STORE_set_purpose(store, X509_PURPOSE_ANY);
    const bool intact = holds(CMS_NO_SIGNER_CERT_VERIFY), trusted = intact && holds(0);
    X509_STORE_free(store);
    CMS_ContentInfo_free(cms);
    return !intact ? Signature::Broken : trusted ? Signature::Good : Signature::Untrusted;
}

TEST(SpecimenTrust, SameSeedGivesTheSameAuthority)
{
    auto first = makeTrust(7), second = makeTrust(7), other = makeTrust(8);
    ASSERT_TRUE(first.ok() && second.ok() && other.ok());
    EXPECT_EQ(X509_cmp(first->root.get(), second->root.get()), 0);
    EXPECT_EQ(X509_cmp(first->signer.certificate.get(), second->signer.certificate.get()), 0);
    EXPECT_NE(X509_cmp(first->root.get(), other->root.get()), 0);
    EXPECT_EQ(X509_verify(first->signer.certificate.get(), X509_get0_pubkey(first->root.get())), 1);
}

TEST(SpecimenTrust, IsWrittenAndReadBack)
{
    const vidimus::tests::TemporaryFolder temporary;
    const auto folder = temporary / "trust";
    auto trust = makeTrust(7);
    ASSERT_TRUE(trust.ok());
    ASSERT_TRUE(writeTrust(*trust, folder).ok());
    auto signer = readSigner(folder);
    ASSERT_TRUE(signer.ok());
    EXPECT_EQ(X509_cmp(signer->certificate.get(), trust->signer.certificate.get()), 0);
    std::filesystem::remove_all(folder);
    EXPECT_EQ(readSigner(folder).error().kind, ErrorKind::NotFound);
}

TEST(SpecimenPdf, SignaturesAreWhatTheirNamesSay)
{
    auto trust = makeTrust(defaultTrustSeed);
    ASSERT_TRUE(trust.ok());
    X509* root = trust->root.get();
    const auto state
        = [&](const char* alteration) { return verify(pdf("hk.pharmacist-practising", alteration).bytes, root); };
    EXPECT_EQ(state(""), Signature::None);
    EXPECT_EQ(state("signed"), Signature::Good);
    EXPECT_EQ(state("signed-then-changed"), Signature::Good);
    EXPECT_EQ(state("signed-in-part"), Signature::Good);
    EXPECT_EQ(state("signature-broken"), Signature::Broken);
    EXPECT_EQ(state("signed-with-expired"), Signature::Untrusted);
    auto stranger = makeTrust(1);
    ASSERT_TRUE(stranger.ok());
    EXPECT_EQ(verify(pdf("hk.pharmacist-practising", "signed").bytes, stranger->root.get()), Signature::Untrusted);
}

TEST(SpecimenPdf, OnlyAGoodSignatureOverTheWholeFileLeavesItGenuine)
{
    EXPECT_EQ(pdf("hk.pharmacist-practising", "signed").truth.kind, "genuine");
    for (const PdfAlteration& alteration : pdfAlterations())
        EXPECT_EQ(pdf("hk.pharmacist-practising", std::string(alteration.name)).truth.kind,
            alteration.reason.empty() ? "genuine" : "altered")
            << alteration.name;
}

TEST(SpecimenPdf, SigningTwiceGivesTheSameBytes)
{
    EXPECT_EQ(pdf("cn.physician-practice", "signed").bytes, pdf("cn.physician-practice", "signed").bytes);
}

TEST(SpecimenPdf, AlterationsAppendAndLeaveWhatWasThere)
{
    const std::string plain = pdf("cn.physician-practice", "").bytes;
    for (const auto& [name, mark] : {std::pair("javascript", "/S /JavaScript"),
             std::pair("launch-action", "/S /Launch"), std::pair("embedded-file", "/EmbeddedFile"),
             std::pair("external-reference", "/S /URI"), std::pair("edited", "/Subtype /Stamp")}) {
        const std::string altered = pdf("cn.physician-practice", name).bytes;
        EXPECT_TRUE(altered.starts_with(plain)) << name;
        EXPECT_NE(altered.find(mark, plain.size()), std::string::npos) << name;
    }
    EXPECT_EQ(pdf("cn.physician-practice", "truncated").bytes, plain.substr(0, plain.size() / 2));
}

TEST(SpecimenPdf, TextCanBeSelected)
{
    const Made specimen = pdf("hk.pharmacist-practising", "");
    const vidimus::tests::TemporaryFolder temporary;
    const auto path = temporary / "specimen.pdf";
    std::ofstream(path, std::ios::binary) << specimen.bytes;
    std::FILE* pipe = popen(("pdftotext -raw '" + path.string() + "' -").c_str(), "r");
    ASSERT_TRUE(pipe);
    std::string text;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
        text += static_cast<char>(c);
    EXPECT_EQ(pclose(pipe), 0);
    std::filesystem::remove(path);
    for (const PlacedField& field : specimen.truth.fields)
        EXPECT_NE(text.find(field.text), std::string::npos) << field.text;
}

TEST(SpecimenPdf, ScannedPdfHoldsAPictureAndNoText)
{
    Request request{.profile = "cn.physician-practice", .layout = "booklet"};
    request.kind = FileKind::Pdf;
    request.dpi = {100};
    request.degradations = {"scan"};
    const Made specimen = made(request);
    EXPECT_NE(specimen.bytes.find("/DCTDecode"), std::string::npos);
    EXPECT_EQ(specimen.bytes.find("/Font"), std::string::npos);
}

TEST(SpecimenPdf, DatesAreMarkedAsPdfDates)
{
    EXPECT_NE(pdf("hk.pharmacist-practising", "").bytes.find("/CreationDate (D:2025"), std::string::npos);
}

} // namespace
} // namespace vidimus::specimen
