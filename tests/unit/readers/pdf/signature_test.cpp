#include "revisions.hpp"
#include "session.hpp"
#include "support/pdf/reader_host.hpp"
#include "support/pdf/signing_kit.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace vidimus::pdf {
namespace {

using test::ReaderHost;
using test::SigningKit;
using test::StatedFact;

std::vector<StatedFact> factsOf(const std::string& pdf, const std::string& kind)
{
    ReaderHost host;
    PdfSession session(test::bytesOf(pdf), {});
    test::CollectingSink collected;
    const auto raw = collected.raw();
    sdk::PassSink sink(&raw);
    sdk::PassRequest request;
    request.what = "facts";
    session.run(request, sink);
    return collected.of(kind);
}

std::map<std::string, std::string> onlySignature(const std::string& pdf)
{
    const auto facts = factsOf(pdf, "pdf.signature");
    EXPECT_EQ(facts.size(), 1u);
    return facts.empty() ? std::map<std::string, std::string>() : facts[0].values;
}

const SigningKit& kit()
{
    static const SigningKit shared;
    return shared;
}

TEST(PdfSignature, HoldsOverAFileLeftAsItWasSigned)
{
    const auto s = onlySignature(test::signedPdf(kit()).bytes());
    EXPECT_EQ(s.at("field"), "Signature1");
    EXPECT_EQ(s.at("kind"), "signature");
    EXPECT_EQ(s.at("integrity"), "true");
    EXPECT_EQ(s.at("coverage"), "entire-file");
    EXPECT_EQ(s.at("modification"), "none");
    EXPECT_EQ(s.at("digest"), "sha256");
    EXPECT_EQ(s.at("signer"), "CN=Registry of Examples,C=XX");
    EXPECT_EQ(s.at("issuer"), "CN=Example Root,C=XX");
    EXPECT_EQ(s.at("notAfter"), "2035-01-01T00:00:00Z");
    EXPECT_EQ(s.at("keyBits"), "2048");
    EXPECT_EQ(s.at("selfSigned"), "false");
    EXPECT_EQ(s.count("docMdp"), 0u);
    EXPECT_NE(s.at("certificates").find("BEGIN CERTIFICATE"), std::string::npos);
}

TEST(PdfSignature, TakesTheClaimedTimeFromTheDictionaryWhereTheSignatureHasNone)
{
    auto pdf = test::onePage("", "", "/Annots [5 0 R]", "/AcroForm << /Fields [5 0 R] >>");
    pdf.set(5, "<< /Subtype /Widget /FT /Sig /T (S) /V 6 0 R >>");
    pdf.set(6, test::signatureDictionary("/M (D:20260301160000+08'00')"));
    pdf.write();
    test::fillSignature(pdf.bytes(), kit(), "sha256", false);
    const auto s = onlySignature(pdf.bytes());
    EXPECT_EQ(s.at("integrity"), "true");
    EXPECT_EQ(s.at("signedAt"), "2026-03-01T08:00:00Z");
}

TEST(PdfSignature, TellsAChangedByteFromAChangedSignature)
{
    std::string pdf = test::signedPdf(kit()).bytes();
    std::string changed = pdf;
    changed[changed.find("Certificate of")] = 'X';
    const auto hash = onlySignature(changed);
    EXPECT_EQ(hash.at("integrity"), "false");
    EXPECT_EQ(hash.at("reason"), "HASH_FAILURE");

    // The signature value is the last octet string before the padding: its last byte but a few.
    const std::size_t end = pdf.find_last_not_of('0', pdf.find("> >>\nendobj", pdf.find("/Contents")) - 1);
    pdf[end - 20] = pdf[end - 20] == 'a' ? 'b' : 'a';
    const auto crypto = onlySignature(pdf);
    EXPECT_EQ(crypto.at("integrity"), "false");
    EXPECT_EQ(crypto.at("reason"), "SIG_CRYPTO_FAILURE");
}

TEST(PdfSignature, SaysFormatFailureWhereNoSignatureStands)
{
    std::string pdf = test::signedPdf(kit()).bytes();
    const std::size_t contents = pdf.find("/Contents <") + 11;
    pdf.replace(contents, 40, std::string(40, 'f'));
    const auto s = onlySignature(pdf);
    EXPECT_EQ(s.at("integrity"), "false");
    EXPECT_EQ(s.at("reason"), "FORMAT_FAILURE");
}

TEST(PdfSignature, CannotTellUnknownFormats)
{
    std::string pdf = test::signedPdf(kit()).bytes();
    const std::string known = "/adbe.pkcs7.detached";
    pdf.replace(pdf.find(known), known.size(), "/adbe.x509.rsa_sha1 ");
    const auto s = onlySignature(pdf);
    EXPECT_EQ(s.at("integrity"), "unknown");
    EXPECT_EQ(s.at("reason"), "unsupported-format");
}

TEST(PdfSignature, RefusesRangesThatLeaveTheFileOrOverlap)
{
    for (const char* numbers : {"[0 10 5 20]", "[0 99999999 100000000 5]", "[-1 10 20 30]", "[0 10 20]", "[]"}) {
        std::string pdf = test::signedPdf(kit()).bytes();
        const std::size_t at = pdf.find("/ByteRange [") + 11, end = pdf.find(']', at) + 1;
        std::string replacement = numbers;
        replacement.resize(end - at, ' ');
        pdf.replace(at, end - at, replacement);
        const auto s = onlySignature(pdf);
        EXPECT_EQ(s.at("integrity"), "false") << numbers;
        EXPECT_EQ(s.at("coverage"), "none") << numbers;
        EXPECT_EQ(s.at("reason"), "FORMAT_FAILURE") << numbers;
    }
}

TEST(PdfSignature, DoesNotCoverAFileWithAWiderGap)
{
    // Signed so that the bytes after Contents up to the object's end are in nobody's range.
    auto pdf = test::onePage("", "", "/Annots [5 0 R]", "/AcroForm << /Fields [5 0 R] >>");
    pdf.set(5, "<< /Subtype /Widget /FT /Sig /T (S) /V 6 0 R >>");
    pdf.set(6, test::signatureDictionary());
    pdf.write();
    std::string& bytes = pdf.bytes();
    const std::size_t gap = bytes.find('<', bytes.find("/ByteRange")), resume = bytes.find("endobj", gap);
    char numbers[64];
    std::snprintf(numbers, sizeof numbers, "/ByteRange [0 %010zu %010zu %010zu]", gap, resume, bytes.size() - resume);
    bytes.replace(bytes.find("/ByteRange"), std::string(numbers).size(), numbers);
    std::string hex;
    for (const unsigned char c : kit().sign(bytes.substr(0, gap) + bytes.substr(resume))) {
        hex += "0123456789abcdef"[c >> 4];
        hex += "0123456789abcdef"[c & 15];
    }
    bytes.replace(gap + 1, hex.size(), hex);
    const auto s = onlySignature(bytes);
    EXPECT_EQ(s.at("integrity"), "true");
    EXPECT_EQ(s.at("coverage"), "partial");
}

/// What the signature says after that update.
std::map<std::string, std::string> after(
    const std::function<void(test::RawPdf&)>& update, const std::string& extra = "")
{
    auto pdf = test::signedPdf(kit(), extra, "8 0 R");
    update(pdf);
    pdf.write();
    auto s = onlySignature(pdf.bytes());
    EXPECT_EQ(s.at("integrity"), "true");
    EXPECT_EQ(s.at("coverage"), "entire-revision");
    return s;
}

TEST(PdfSignature, NamesWhatCameAfterIt)
{
    const std::string catalog = "<< /Type /Catalog /Pages 2 0 R /AcroForm 7 0 R ";
    const auto content
        = after([](test::RawPdf& pdf) { pdf.setStream(4, "", "BT /F1 12 Tf 72 700 Td (Another text) Tj ET"); });
    EXPECT_EQ(content.at("modification"), "other");
    EXPECT_EQ(content.at("modified"), "page 1");

    const auto validation = after([&](test::RawPdf& pdf) {
        pdf.set(20, "<< /Type /DSS >>");
        pdf.set(1, catalog + "/DSS 20 0 R >>");
    });
    EXPECT_EQ(validation.at("modification"), "lta-updates");

    const auto annotation = after([](test::RawPdf& pdf) {
        pdf.set(3,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R /Resources << /Font << /F1 "
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Annots [5 0 R 20 0 R] >>");
        pdf.set(20, "<< /Type /Annot /Subtype /FreeText /Rect [10 10 90 90] /Contents (New) >>");
    });
    EXPECT_EQ(annotation.at("modification"), "annotations");

    const auto script
        = after([&](test::RawPdf& pdf) { pdf.set(1, catalog + "/OpenAction << /S /JavaScript /JS (1) >> >>"); });
    EXPECT_EQ(script.at("modification"), "other");
    EXPECT_EQ(script.at("modified"), "OpenAction");

    const auto storedAnew = after([&](test::RawPdf& pdf) { pdf.set(2, "<< /Count 1 /Kids [3 0 R] /Type /Pages >>"); });
    EXPECT_EQ(storedAnew.at("modification"), "none");
}

TEST(PdfSignature, TellsFilledFieldsFromFurtherSignatures)
{
    auto pdf = test::onePage("", "", "/Annots [5 0 R 8 0 R]", "/AcroForm 7 0 R");
    pdf.set(5, "<< /Subtype /Widget /FT /Sig /T (First) /V 6 0 R >>");
    pdf.set(6, test::signatureDictionary("/Reference [<< /TransformMethod /DocMDP /TransformParams << /P 2 >> >>]"));
    pdf.set(7, "<< /Fields [5 0 R 8 0 R 9 0 R] >>");
    pdf.set(8, "<< /Subtype /Widget /Rect [0 0 9 9] /FT /Tx /T (Remark) >>");
    pdf.set(9, "<< /T (Group) /Kids [10 0 R] >>");
    pdf.set(10, "<< /Subtype /Widget /FT /Sig /T (Second) /Parent 9 0 R >>");
    pdf.write();
    test::fillSignature(pdf.bytes(), kit());
    auto filled = pdf;

    filled.set(8, "<< /Subtype /Widget /Rect [0 0 9 9] /FT /Tx /T (Remark) /V (Distinction) >>");
    filled.write();
    const auto first = onlySignature(filled.bytes());
    EXPECT_EQ(first.at("modification"), "form-filling");
    EXPECT_EQ(first.at("valuesFilled"), "true");
    EXPECT_EQ(first.at("signaturesAdded"), "false");
    EXPECT_EQ(first.at("docMdp"), "2");

    pdf.set(10, "<< /Subtype /Widget /FT /Sig /T (Second) /Parent 9 0 R /V 11 0 R >>");
    pdf.set(11, test::signatureDictionary());
    pdf.write();
    test::fillSignature(pdf.bytes(), kit());
    const auto both = factsOf(pdf.bytes(), "pdf.signature");
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both[0].values.at("field"), "First");
    EXPECT_EQ(both[0].values.at("coverage"), "entire-revision");
    EXPECT_EQ(both[0].values.at("modification"), "form-filling");
    EXPECT_EQ(both[0].values.at("signaturesAdded"), "true");
    EXPECT_EQ(both[0].values.at("valuesFilled"), "false");
    EXPECT_EQ(both[1].values.at("field"), "Group.Second");
    EXPECT_EQ(both[1].values.at("integrity"), "true");
    EXPECT_EQ(both[1].values.at("coverage"), "entire-file");
}

TEST(PdfSignature, NamesWeakDigests)
{
    auto pdf = test::onePage("", "", "", "/AcroForm << /Fields [5 0 R] >>");
    pdf.set(5, "<< /FT /Sig /T (S) /V 6 0 R >>");
    pdf.set(6, test::signatureDictionary());
    pdf.write();
    test::fillSignature(pdf.bytes(), kit(), "sha1");
    EXPECT_EQ(onlySignature(pdf.bytes()).at("digest"), "sha1");
}

TEST(PdfSignature, IsNotInventedWhereAFieldIsUnsigned)
{
    auto pdf = test::onePage("", "", "", "/AcroForm << /Fields [5 0 R] >>");
    pdf.set(5, "<< /FT /Sig /T (S) >>");
    pdf.write();
    EXPECT_TRUE(factsOf(pdf.bytes(), "pdf.signature").empty());
}

TEST(PdfSignature, NoticesBytesAfterTheEnd)
{
    auto pdf = test::signedPdf(kit());
    auto s = onlySignature(pdf.bytes() + "\n\n");
    EXPECT_EQ(s.at("coverage"), "entire-revision");
    EXPECT_EQ(s.at("modification"), "none");
    s = onlySignature(pdf.bytes() + "<html>");
    EXPECT_EQ(s.at("modification"), "other");
}

TEST(PdfRevisions, AreCountedFromTheChainAndNotFromTheMarks)
{
    auto pdf = test::onePage("% startxref\n9\n%%EOF\n", "");
    pdf.write();
    EXPECT_EQ(scanRevisions(pdf.bytes()).revisions.size(), 1u);
    const std::size_t first = pdf.bytes().size();
    pdf.setStream(4, "", "q Q");
    pdf.write();
    const auto scan = scanRevisions(pdf.bytes());
    ASSERT_EQ(scan.revisions.size(), 2u);
    EXPECT_EQ(scan.revisions[0].endWithEol, first);
    EXPECT_EQ(scan.revisions[0].objects, 4u);
    EXPECT_EQ(scan.revisions[1].objects, 1u);
    EXPECT_FALSE(scan.broken);
    EXPECT_TRUE(scanRevisions(pdf.bytes().substr(0, first + 40)).broken
        || scanRevisions(pdf.bytes().substr(0, first + 40)).revisions.size() == 1);
    EXPECT_TRUE(scanRevisions("").broken);
}

} // namespace
} // namespace vidimus::pdf
