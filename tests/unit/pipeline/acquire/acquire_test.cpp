#include "pipeline/acquire/acquire.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <sys/stat.h>

using namespace vidimus;
using namespace std::string_view_literals;
using pipeline::acquire;
using pipeline::mediaTypeOf;
using testing::HasSubstr;

TEST(MediaType, IsToldFromTheBytes)
{
    EXPECT_EQ(mediaTypeOf("%PDF-1.7\n"), "application/pdf");
    EXPECT_EQ(mediaTypeOf("junk before the header\n%PDF-1.4"), "application/pdf");
    EXPECT_EQ(mediaTypeOf("\x89PNG\r\n\x1a\n...."sv), "image/png");
    EXPECT_EQ(mediaTypeOf("\xff\xd8\xff\xe0"sv), "image/jpeg");
    EXPECT_EQ(mediaTypeOf("II*\0...."sv), "image/tiff");
    EXPECT_EQ(mediaTypeOf("MM\0*...."sv), "image/tiff");
    EXPECT_EQ(mediaTypeOf("RIFF....WEBPVP8 "sv), "image/webp");
    EXPECT_EQ(mediaTypeOf("BM............"sv), "image/bmp");
    EXPECT_EQ(mediaTypeOf("GIF89a"), "");
    EXPECT_EQ(mediaTypeOf(""), "");
}

TEST(Acquire, KeepsWhatItHashed)
{
    const tests::TemporaryFolder folder;
    const auto acquired = acquire(folder.write("wrongly-named.png", "%PDF-1.4 abc"), {});
    EXPECT_FALSE(acquired.trouble);
    EXPECT_EQ(acquired.file.mediaType, "application/pdf");
    EXPECT_EQ(acquired.file.size, 12u);
    EXPECT_EQ(acquired.bytes.size(), 12u);
    EXPECT_EQ(acquired.file.sha256.size(), 64u);
}

TEST(Acquire, SaysWhichFileIsWrongAndHow)
{
    const tests::TemporaryFolder folder;
    const auto says
        = [](const std::filesystem::path& path) { return acquire(path, {}).trouble.value_or(Error{}).message; };
    EXPECT_THAT(says(folder / "none.pdf"), testing::AllOf(HasSubstr("none.pdf"), HasSubstr("no such file")));
    EXPECT_THAT(says(folder.write("empty.pdf", "")), testing::AllOf(HasSubstr("empty.pdf"), HasSubstr("empty")));
    EXPECT_THAT(says(folder.write("note.txt", "hello")), testing::AllOf(HasSubstr("note.txt"), HasSubstr("not a PDF")));
    EXPECT_THAT(says(folder.path()), HasSubstr("folder"));
    EXPECT_THAT(says("/dev/null"), HasSubstr("neither"));
}

TEST(Acquire, RefusesAFileOverTheLimitBeforeReadingIt)
{
    const tests::TemporaryFolder folder;
    const auto path = folder.write("huge.pdf", "%PDF-");
    std::filesystem::resize_file(path, pipeline::maximumFileSize + 1); // sparse: costs no disk
    const auto acquired = acquire(path, {});
    ASSERT_TRUE(acquired.trouble);
    EXPECT_EQ(acquired.trouble->kind, ErrorKind::TooLarge);
    EXPECT_TRUE(acquired.bytes.empty());
}

TEST(FilesOf, MeansEveryFileInAFolderByNameAndNothingHidden)
{
    const tests::TemporaryFolder folder;
    const auto b = folder.write("case/b.pdf", "x"), a = folder.write("case/a.png", "x");
    folder.write("case/.hidden", "x");
    folder.write("case/deeper/c.pdf", "x");
    EXPECT_THAT(pipeline::filesOf({folder / "case"}), testing::ElementsAre(a, b));
    EXPECT_THAT(pipeline::filesOf({b, folder / "none"}), testing::ElementsAre(b, folder / "none"));
}
