#include "support/installed_packs.hpp"
#include "support/small_pdf.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

using namespace vidimus;
using namespace vidimus::tests;
using namespace vidimus::supervisor;

/// What holds of every reader that is installed, whoever wrote it.
namespace {

/// The picture as an uncompressed bitmap: a file that needs no library to write. \source BITMAPINFOHEADER, 24 bits.
std::string bitmapOf(const PageImage& image)
{
    std::string bytes;
    const auto put = [&](std::uint32_t value, int size) {
        for (int i = 0; i < size; ++i)
            bytes += static_cast<char>(value >> 8 * i & 0xff);
    };
    const std::uint32_t row = (image.width * 3 + 3) / 4 * 4, header = 54;
    const auto perMetre = static_cast<std::uint32_t>(image.dpi.value / 0.0254);
    bytes = "BM";
    for (const std::uint32_t value : {header + row * image.height, 0u, header, 40u, image.width, image.height})
        put(value, 4);
    put(1, 2);
    put(24, 2);
    for (const std::uint32_t value : {0u, row * image.height, perMetre, perMetre, 0u, 0u})
        put(value, 4);
    for (std::uint32_t y = image.height; y-- > 0;) { // bottom up
        for (std::uint32_t x = 0; x < image.width; ++x)
            for (const std::uint32_t channel : {2u, 1u, 0u}) // blue, green, red
                bytes += static_cast<char>(
                    image.pixels[y * image.stride + x * image.channels + std::min(channel, image.channels - 1)]);
        bytes.append(row - image.width * 3, '\0');
    }
    return bytes;
}

class ReaderContract : public testing::Test {
protected:
    static void SetUpTestSuite() { s_supervisor = startedWith(optionsWithInstalledPacks()); }
    static void TearDownTestSuite() { s_supervisor.reset(); }

    /// Calls the function for every media type that a reader opens.
    template <class Function> static void forEachType(Function&& function)
    {
        const Offers offers = s_supervisor->offers();
        ASSERT_FALSE(offers.readers.empty());
        for (const ReaderInfo& reader : offers.readers)
            for (const std::string& type : reader.mediaTypes)
                function(reader, type);
    }
    static Result<std::unique_ptr<FileSession>> open(const std::string& bytes, const std::string& type)
    {
        return s_supervisor->open(sealed(bytes), type, {}, someDay());
    }
    /// Opening may fail, but only with an answer: no crash, no hang.
    static void expectCalm(const std::string& bytes, const std::string& type)
    {
        const auto opened = open(bytes, type);
        if (opened)
            return;
        EXPECT_THAT(opened.error().kind,
            testing::AnyOf(ErrorKind::Malformed, ErrorKind::Unsupported, ErrorKind::TooLarge, ErrorKind::Refused,
                ErrorKind::NotFound))
            << type << ": " << opened.error().message;
    }

    static inline std::unique_ptr<Supervisor> s_supervisor;
};

} // namespace

TEST_F(ReaderContract, EveryPackOfTheBuildLoads)
{
    for (const LoadFailure& failure : s_supervisor->loadFailures())
        ADD_FAILURE() << failure.pack << ": " << failure.error.message;
}

TEST_F(ReaderContract, EveryReaderRefusesAnEmptyFileWithAReason)
{
    forEachType([](const ReaderInfo& reader, const std::string& type) {
        const auto opened = open("", type);
        ASSERT_FALSE(opened.ok()) << reader.id << " opened nothing as " << type;
        EXPECT_FALSE(opened.error().message.empty()) << reader.id;
        EXPECT_NE(opened.error().kind, ErrorKind::Crashed) << reader.id << ": " << opened.error().message;
    });
}

TEST_F(ReaderContract, EveryReaderStaysCalmOverRubbish)
{
    std::mt19937 random(1);
    std::string rubbish(4096, '\0');
    for (char& byte : rubbish)
        byte = static_cast<char>(random());
    forEachType([&](const ReaderInfo&, const std::string& type) {
        expectCalm(rubbish, type);
        expectCalm(std::string(100'000, '\0'), type);
        expectCalm("%PDF-1.7\n" + rubbish, type);
        expectCalm("\x89PNG\r\n\x1a\n" + rubbish, type);
    });
}

TEST_F(ReaderContract, APdfIsReadToItsLastPage)
{
    const auto opened = open(smallPdf(), "application/pdf");
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    FileSession& session = **opened;
    ASSERT_EQ(session.pages().size(), 2u);
    EXPECT_NEAR(session.pages()[0].width.value, 101.6, 0.1);
    EXPECT_NEAR(session.pages()[0].height.value, 50.8, 0.1);
    for (const char* what : {"facts", "text", "codes"}) {
        const auto read = session.run({.what = what, .page = {1}});
        EXPECT_TRUE(read.ok()) << what << ": " << (read ? "" : read.error().message);
    }
    const auto image = session.pageImage({1}, {150});
    ASSERT_TRUE(image.ok()) << image.error().message;
    EXPECT_NEAR(image->width, 600, 2);
    const std::size_t middle = image->stride * (image->height / 2) + image->channels * (image->width / 2);
    EXPECT_GT(image->pixels[middle], 200);
}

TEST_F(ReaderContract, PrintIsReadFromItsPictureInsideTheSandbox)
{
    const auto paper = open(pdfSaying("Practising Certificate 2021"), "application/pdf");
    ASSERT_TRUE(paper.ok()) << paper.error().message;
    const auto image = (*paper)->pageImage({0}, {300});
    ASSERT_TRUE(image.ok()) << image.error().message;
    const auto scan = open(bitmapOf(*image), "image/bmp");
    ASSERT_TRUE(scan.ok()) << scan.error().message;
    const auto read = (*scan)->run({.what = "text", .languages = "eng"});
    ASSERT_TRUE(read.ok()) << read.error().message;
    std::string text;
    for (const Line& line : read->pass.lines)
        text += line.text + "\n";
    EXPECT_THAT(text, testing::HasSubstr("Certificate 2021"));
    EXPECT_THAT(read->dependencies.of, testing::Contains(testing::Key(testing::StartsWith("engine:"))));
}

TEST_F(ReaderContract, APassThatNobodyKnowsIsUnsupported)
{
    const auto opened = open(smallPdf(), "application/pdf");
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    const auto read = (*opened)->run({.what = "fortune"});
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().kind, ErrorKind::Unsupported);
}
