#include "plugin_host/supervisor/tool_run.hpp"
#include "support/small_pdf.hpp"
#include "support/temporary_folder.hpp"
#include "support/workers.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace vidimus;
using namespace vidimus::tests;
using namespace vidimus::supervisor;

namespace {

std::unique_ptr<FileSession> opened(
    Supervisor& supervisor, const std::string& bytes, const std::vector<std::string>& passwords = {})
{
    auto session = supervisor.open(sealed(bytes), "application/pdf", passwords, someDay());
    EXPECT_TRUE(session.ok()) << (session ? "" : session.error().message);
    return session ? std::move(*session) : nullptr;
}

/// The small PDF, encrypted so that only the password opens it.
std::string encrypted(const std::string& password)
{
    const TemporaryFolder folder;
    const std::string plain = folder / "plain.pdf", locked = folder / "locked.pdf";
    std::ofstream(plain) << smallPdf();
    const std::string command
        = "qpdf --warning-exit-0 --no-warn --encrypt " + password + " owner 256 -- " + plain + " " + locked;
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::ostringstream bytes;
    bytes << std::ifstream(locked).rdbuf();
    return bytes.str();
}

} // namespace

TEST(Broker, DrawsAPageForAReader)
{
    const auto supervisor = startedWith(optionsWith({"brokered"}));
    const auto session = opened(*supervisor, smallPdf());
    const auto white = session->pageImage({0}, {100});
    ASSERT_TRUE(white.ok()) << white.error().message;
    EXPECT_EQ(white->width, 400u);
    EXPECT_EQ(white->height, 200u);
    EXPECT_EQ(white->pixels[0], 255);
    EXPECT_EQ(white->pixels[1], 255);
    const auto red = session->pageImage({1}, {100});
    ASSERT_TRUE(red.ok()) << red.error().message;
    EXPECT_EQ(red->pixels[0], 255);
    EXPECT_EQ(red->pixels[1], 0);
}

TEST(Broker, RepairsAFileForAReaderAndSaysByWhichVersion)
{
    const auto supervisor = startedWith(optionsWith({"brokered"}));
    const auto read = opened(*supervisor, smallPdf())->run({.what = "facts"});
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(read->pass.facts.at(0).values.at("head"), "%PDF-");
    EXPECT_EQ(read->pass.facts.at(0).values.at("trailer"), "yes");
    EXPECT_THAT(read->dependencies.of.at("service:repair"), testing::StartsWith("qpdf version"));
}

TEST(Broker, DrawsAndRepairsAnEncryptedFileWithItsPassword)
{
    const auto supervisor = startedWith(optionsWith({"brokered"}));
    const auto session = opened(*supervisor, encrypted("secret"), {"secret"});
    const auto image = session->pageImage({1}, {100});
    ASSERT_TRUE(image.ok()) << image.error().message;
    EXPECT_EQ(image->pixels[1], 0);
    const auto read = session->run({.what = "facts"});
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(read->pass.facts.at(0).values.at("encrypted"), "no");
}

TEST(Broker, SaysWhenThePasswordIsWrong)
{
    const auto supervisor = startedWith(optionsWith({"brokered"}));
    const auto image = opened(*supervisor, encrypted("secret"), {"guess"})->pageImage({1}, {100});
    ASSERT_FALSE(image.ok());
    EXPECT_EQ(image.error().kind, ErrorKind::Refused);
}

TEST(Broker, CallsRubbishMalformed)
{
    const auto supervisor = startedWith(optionsWith({"brokered"}));
    const auto session = opened(*supervisor, "this is no PDF");
    EXPECT_EQ(session->pageImage({0}, {100}).error().kind, ErrorKind::Malformed);
    EXPECT_EQ(session->run({.what = "facts"}).error().kind, ErrorKind::Malformed);
}

TEST(Broker, ConfinesToolsWhereUserNamespacesWork)
{
    EXPECT_EQ(bubblewrapWorks(), std::system("bwrap --unshare-all --ro-bind / / true 2>/dev/null") == 0);
    const auto listing = runTool(
        {.command = {"ls", "/root", "/home", "/etc/passwd"}, .output = 65536, .wall = std::chrono::seconds(10)}, {});
    ASSERT_TRUE(listing.ok()) << listing.error().message;
    EXPECT_EQ(listing->output.size() == 0, bubblewrapWorks());
}

TEST(Broker, TellsWhatReallyHoldsTheTools)
{
    const auto told = startedWith(optionsWith({"brokered"}))->toolConfinement();
    // What a tool sees of its own limits and of other processes, beside what is said of it.
    const auto seen = runTool({.command = {"sh", "-c", "ulimit -c; ulimit -n; ls -d /proc/[0-9]* /root 2>/dev/null"},
                                  .output = 1 << 20,
                                  .wall = std::chrono::seconds(10)},
        {});
    ASSERT_TRUE(seen.ok()) << seen.error().message;
    const auto memory = seen->output.map();
    ASSERT_TRUE(memory.ok());
    const std::string text((*memory)->bytes().begin(), (*memory)->bytes().end());
    const bool limited = text.starts_with("0\n64\n"), alone = text.find("/root") == std::string::npos;
    EXPECT_EQ(std::count(told.begin(), told.end(), "rlimits") == 1, limited) << text;
    EXPECT_EQ(std::count(told.begin(), told.end(), "bubblewrap") == 1, alone) << text;
}

TEST(Broker, EndsAToolThatHangsOrWritesTooMuch)
{
    const auto hanging
        = runTool({.command = {"sleep", "100"}, .output = 10, .wall = std::chrono::milliseconds(300)}, {});
    ASSERT_FALSE(hanging.ok());
    EXPECT_EQ(hanging.error().kind, ErrorKind::TimedOut);
    const auto silent = runTool(
        {.command = {"sh", "-c", "exec >&-; sleep 100"}, .output = 10, .wall = std::chrono::milliseconds(300)}, {});
    ASSERT_FALSE(silent.ok()) << "it closed its output and stayed";
    EXPECT_EQ(silent.error().kind, ErrorKind::TimedOut);
    const auto endless = runTool({.command = {"yes"}, .output = 1 << 20, .wall = std::chrono::seconds(20)}, {});
    ASSERT_FALSE(endless.ok());
    EXPECT_EQ(endless.error().kind, ErrorKind::TooLarge);
}
