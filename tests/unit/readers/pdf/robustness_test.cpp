#include "content_interpreter.hpp"
#include "revisions.hpp"
#include "session.hpp"
#include "support/pdf/reader_host.hpp"
#include "support/pdf/signing_kit.hpp"
#include "to_unicode.hpp"

#include <gtest/gtest.h>
#include <podofo/podofo.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <random>

namespace vidimus::pdf {
namespace {

using test::ReaderHost;

/// Everything that the host can ask of a file; only Failure may come out.
void askEverything(const std::string& pdf, const std::vector<std::string>& passwords = {})
{
    try {
        PdfSession session(test::bytesOf(pdf), passwords);
        test::CollectingSink collected;
        const auto raw = collected.raw();
        sdk::PassSink sink(&raw);
        sdk::PassRequest request;
        request.what = "facts";
        session.run(request, sink);
        request.what = "text";
        for (request.page = 0; request.page < std::min(session.pageCount(), 3u); ++request.page) {
            session.pageInfo(request.page);
            session.run(request, sink);
        }
    } catch (const sdk::Failure&) {
    }
}

vidimus_status_t statusOf(const std::string& pdf, const std::vector<std::string>& passwords = {})
{
    try {
        PdfSession session(test::bytesOf(pdf), passwords);
        return VIDIMUS_OK;
    } catch (const sdk::Failure& failure) {
        return failure.status();
    }
}

std::string mutated(std::string bytes, std::mt19937& random)
{
    const auto below = [&](std::size_t n) { return n ? random() % n : 0; };
    for (std::size_t i = 0, changes = 1 + below(12); i < changes && !bytes.empty(); ++i) {
        const std::size_t at = below(bytes.size());
        switch (below(6)) {
        case 0:
            bytes[at] = static_cast<char>(random());
            break;
        case 1:
            bytes[at] = "0123456789<>[]()/% "[below(19)];
            break;
        case 2:
            bytes.erase(at, 1 + below(30));
            break;
        case 3:
            bytes.insert(at, bytes.substr(below(bytes.size()), 1 + below(60)));
            break;
        case 4:
            bytes.insert(at, std::to_string(random() % 4'294'967'295u));
            break;
        default:
            if (below(20) == 0)
                bytes.resize(at);
        }
    }
    return bytes;
}

std::string deflated(const std::string& data)
{
    uLongf size = compressBound(data.size());
    std::string out(size, '\0');
    compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(data.data()), data.size());
    out.resize(size);
    return out;
}

const test::SigningKit& kit()
{
    static const test::SigningKit shared;
    return shared;
}

TEST(PdfRobustness, OurOwnParsersStandTenThousandMutations)
{
    std::mt19937 random(20261122);
    const std::string map
        = "/CIDInit /ProcSet findresource begin begincmap /WMode 0 def 1 begincodespacerange <0000> <ffff> "
          "endcodespacerange 2 beginbfchar <0001> <4E2D> <0002> <D83DDE00> endbfchar 2 beginbfrange <0010> "
          "<0020> <0041> <0030> <0031> [<0061> <0062>] endbfrange endcmap";
    const std::string content = "q 1 0 0 1 0 0 cm BT /F1 12 Tf 1 0 0 1 50 700 Tm [(a\\(b) -200 <4142>] TJ T* (c) ' ET "
                                "BI /W 1 /H 1 ID \x01\x02 EI /Span << /ActualText (x) >> BDC EMC /X Do Q";
    const std::string file = test::signedPdf(kit()).bytes();
    struct NoResources final : Resources {
        Font simple;
        const Font* font(const std::string&) override { return &simple; }
        std::optional<Form> form(const std::string&) override
        {
            return Form{"BT /F1 1 Tf (x) Tj ET /X Do", {}, nullptr};
        }
        std::optional<PlacedImage> image(const std::string& name) override
        {
            return name == "I" ? std::optional(PlacedImage()) : std::nullopt;
        }
        Properties properties(const Value& value) override { return {value["ActualText"].text, false}; }
    } resources;
    std::size_t glyphs = 0, revisions = 0, mappings = 0;
    for (int i = 0; i < 10'000; ++i) {
        mappings += parseCMap(mutated(map, random)).text.size();
        glyphs += interpret(mutated(content, random), resources).glyphs.size();
        if (i % 10 == 0)
            revisions += scanRevisions(mutated(file, random)).revisions.size();
    }
    EXPECT_GT(mappings, 10'000u);
    EXPECT_GT(glyphs, 10'000u);
    EXPECT_GT(revisions, 50u);
}

TEST(PdfRobustness, WholeSessionsStandMutatedFiles)
{
    const std::string seeds[] = {test::signedPdf(kit()).bytes(),
        test::cairoPdf(595, 842, [](cairo_t* cr) { test::drawText(cr, 20, 30, 14, "Noto Sans CJK TC", "註冊 A1"); })};
    constexpr int batches = 30, inBatch = 50;
    int crashed = 0;
    for (int batch = 0; batch < batches; ++batch) {
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            // PoDoFo may fall over, which in the house ends a worker; here it ends this child.
            const rlimit cpu{20, 20};
            setrlimit(RLIMIT_CPU, &cpu);
            prepareLibraries();
            const ReaderHost host;
            std::mt19937 random(static_cast<unsigned>(batch));
            for (int i = 0; i < inBatch; ++i)
                askEverything(mutated(seeds[i % 2], random));
            _exit(0);
        }
        int status = 0;
        waitpid(child, &status, 0);
        crashed += !WIFEXITED(status) || WEXITSTATUS(status) != 0;
    }
    EXPECT_LE(crashed, 1) << "of " << batches << " batches of " << inBatch;
}

TEST(PdfRobustness, RefusesWhatIsNoPdf)
{
    const ReaderHost host;
    EXPECT_EQ(statusOf(""), VIDIMUS_MALFORMED);
    EXPECT_EQ(statusOf("%PDF-1.7\n"), VIDIMUS_MALFORMED);
    EXPECT_EQ(statusOf(std::string(5'000, 'x')), VIDIMUS_MALFORMED);
    EXPECT_EQ(statusOf("%PDF-1.7\n" + std::string(100'000, '[') + "\n%%EOF"), VIDIMUS_MALFORMED);
}

TEST(PdfRobustness, RefusesAPdfWithoutPagesWhateverItsCountSays)
{
    const ReaderHost host;
    test::RawPdf pdf;
    pdf.set(1, "<< /Type /Catalog /Pages 2 0 R >>");
    pdf.set(2, "<< /Type /Pages /Kids [] /Count 2147483647 >>");
    pdf.write();
    EXPECT_EQ(statusOf(pdf.bytes()), VIDIMUS_MALFORMED);
}

TEST(PdfRobustness, CountsPagesByWalkingAndSurvivesTreesThatLoop)
{
    const ReaderHost host;
    test::RawPdf pdf;
    pdf.set(1, "<< /Type /Catalog /Pages 2 0 R >>");
    pdf.set(2, "<< /Type /Pages /Kids [3 0 R 2 0 R 4 0 R] /Count 2147483647 /MediaBox [0 0 10 10] >>");
    pdf.set(3, "<< /Type /Page /Parent 2 0 R >>");
    pdf.set(4, "<< /Type /Pages /Kids [2 0 R 3 0 R] >>");
    pdf.write();
    PdfSession session(test::bytesOf(pdf.bytes()), {});
    EXPECT_EQ(session.pageCount(), 2u);
}

TEST(PdfRobustness, OpensTenThousandPagesAndReadsTheLast)
{
    const ReaderHost host;
    test::RawPdf pdf;
    std::string kids;
    for (int i = 0; i < 10'000; ++i)
        kids += std::to_string(10 + i) + " 0 R ";
    pdf.set(1, "<< /Type /Catalog /Pages 2 0 R >>");
    pdf.set(2,
        "<< /Type /Pages /MediaBox [0 0 300 300] /Kids [" + kids
            + "] /Count 10000 /Resources << /Font << /F1 "
              "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>");
    pdf.setStream(3, "", "BT /F1 12 Tf 50 150 Td (the same on every page) Tj ET");
    for (int i = 0; i < 10'000; ++i)
        pdf.set(10 + i, "<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>");
    pdf.write();
    PdfSession session(test::bytesOf(pdf.bytes()), {});
    EXPECT_EQ(session.pageCount(), 10'000u);
    test::CollectingSink collected;
    const auto raw = collected.raw();
    sdk::PassSink sink(&raw);
    sdk::PassRequest request;
    request.what = "text";
    request.page = 9'999;
    session.run(request, sink);
    EXPECT_EQ(collected.text(), "the same on every page\n");
    request.page = 10'000;
    EXPECT_THROW(session.run(request, sink), sdk::Failure);
}

TEST(PdfRobustness, StopsAtABombWithinItsBounds)
{
    const ReaderHost host;
    auto pdf = test::onePage("", "");
    const std::string bomb = deflated(std::string(400 << 20, ' '));
    pdf.setStream(4, "/Filter /FlateDecode", bomb);
    pdf.write();
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    askEverything(pdf.bytes());
    getrusage(RUSAGE_SELF, &after);
    EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 300 * 1024) << "KiB";
}

TEST(PdfRobustness, ReadsWhatTheHostRepairedAndSaysSo)
{
    ReaderHost host;
    auto pdf = test::onePage("", "");
    pdf.write();
    host.repaired = pdf.bytes();
    const std::string damaged = pdf.bytes().substr(0, 60);
    PdfSession session(test::bytesOf(damaged), {});
    test::CollectingSink collected;
    const auto raw = collected.raw();
    sdk::PassSink sink(&raw);
    sdk::PassRequest request;
    request.what = "facts";
    session.run(request, sink);
    ASSERT_EQ(collected.of("pdf.document").size(), 1u);
    EXPECT_EQ(collected.of("pdf.document")[0].values.at("repaired"), "true");
    EXPECT_EQ(collected.of("pdf.document")[0].values.at("pages"), "1");
}

TEST(PdfRobustness, ComputesSignaturesOfARepairedFileOverTheBytesAsAcquired)
{
    ReaderHost host;
    const std::string whole = test::signedPdf(kit()).bytes();
    host.repaired = whole;
    const std::string damaged = "leading junk\n" + whole.substr(0, whole.rfind("startxref"));
    PdfSession session(test::bytesOf(damaged), {});
    test::CollectingSink collected;
    const auto raw = collected.raw();
    sdk::PassSink sink(&raw);
    sdk::PassRequest request;
    request.what = "facts";
    session.run(request, sink);
    const auto signatures = collected.of("pdf.signature");
    ASSERT_EQ(signatures.size(), 1u);
    EXPECT_EQ(signatures[0].values.at("integrity"), "false");
}

/// The sample, encrypted by PoDoFo.
std::string encrypted(PoDoFo::PdfEncrypt::EPdfEncryptAlgorithm algorithm, PoDoFo::PdfEncrypt::EPdfKeyLength length)
{
    auto plain = test::onePage("BT /F1 12 Tf 50 700 Td (secret) Tj ET",
        "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>");
    plain.write("/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]");
    PoDoFo::PdfMemDocument document;
    document.LoadFromBuffer(plain.bytes().data(), static_cast<long>(plain.bytes().size()));
    document.SetEncrypted("user", "owner", PoDoFo::PdfEncrypt::ePdfPermissions_Print, algorithm, length);
    PoDoFo::PdfRefCountedBuffer buffer;
    PoDoFo::PdfOutputDevice device(&buffer);
    document.Write(&device);
    return {buffer.GetBuffer(), buffer.GetSize()};
}

TEST(PdfRobustness, OpensEncryptedFilesWithEitherPassword)
{
    ReaderHost host;
    prepareLibraries();
    using Encrypt = PoDoFo::PdfEncrypt;
    for (const auto& [algorithm, length] : {std::pair{Encrypt::ePdfEncryptAlgorithm_RC4V2, Encrypt::ePdfKeyLength_128},
             std::pair{Encrypt::ePdfEncryptAlgorithm_AESV2, Encrypt::ePdfKeyLength_128},
             std::pair{Encrypt::ePdfEncryptAlgorithm_AESV3, Encrypt::ePdfKeyLength_256}}) {
        const std::string pdf = encrypted(algorithm, length);
        EXPECT_EQ(statusOf(pdf), VIDIMUS_ENCRYPTED);
        EXPECT_EQ(statusOf(pdf, {"wrong", "also wrong"}), VIDIMUS_ENCRYPTED);
        for (const char* password : {"user", "owner"}) {
            ASSERT_EQ(statusOf(pdf, {"wrong", password}), VIDIMUS_OK) << password << " " << algorithm;
            PdfSession session(test::bytesOf(pdf), {"wrong", password});
            test::CollectingSink collected;
            const auto raw = collected.raw();
            sdk::PassSink sink(&raw);
            sdk::PassRequest request;
            request.what = "text";
            session.run(request, sink);
            EXPECT_EQ(collected.text(), "secret\n");
            session.pageImage(0, 72);
            EXPECT_EQ(host.renderPasswords.back(), password);
        }
    }
}

TEST(PdfRobustness, DrawsHugePagesWithinThePictureLimits)
{
    ReaderHost host;
    host.renderWidthMm = host.renderHeightMm = 14'400 * 25.4 / 72;
    auto pdf = test::onePage("", "", "/MediaBox [0 0 14400 14400]");
    pdf.write();
    PdfSession session(test::bytesOf(pdf.bytes()), {});
    const auto image = session.pageImage(0, 300);
    EXPECT_LE(std::uint64_t(image.width) * image.height, 100'100'000u);
    EXPECT_NEAR(image.dpi, image.width / 200.0, 0.01);
}

} // namespace
} // namespace vidimus::pdf
