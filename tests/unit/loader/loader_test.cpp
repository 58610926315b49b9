#include "plugin_host/loader/loader.hpp"

#include <gtest/gtest.h>

using namespace vidimus;

namespace {

/// A host that offers nothing.
const vidimus_host_t bareHost{{"test", 4}, [](const vidimus_host_t*, const char*) -> const void* { return nullptr; }};

std::string_view text(vidimus_string_t raw)
{
    return {raw.data, raw.size};
}

} // namespace

TEST(Loader, CollectsWhatAPackOffers)
{
    const auto pack = loader::load("test.honest", VIDIMUS_BUILD_DIR "/tests/packs/honest/plugin.so", &bareHost);
    ASSERT_TRUE(pack.ok()) << pack.error().message;
    ASSERT_EQ(pack->readers.size(), 2u);
    EXPECT_EQ(text(pack->readers[0].id), "test.text");
    EXPECT_EQ(pack->imageReaders.size(), 1u);
    EXPECT_EQ(pack->checks.size(), 2u);
    EXPECT_EQ(pack->validators.size(), 1u);
    EXPECT_TRUE(pack->engines.empty());

    vidimus_string_t expected{};
    EXPECT_EQ(pack->validators[0].validate({"13", 2}, &expected), VIDIMUS_CHECK_DIGIT_WRONG);
    EXPECT_EQ(text(expected), "2");
}

TEST(Loader, NamesThePackWhoseModuleIsMissing)
{
    const auto pack = loader::load("test.absent", "/nowhere/plugin.so", &bareHost);
    ASSERT_FALSE(pack.ok());
    EXPECT_EQ(pack.error().kind, ErrorKind::NotFound);
    EXPECT_NE(pack.error().message.find("test.absent"), std::string::npos);
}
