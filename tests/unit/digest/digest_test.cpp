#include "digest/digest.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

using namespace vidimus;

TEST(Digest, AgreesWithPublishedVectors)
{
    // FIPS 180-2 Appendix B.1; RFC 4231 test case 2.
    EXPECT_EQ(digest::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(digest::keyedDigest("Jefe", "what do ya want for nothing?"),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Digest, OfAFileIsThatOfItsBytes)
{
    const tests::TemporaryFolder folder;
    const std::string bytes(3'000'000, 'x');
    EXPECT_EQ(*digest::sha256OfFile(folder.write("f", bytes)), digest::sha256(bytes));
    EXPECT_EQ(digest::sha256OfFile(folder / "none").error().kind, ErrorKind::NotFound);
}
