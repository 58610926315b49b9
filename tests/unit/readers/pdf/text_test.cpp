#include "session.hpp"
#include "support/pdf/reader_host.hpp"
#include "support/pdf/sample_pdf.hpp"

#include <cairo.h>
#include <gtest/gtest.h>

namespace vidimus::pdf {
namespace {

using test::CollectingSink;
using test::ReaderHost;

constexpr const char* helvetica = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                                  "/Encoding /WinAnsiEncoding >> >>";

CollectingSink pass(PdfSession& session, const sdk::PassRequest& request)
{
    CollectingSink collected;
    const auto raw = collected.raw();
    sdk::PassSink sink(&raw);
    session.run(request, sink);
    return collected;
}

CollectingSink textOf(const std::string& pdf, std::uint32_t page = 0)
{
    PdfSession session(test::bytesOf(pdf), {});
    sdk::PassRequest request;
    request.what = "text";
    request.page = page;
    return pass(session, request);
}

TEST(PdfText, ReadsChineseAndLatinThatCairoDrew)
{
    ReaderHost host;
    const std::string pdf = test::cairoPdf(595.276, 841.89, [](cairo_t* cr) {
        test::drawText(cr, 20, 30, 14, "Noto Sans CJK TC", "註冊編號");
        test::drawText(cr, 20, 60, 12, "Noto Serif CJK SC", "医师执业证书编码 110110000012345");
        test::drawText(cr, 20, 90, 11, "DejaVu Sans", "ANNUAL PRACTISING CERTIFICATE Chan Tai-man, 2026");
    });
    const auto read = textOf(pdf);
    EXPECT_EQ(
        read.text(), "註冊編號\n医师执业证书编码 110110000012345\nANNUAL PRACTISING CERTIFICATE Chan Tai-man, 2026\n");
    ASSERT_EQ(read.lines.size(), 3u);
    for (const auto& line : read.lines) {
        EXPECT_DOUBLE_EQ(line.confidence, 1);
        EXPECT_EQ(line.origin, VIDIMUS_ORIGIN_PDF_TEXT);
        EXPECT_NEAR(line.region.x_mm, 20, 1);
    }
    EXPECT_NEAR(read.lines[0].region.width_mm, 4 * 14 * 25.4 / 72, 1.5);
    EXPECT_GT(read.lines[1].region.y_mm, 59);
    EXPECT_LT(read.lines[1].region.y_mm + read.lines[1].region.height_mm, 70);
    EXPECT_TRUE(host.handedOn.empty());
}

TEST(PdfText, PutsWordsWhereTheyStand)
{
    ReaderHost host;
    // 72 pt from the left, base line 72 pt below the top edge.
    auto pdf = test::onePage("BT /F1 12 Tf 72 769.89 Td (Hello World) Tj ET", helvetica);
    pdf.write();
    const auto read = textOf(pdf.bytes());
    ASSERT_EQ(read.lines.size(), 1u);
    ASSERT_EQ(read.lines[0].words.size(), 2u);
    EXPECT_NEAR(read.lines[0].region.x_mm, 25.4, 0.01);
    EXPECT_NEAR(read.lines[0].region.y_mm, 25.4 - 0.8 * 12 * 25.4 / 72, 0.01);
    // Helvetica: Hello = 722 + 556 + 222 + 222 + 556 thousandths.
    EXPECT_NEAR(read.lines[0].words[0].region.width_mm, 2.278 * 12 * 25.4 / 72, 0.01);
    EXPECT_NEAR(read.lines[0].words[1].region.x_mm, 25.4 + (2.278 + 0.278) * 12 * 25.4 / 72, 0.01);
}

TEST(PdfText, FollowsEveryTextOperator)
{
    ReaderHost host;
    auto pdf = test::onePage(
        "q 1 0 0 1 0 700 cm BT /F1 10 Tf 14 TL 50 0 Td (one) Tj T* (two) Tj (three) ' "
        "2 1 (f o) \" 0 -20 TD [(f) -50 (ive) -1200 (six)] TJ 1 0 0 1 50 -100 Tm 150 Tz (seven) Tj ET Q",
        helvetica);
    pdf.write();
    EXPECT_EQ(textOf(pdf.bytes()).text(), "one\ntwo\nthree\nf o\nfive six\nseven\n");
}

TEST(PdfText, ReadsDifferencesMacRomanAndLatinOne)
{
    ReaderHost host;
    auto pdf = test::onePage("BT /F1 12 Tf 50 700 Td (A\\001\\002) Tj ET BT /F2 12 Tf 50 650 Td (caf\\216) Tj ET "
                             "BT /F3 12 Tf 50 600 Td (S\\343o) Tj ET",
        "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [1 /Euro /uni4E2D] "
        ">> >> "
        "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /MacRomanEncoding >> "
        "/F3 << /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >> >>");
    pdf.write();
    EXPECT_EQ(textOf(pdf.bytes()).text(), "A€中\ncafé\nSão\n");
}

TEST(PdfText, TellsWordsOfOneLineDrawnOutOfOrder)
{
    ReaderHost host;
    auto pdf = test::onePage("BT /F1 12 Tf 88 700 Td (second) Tj ET BT /F1 12 Tf 60 700 Td (first) Tj ET "
                             "BT /F1 12 Tf 400 700 Td (column) Tj ET",
        helvetica);
    pdf.write();
    EXPECT_EQ(textOf(pdf.bytes()).text(), "first second\ncolumn\n");
}

TEST(PdfText, KeepsLabelsSetWideWholeAndColumnsApart)
{
    ReaderHost host;
    const std::string pdf = test::cairoPdf(595.276, 841.89, [](cairo_t* cr) {
        test::drawText(cr, 20, 30, 12, "Noto Sans CJK SC", "姓");
        test::drawText(cr, 32, 30, 12, "Noto Sans CJK SC", "名");
        test::drawText(cr, 60, 30, 12, "Noto Sans CJK SC", "陈大文");
        test::drawText(cr, 82, 30, 12, "Noto Sans CJK SC", "性别");
    });
    EXPECT_EQ(textOf(pdf).text(), "姓 名\n陈大文\n性别\n");
}

TEST(PdfText, CountsTextDrawnTwiceOnce)
{
    ReaderHost host;
    auto pdf = test::onePage("BT /F1 12 Tf 60 700 Td (BOLD) Tj ET BT /F1 12 Tf 60.3 700 Td (BOLD) Tj ET", helvetica);
    pdf.write();
    EXPECT_EQ(textOf(pdf.bytes()).text(), "BOLD\n");
}

TEST(PdfText, DoubtsTextThatStandsOnOtherText)
{
    ReaderHost host;
    auto pdf = test::onePage("BT /F1 12 Tf 60 700 Td (P04358) Tj ET BT /F1 12 Tf 62 700 Td (P02981) Tj ET "
                             "BT /F1 12 Tf 60 650 Td (AWAY) Tj ET",
        helvetica);
    pdf.write();
    const auto read = textOf(pdf.bytes());
    ASSERT_EQ(read.lines.size(), 2u);
    EXPECT_LT(read.lines[0].confidence, 0.99) << "which of the two is seen, the text does not tell";
    EXPECT_EQ(read.lines[1].confidence, 1) << "letters that reach into one another";
}

TEST(PdfText, KeepsLetterSpacedWordsWhole)
{
    ReaderHost host;
    auto pdf = test::onePage("BT /F1 12 Tf 6 Tc 60 700 Td (LICENCE) Tj ET", helvetica);
    pdf.write();
    EXPECT_EQ(textOf(pdf.bytes()).text(), "LICENCE\n");
}

TEST(PdfText, ReadsFormsAndStopsAtFormsWithinThemselves)
{
    ReaderHost host;
    auto pdf = test::onePage("/X Do", std::string(helvetica) + " /XObject << /X 5 0 R >>");
    pdf.setStream(5,
        std::string("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 10 0] /Resources << ")
            + helvetica + " /XObject << /X 5 0 R >> >>",
        "BT /F1 12 Tf 50 700 Td (inside) Tj ET q 1 0 0 1 0 -30 cm /X Do Q");
    pdf.write();
    const auto read = textOf(pdf.bytes());
    ASSERT_GE(read.lines.size(), 2u);
    EXPECT_EQ(read.lines[0].text, "inside");
    EXPECT_NEAR(read.lines[0].region.x_mm, 60 * 25.4 / 72, 0.01);
}

TEST(PdfText, MarksCharactersWithoutMeaningAndHandsSuchPagesOn)
{
    ReaderHost host;
    const std::string fonts = "/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
                              "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 1000 >>] >> ";
    auto mixed = test::onePage("BT /F1 12 Tf 50 700 Td <0041> Tj /F2 12 Tf 20 0 Td (plain words here) Tj ET",
        fonts + "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>");
    mixed.write();
    const auto read = textOf(mixed.bytes());
    ASSERT_EQ(read.lines.size(), 1u);
    EXPECT_LT(read.lines[0].confidence, 1);
    EXPECT_LT(read.lines[0].words[0].confidence, 0.5);

    auto unmapped = test::onePage("BT /F1 12 Tf 50 700 Td <004100420043> Tj ET", fonts + ">>");
    unmapped.write();
    EXPECT_TRUE(textOf(unmapped.bytes()).lines.empty());
    ASSERT_EQ(host.handedOn.size(), 1u);
    EXPECT_EQ(host.handedOn[0].reader, "vidimus.scan");
}

TEST(PdfText, TurnsWithThePage)
{
    ReaderHost host;
    for (const int rotate : {0, 90, 180, 270}) {
        auto pdf
            = test::onePage("BT /F1 12 Tf 72 769.89 Td (Hello) Tj ET", helvetica, "/Rotate " + std::to_string(rotate));
        pdf.write();
        PdfSession session(test::bytesOf(pdf.bytes()), {});
        const auto info = session.pageInfo(0);
        EXPECT_NEAR(info.width_mm, rotate % 180 ? 297 : 210, 0.1);
        EXPECT_NEAR(info.height_mm, rotate % 180 ? 210 : 297, 0.1);
        const auto read = textOf(pdf.bytes());
        ASSERT_EQ(read.lines.size(), 1u);
        // The first corner is where reading begins: turned with the page, still 1 inch from the paper's own two edges.
        const double cornerX = read.lines[0].quad.xy_mm[6], cornerY = read.lines[0].quad.xy_mm[7];
        const double descent = 0.2 * 12 * 25.4 / 72;
        const double expected[4][2] = {{25.4, 25.4 + descent}, {297 - 25.4 - descent, 25.4},
            {210 - 25.4, 297 - 25.4 - descent}, {25.4 + descent, 210 - 25.4}};
        EXPECT_NEAR(cornerX, expected[rotate / 90][0], 0.1) << rotate;
        EXPECT_NEAR(cornerY, expected[rotate / 90][1], 0.1) << rotate;
    }
}

TEST(PdfText, ReadsPagesWhoseTextRunsAlongAnotherSide)
{
    ReaderHost host;
    // Each matrix turns the text by a quarter; its upright page has the text 1 inch from the left, 2 from the top.
    const struct {
        const char* matrix;
        double turned;
    } cases[] = {{"1 0 0 1 72 697.89", 0}, {"0 -1 1 0 451.276 769.89", 270}, {"-1 0 0 -1 523.276 144", 180},
        {"0 1 -1 0 144 72", 90}};
    for (const auto& one : cases) {
        auto pdf = test::onePage(
            std::string("BT /F1 12 Tf ") + one.matrix + " Tm (Practising certificate) Tj ET", helvetica);
        pdf.write();
        const auto read = textOf(pdf.bytes());
        ASSERT_EQ(read.text(), "Practising certificate\n") << one.turned;
        ASSERT_EQ(read.pages.size(), 1u);
        EXPECT_EQ(read.pages[0].turned_deg, one.turned);
        EXPECT_NEAR(read.pages[0].width_mm, int(one.turned) % 180 ? 297 : 210, 0.1);
        const auto& line = read.lines[0];
        EXPECT_NEAR(line.region.x_mm, 25.4, 0.1) << one.turned;
        EXPECT_NEAR(line.region.y_mm + line.region.height_mm, 50.8 + 0.2 * 12 * 25.4 / 72, 0.1) << one.turned;
        // The transform takes the region's first corner to the quad's first corner.
        const auto& m = read.pages[0].to_acquired.m;
        EXPECT_NEAR(line.region.x_mm * m[0] + line.region.y_mm * m[1] + m[2], line.quad.xy_mm[0], 1e-6);
        EXPECT_NEAR(line.region.x_mm * m[3] + line.region.y_mm * m[4] + m[5], line.quad.xy_mm[1], 1e-6);
        EXPECT_GE(line.quad.xy_mm[0], 0);
        EXPECT_LE(line.quad.xy_mm[0], 210);
    }
}

TEST(PdfText, MeasuresTheDisplayedPartOfThePage)
{
    ReaderHost host;
    auto pdf
        = test::onePage("BT /F1 12 Tf 110 290 Td (Hello) Tj ET", helvetica, "/CropBox [100 200 300 300] /UserUnit 2");
    pdf.write();
    PdfSession session(test::bytesOf(pdf.bytes()), {});
    EXPECT_NEAR(session.pageInfo(0).width_mm, 400 * 25.4 / 72, 0.01);
    EXPECT_NEAR(session.pageInfo(0).height_mm, 200 * 25.4 / 72, 0.01);
    EXPECT_TRUE(session.pageInfo(0).dpi_assumed);
    EXPECT_NEAR(textOf(pdf.bytes()).lines.at(0).region.x_mm, 20 * 25.4 / 72, 0.01);
}

TEST(PdfText, TreatsAPictureWithAnInvisibleLayerAsAScan)
{
    ReaderHost host;
    auto pdf = test::onePage(
        "q 595 0 0 842 0 0 cm /I Do Q BT 3 Tr /F1 12 Tf 50 700 Td (what an engine once read here) Tj ET",
        std::string(helvetica) + " /XObject << /I 5 0 R >>");
    pdf.setStream(5, "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
        "\x01\x02\x03\x04");
    pdf.write();
    EXPECT_TRUE(textOf(pdf.bytes()).lines.empty());
    ASSERT_EQ(host.handedOn.size(), 1u);
    EXPECT_EQ(host.handedOn[0].reader, "vidimus.scan");
    EXPECT_NEAR(host.handedOn[0].dpi, 300, 1);

    PdfSession session(test::bytesOf(pdf.bytes()), {});
    sdk::PassRequest facts;
    facts.what = "facts";
    const auto hidden = pass(session, facts).of("pdf.hidden-text");
    ASSERT_EQ(hidden.size(), 1u);
    EXPECT_EQ(hidden[0].values.at("how"), "invisible");
    EXPECT_EQ(hidden[0].values.at("over-picture"), "true");
    EXPECT_EQ(hidden[0].values.at("text"), "what an engine once read here");
    EXPECT_EQ(hidden[0].page, 0);
}

TEST(PdfText, AnswersRegionsFromItsTextAndOtherMeansFromThePicture)
{
    ReaderHost host;
    auto pdf = test::onePage("BT /F1 12 Tf 72 700 Td (Name: Chan) Tj 0 -100 Td (elsewhere) Tj ET", helvetica);
    pdf.write();
    PdfSession session(test::bytesOf(pdf.bytes()), {});
    sdk::PassRequest request;
    request.what = "text";
    request.region = {37, 40, 50, 15};
    EXPECT_EQ(pass(session, request).text(), "Chan\n");
    request.variant = "binarised";
    EXPECT_TRUE(pass(session, request).lines.empty());
    ASSERT_EQ(host.handedOn.size(), 1u);
    EXPECT_EQ(host.handedOn[0].reader, "vidimus.scan");
    request = {};
    request.what = "codes";
    pass(session, request);
    EXPECT_EQ(host.handedOn.back().reader, "vidimus.codes");
}

TEST(PdfText, LeavesOutLayersThatAreOff)
{
    ReaderHost host;
    auto pdf
        = test::onePage("BT /F1 12 Tf 72 700 Td (shown) Tj ET /OC /L BDC BT /F1 12 Tf 72 650 Td (not shown) Tj ET EMC",
            std::string(helvetica) + " /Properties << /L 5 0 R >>", "",
            "/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>");
    pdf.set(5, "<< /Type /OCG /Name (Layer) >>");
    pdf.write();
    EXPECT_EQ(textOf(pdf.bytes()).text(), "shown\n");
}

} // namespace
} // namespace vidimus::pdf
