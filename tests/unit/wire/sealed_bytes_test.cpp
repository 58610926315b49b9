#include "plugin_host/wire/sealed_bytes.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sys/mman.h>

using namespace vidimus;
using namespace vidimus::wire;
using vidimus::tests::TemporaryFolder;

TEST(SealedBytes, CannotBeChangedByAnybodyWhoHoldsThem)
{
    const std::array<std::uint8_t, 4> bytes{1, 2, 3, 4};
    const auto sealed = SealedBytes::copyOf(bytes);
    ASSERT_TRUE(sealed.ok());
    EXPECT_LT(::pwrite(sealed->fd(), "x", 1, 0), 0);
    EXPECT_LT(::ftruncate(sealed->fd(), 0), 0);
    EXPECT_EQ(::mmap(nullptr, 4, PROT_READ | PROT_WRITE, MAP_SHARED, sealed->fd(), 0), MAP_FAILED);
}

TEST(SealedBytes, AreNotMadeOfMemoryThatSomeoneStillWrites)
{
    auto memory = memoryFile(4096);
    ASSERT_TRUE(memory.ok());
    void* writable = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, memory->get(), 0);
    ASSERT_NE(writable, MAP_FAILED);
    EXPECT_EQ(SealedBytes::seal(std::move(*memory)).error().kind, ErrorKind::Malformed);
    ::munmap(writable, 4096);
}

TEST(SealedBytes, AreMappedOnlyWhenSealedAndLargeEnough)
{
    const auto open = memoryFile(10);
    EXPECT_EQ(Mapping::of(open->get(), 10).error().kind, ErrorKind::Malformed);
    const auto sealed = SealedBytes::copyOf(std::array<std::uint8_t, 2>{1, 2});
    EXPECT_EQ(Mapping::of(sealed->fd(), 3).error().kind, ErrorKind::Malformed);
    EXPECT_TRUE(Mapping::of(sealed->fd(), 2).ok());
}

TEST(SealedBytes, AreReadFromAFileUpToALimit)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "file") << "twelve bytes";
    EXPECT_EQ(SealedBytes::readFile(folder / "file", 12)->size(), 12u);
    EXPECT_EQ(SealedBytes::readFile(folder / "file", 11).error().kind, ErrorKind::TooLarge);
    EXPECT_EQ(SealedBytes::readFile(folder / "none", 11).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(SealedBytes::readFile(folder.path(), 11).error().kind, ErrorKind::Unreadable);
}
