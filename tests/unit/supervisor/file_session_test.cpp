#include "support/workers.hpp"

#include <gmock/gmock.h>

using namespace vidimus;
using namespace vidimus::tests;
using namespace vidimus::supervisor;

namespace {

std::unique_ptr<FileSession> opened(Supervisor& supervisor, std::string_view text)
{
    auto session = supervisor.open(sealed(text), "text/plain", {"one", "two"}, someDay());
    EXPECT_TRUE(session.ok()) << (session ? "" : session.error().message);
    return session ? std::move(*session) : nullptr;
}

} // namespace

TEST(FileSession, TellsThePagesOfAFile)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto session = opened(*supervisor, "first\fsecond");
    ASSERT_EQ(session->pages().size(), 2u);
    EXPECT_EQ(session->pages()[0].width.value, 210);
    EXPECT_TRUE(session->pages()[1].dpiAssumed);
    EXPECT_EQ(session->reader(), "test.text");
    EXPECT_EQ(session->pack(), "test.honest");
}

TEST(FileSession, AnswersAPassWithWhatItRestsOn)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto session = opened(*supervisor, "陈大文\nA123456(3)\fsecond");
    const PassRequest request{.what = "text", .page = {0}};
    const auto read = session->run(request);
    ASSERT_TRUE(read.ok()) << read.error().message;
    ASSERT_EQ(read->pass.lines.size(), 2u);
    EXPECT_EQ(read->pass.request, request);
    EXPECT_EQ(read->pass.lines[0].text, "陈大文");
    EXPECT_EQ(read->pass.lines[1].region.y.value, 5);
    EXPECT_EQ(read->pass.lines[1].words.at(0).text, "A123456(3)");
    EXPECT_EQ(read->dependencies.of.at("plugin:test.honest"), "1.0 digest-of-honest");
}

TEST(FileSession, HandsTheDecidingDateAndThePasswordsToTheReader)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto session = opened(*supervisor, "x");
    const auto read = session->run({.what = "facts"});
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(read->pass.facts.at(0).values.at("day"), std::to_string(someDay().dayNumber()));
    EXPECT_EQ(read->pass.facts.at(1).values.at("count"), "2");
    EXPECT_EQ(read->dependencies.of.count("as-of"), 1u);
}

TEST(FileSession, PutsPassesThatItsReaderDoesNotKnowToOneThatReadsPictures)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto session = opened(*supervisor, "first\fsecond");
    const auto read = session->run({.what = "codes", .page = {1}});
    ASSERT_TRUE(read.ok()) << read.error().message;
    ASSERT_EQ(read->pass.codes.size(), 1u);
    EXPECT_EQ(read->pass.codes[0].text, "1");
    EXPECT_NEAR(read->pass.codes[0].quad[0].x.value, 105, 0.1);
}

TEST(FileSession, GivesAPageAsAPictureOfTheSizeItSays)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto session = opened(*supervisor, "first\fsecond");
    const auto image = session->pageImage({1}, {100});
    ASSERT_TRUE(image.ok()) << image.error().message;
    EXPECT_EQ(image->width, 826u);
    EXPECT_EQ(image->pixels.size(), image->stride * image->height);
    EXPECT_EQ(image->pixels[2], 3); // the pack counts upwards from the page's number
}

TEST(FileSession, ReducesAPictureThatWouldBeTooLarge)
{
    auto options = optionsWith({"honest"});
    options.limits.pixels = 200'000;
    const auto supervisor = startedWith(std::move(options));
    const auto image = opened(*supervisor, "x")->pageImage({0}, {300});
    ASSERT_TRUE(image.ok()) << image.error().message;
    EXPECT_LE(image->width * image->height, 200'000u);
    EXPECT_LT(image->dpi.value, 60);
}

TEST(FileSession, SaysWhyAFileCannotBeOpened)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto broken = supervisor->open(sealed("BROKEN"), "text/plain", {}, someDay());
    ASSERT_FALSE(broken.ok());
    EXPECT_EQ(broken.error().kind, ErrorKind::Malformed);
    EXPECT_EQ(broken.error().message, "the text begins with BROKEN");
    const auto unknown = supervisor->open(sealed("x"), "application/x-unheard-of", {}, someDay());
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().kind, ErrorKind::Unsupported);
}

TEST(FileSession, ReportsProgressAndStopsWhenAsked)
{
    const auto supervisor = startedWith(optionsWith({"honest"}));
    const auto session = opened(*supervisor, "x");
    std::vector<double> told;
    ASSERT_TRUE(
        session->run({.what = "text"}, {.cancelled = {}, .progress = [&](double f) { told.push_back(f); }}).ok());
    EXPECT_THAT(told, testing::ElementsAre(0.5));
}

TEST(FileSession, RefusesAFileOfTooManyPages)
{
    auto options = optionsWith({"honest"});
    options.limits.pages = 3;
    const auto supervisor = startedWith(std::move(options));
    const auto session = supervisor->open(sealed("1\f2\f3\f4"), "text/plain", {}, someDay());
    ASSERT_FALSE(session.ok());
    EXPECT_EQ(session.error().kind, ErrorKind::TooLarge);
    EXPECT_THAT(session.error().message, testing::HasSubstr("4 pages"));
}
