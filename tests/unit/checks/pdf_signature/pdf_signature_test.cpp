#include "judgement.hpp"
#include "pdf_signature.hpp"
#include "support/pdf/case_facts.hpp"
#include "support/pdf/signing_kit.hpp"

#include <gtest/gtest.h>

namespace vidimus::pdf_signature {
namespace {

using support::FakeCase;
using support::FakeHost;
using support::recorded;
using support::told;
using test::SigningKit;
using Answers = std::vector<std::string>;

const SigningKit& kit()
{
    static const SigningKit shared;
    return shared;
}

FakeCase caseOf(const std::string& pdf, const std::vector<std::string>& roots)
{
    FakeCase evidence;
    evidence.documents.push_back({});
    evidence.facts[0] = test::caseFactsOf(pdf);
    for (std::size_t i = 0; i < roots.size(); ++i)
        evidence.rules["trust.root." + std::to_string(i)] = roots[i];
    return evidence;
}

support::Recorded holds(const std::string& pdf, const std::vector<std::string>& roots)
{
    FakeCase evidence = caseOf(pdf, roots);
    const FakeHost host;
    const auto outcomes = recorded(signaturesHold(evidence.whole()));
    EXPECT_EQ(outcomes.size(), 1u);
    return outcomes.at(0);
}

TEST(PdfSignatureHolds, PassesForASignerWhoseRootIsTrusted)
{
    const auto result = holds(test::signedPdf(kit()).bytes(), {kit().rootPem()});
    EXPECT_EQ(told(result), "passed");
    EXPECT_EQ(result.values.at("indication"), "TOTAL-PASSED");
    EXPECT_EQ(result.values.at("sub-indication"), "");
    EXPECT_EQ(result.values.at("field"), "Signature1");
    EXPECT_EQ(result.values.at("signer"), "CN=Registry of Examples,C=XX");
}

TEST(PdfSignatureHolds, CannotTellWithoutRootsAndSaysSoQuietly)
{
    const auto result = holds(test::signedPdf(kit()).bytes(), {});
    EXPECT_EQ(told(result), "indeterminate:no-trust-roots");
    EXPECT_EQ(result.level, "inform");
    EXPECT_EQ(result.values.at("indication"), "INDETERMINATE");
    EXPECT_EQ(result.values.at("sub-indication"), "NO_CERTIFICATE_CHAIN_FOUND");
}

TEST(PdfSignatureHolds, CannotTellWhereNoRootVouches)
{
    const SigningKit stranger;
    const auto result = holds(test::signedPdf(kit()).bytes(), {stranger.rootPem()});
    EXPECT_EQ(told(result), "indeterminate:signer-untrusted");
    EXPECT_EQ(result.values.at("sub-indication"), "NO_CERTIFICATE_CHAIN_FOUND");
    const SigningKit alone({.selfSigned = true});
    EXPECT_EQ(told(holds(test::signedPdf(alone).bytes(), {kit().rootPem()})), "indeterminate:signer-untrusted");
}

TEST(PdfSignatureHolds, FailsForAChangedByteWhoeverIsTrusted)
{
    std::string pdf = test::signedPdf(kit()).bytes();
    pdf[pdf.find("Certificate of")] = 'X';
    for (const auto& roots : {std::vector<std::string>{}, std::vector{kit().rootPem()}}) {
        const auto result = holds(pdf, roots);
        EXPECT_EQ(told(result), "failed:signature-broken");
        EXPECT_EQ(result.values.at("indication"), "TOTAL-FAILED");
        EXPECT_EQ(result.values.at("sub-indication"), "HASH_FAILURE");
    }
}

TEST(PdfSignatureHolds, CannotTellForFormatsThatItDoesNotKnow)
{
    std::string pdf = test::signedPdf(kit()).bytes();
    const std::string known = "/adbe.pkcs7.detached";
    pdf.replace(pdf.find(known), known.size(), "/adbe.x509.rsa_sha1 ");
    EXPECT_EQ(told(holds(pdf, {kit().rootPem()})), "indeterminate:signature-unverifiable");
}

TEST(PdfSignatureHolds, FailsForWeakDigests)
{
    auto pdf = test::onePage("", "", "", "/AcroForm << /Fields [5 0 R] >>");
    pdf.set(5, "<< /FT /Sig /T (S) /V 6 0 R >>");
    pdf.set(6, test::signatureDictionary());
    pdf.write();
    test::fillSignature(pdf.bytes(), kit(), "sha1");
    const auto result = holds(pdf.bytes(), {kit().rootPem()});
    EXPECT_EQ(told(result), "failed:digest-weak");
    EXPECT_EQ(result.values.at("digest"), "sha1");
}

/// Signed without attributes, so that the time is the one in the dictionary; without any where the date is empty.
std::string signedAt(const SigningKit& signer, const std::string& pdfDate)
{
    auto pdf = test::onePage("", "", "", "/AcroForm << /Fields [5 0 R] >>");
    pdf.set(5, "<< /FT /Sig /T (S) /V 6 0 R >>");
    pdf.set(6, test::signatureDictionary(pdfDate.empty() ? "" : "/M (" + pdfDate + ")"));
    pdf.write();
    test::fillSignature(pdf.bytes(), signer, "sha256", false);
    return pdf.bytes();
}

TEST(PdfSignatureHolds, FailsWhereTheCertificateHadExpiredWhenItWasUsed)
{
    const SigningKit expired({.notBefore = "20210101000000Z", .notAfter = "20230101000000Z"});
    const auto result = holds(signedAt(expired, "D:20240601120000Z"), {expired.rootPem()});
    EXPECT_EQ(told(result), "failed:signer-expired");
    EXPECT_EQ(result.values.at("sub-indication"), "OUT_OF_BOUNDS_NO_POE");
}

TEST(PdfSignatureHolds, CannotTellWhereOnlyTheSignerSaysThatItWasStillValid)
{
    const SigningKit expired({.notBefore = "20210101000000Z", .notAfter = "20230101000000Z"});
    const auto result = holds(signedAt(expired, "D:20220601120000Z"), {expired.rootPem()});
    EXPECT_EQ(told(result), "indeterminate:signer-expired");
    EXPECT_EQ(result.values.at("indication"), "INDETERMINATE");
    EXPECT_EQ(told(holds(signedAt(expired, ""), {expired.rootPem()})), "indeterminate:signer-expired")
        << "nobody says when it was signed";
}

TEST(PdfSignatureHolds, DoesNotApplyWhereNothingIsSigned)
{
    auto pdf = test::onePage("", "");
    pdf.write();
    EXPECT_EQ(told(holds(pdf.bytes(), {})), "not-applicable:unsigned");
    FakeCase pictures;
    pictures.facts[0] = {};
    const FakeHost host;
    EXPECT_EQ(told(signaturesHold(pictures.whole())), Answers{"not-applicable:no-pdf"});
}

Answers unchanged(test::RawPdf pdf)
{
    FakeCase evidence = caseOf(pdf.bytes(), {});
    const FakeHost host;
    return told(unchangedSinceSigning(evidence.whole()));
}

TEST(PdfUnchangedSinceSigning, PassesForWhatTheSignerSawAndForProofsAddedLater)
{
    auto pdf = test::signedPdf(kit());
    EXPECT_EQ(unchanged(pdf), Answers{"passed"});
    pdf.set(20, "<< /Type /DSS >>");
    pdf.set(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 7 0 R /DSS 20 0 R >>");
    pdf.write();
    EXPECT_EQ(unchanged(pdf), Answers{"passed"});
}

TEST(PdfUnchangedSinceSigning, FailsForAnotherText)
{
    auto pdf = test::signedPdf(kit());
    pdf.setStream(4, "", "BT /F1 12 Tf 72 700 Td (Another text) Tj ET");
    pdf.write();
    EXPECT_EQ(unchanged(pdf), Answers{"failed:changed-after-signing"});
}

TEST(PdfUnchangedSinceSigning, AsksWhatTheCertificationPermits)
{
    const auto certified = [](const std::string& permission) {
        auto pdf = test::onePage("", "", "/Annots [5 0 R 8 0 R]", "/AcroForm << /Fields [5 0 R 8 0 R] >>");
        pdf.set(5, "<< /Subtype /Widget /FT /Sig /T (S) /V 6 0 R >>");
        pdf.set(6,
            test::signatureDictionary(permission.empty()
                    ? ""
                    : "/Reference [<< /TransformMethod /DocMDP /TransformParams << /P " + permission + " >> >>]"));
        pdf.set(8, "<< /Subtype /Widget /Rect [0 0 9 9] /FT /Tx /T (Remark) >>");
        pdf.write();
        test::fillSignature(pdf.bytes(), kit());
        return pdf;
    };
    const auto fill = [](test::RawPdf pdf) {
        pdf.set(8, "<< /Subtype /Widget /Rect [0 0 9 9] /FT /Tx /T (Remark) /V (Distinction) >>");
        pdf.write();
        return pdf;
    };
    const auto annotate = [](test::RawPdf pdf) {
        pdf.set(3,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R /Resources << >> "
            "/Annots [5 0 R 8 0 R << /Subtype /Text /Rect [0 0 9 9] >>] >>");
        pdf.write();
        return pdf;
    };
    const Answers passed{"passed"}, failed{"failed:changed-after-signing"};
    EXPECT_EQ(unchanged(fill(certified(""))), failed);
    EXPECT_EQ(unchanged(fill(certified("1"))), failed);
    EXPECT_EQ(unchanged(fill(certified("2"))), passed);
    EXPECT_EQ(unchanged(annotate(certified("2"))), failed);
    EXPECT_EQ(unchanged(annotate(certified("3"))), passed);
}

TEST(PdfUnchangedSinceSigning, FailsWhereTheSignatureLeavesBytesOut)
{
    auto pdf = test::signedPdf(kit());
    // What the range names ends before the file's end, at no revision's.
    std::string& bytes = pdf.bytes();
    const std::size_t at = bytes.rfind("startxref");
    bytes.insert(at, "% inserted\n");
    EXPECT_EQ(unchanged(pdf), Answers{"indeterminate:signature-broken"});
    FakeCase evidence = caseOf(test::signedPdf(kit()).bytes(), {});
    for (auto& fact : evidence.facts[0])
        if (fact.kind == "pdf.signature")
            fact.values["coverage"] = "partial";
    const FakeHost host;
    EXPECT_EQ(told(unchangedSinceSigning(evidence.whole())), Answers{"failed:signature-does-not-cover-document"});
}

TEST(SecondsOf, ReadsUtcTimesOnly)
{
    EXPECT_EQ(secondsOf("1970-01-02T00:00:01Z"), 86'401);
    EXPECT_EQ(secondsOf("2026-02-30T00:00:00Z"), -1);
    EXPECT_EQ(secondsOf("yesterday"), -1);
}

} // namespace
} // namespace vidimus::pdf_signature
