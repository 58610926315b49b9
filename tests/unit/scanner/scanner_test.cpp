#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <sys/wait.h>

/// SANE's own "test" back end stands for the device.
namespace {

struct Outcome {
    int status = -1;
    std::string output;
};

class ScannerProgram : public testing::Test {
protected:
    void SetUp() override { folder.write("sane/dll.conf", "test\n"); }

    Outcome run(const std::string& arguments) const
    {
        const std::string command = "SANE_CONFIG_DIR=" + (folder / "sane").string()
            + " " VIDIMUS_BUILD_DIR "/vidimus-scan " + arguments + " 2>/dev/null";
        std::FILE* pipe = popen(command.c_str(), "r");
        Outcome outcome;
        std::array<char, 4096> buffer{};
        while (const auto count = std::fread(buffer.data(), 1, buffer.size(), pipe))
            outcome.output.append(buffer.data(), count);
        outcome.status = WEXITSTATUS(pclose(pipe));
        return outcome;
    }

    /// Width, height, colour type and pixels a metre of a PNG.
    std::array<unsigned, 4> described(const std::filesystem::path& png) const
    {
        std::ifstream stream(png, std::ios::binary);
        std::stringstream text;
        text << stream.rdbuf();
        const std::string bytes = text.str();
        const auto number = [&](std::size_t at) {
            unsigned value = 0;
            for (std::size_t i = at; i < at + 4; ++i)
                value = value << 8 | static_cast<unsigned char>(bytes.at(i));
            return value;
        };
        const auto physical = bytes.find("pHYs");
        return {number(16), number(20), static_cast<unsigned char>(bytes.at(25)), number(physical + 4)};
    }

    vidimus::tests::TemporaryFolder folder;
};

} // namespace

TEST_F(ScannerProgram, ListsTheDevicesThatThereAre)
{
    const Outcome listed = run("list");
    EXPECT_EQ(listed.status, 0);
    EXPECT_THAT(listed.output, testing::HasSubstr("test:0\n"));
}

TEST_F(ScannerProgram, ScansThePageInTheModeAndResolutionAskedFor)
{
    ASSERT_EQ(run("page test:0 100 grey " + (folder / "grey.png").string()).status, 0);
    ASSERT_EQ(run("page test:0 200 colour " + (folder / "colour.png").string()).status, 0);
    const auto grey = described(folder / "grey.png"), colour = described(folder / "colour.png");
    EXPECT_EQ(grey[2], 0u); // PNG colour type: grey
    EXPECT_EQ(colour[2], 2u); // RGB
    EXPECT_EQ(grey[3], 3937u); // 100 dpi
    EXPECT_EQ(colour[3], 7874u); // 200 dpi
    EXPECT_NEAR(colour[0], 2.0 * grey[0], 2);
    EXPECT_GT(grey[1], 700u); // 200 mm
}

TEST_F(ScannerProgram, SaysWhatIsWrongInOneLine)
{
    const Outcome missing = run("page no-such:0 100 grey " + (folder / "x.png").string());
    EXPECT_EQ(missing.status, 1);
    EXPECT_THAT(missing.output, testing::HasSubstr("no-such:0"));
    EXPECT_EQ(run("page test:0 5 grey x.png").status, 1);
    EXPECT_EQ(run("").status, 64);
}

TEST_F(ScannerProgram, NeverWritesOverAFile)
{
    const auto taken = folder.write("taken.png", "mine");
    EXPECT_EQ(run("page test:0 100 grey " + taken.string()).status, 1);
    EXPECT_EQ(std::filesystem::file_size(taken), 4u);
}
