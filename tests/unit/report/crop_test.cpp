#include "report/report.hpp"

#include <cairo.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>

namespace vidimus::report {
namespace {

using namespace vidimus::literals;

struct Decoded {
    int width = 0, height = 0;
    std::vector<std::uint32_t> pixels;
};

struct Source {
    const std::vector<unsigned char>* bytes;
    std::size_t at;
};

cairo_status_t readPng(void* closure, unsigned char* data, unsigned length)
{
    auto* source = static_cast<Source*>(closure);
    if (source->bytes->size() - source->at < length)
        return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, source->bytes->data() + source->at, length);
    source->at += length;
    return CAIRO_STATUS_SUCCESS;
}

Decoded decoded(const std::vector<unsigned char>& png)
{
    Source source{&png, 0};
    cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(readPng, &source);
    Decoded picture{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(
                &pixel, cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) + 4 * x, 4);
            picture.pixels.push_back(pixel & 0xffffff);
        }
    cairo_surface_destroy(surface);
    return picture;
}

/// 254 dpi: ten pixels a millimetre. Each pixel's colour tells its place.
struct TestPage {
    std::vector<unsigned char> pixels;
    PictureView view;
    explicit TestPage(std::uint32_t channels)
    {
        for (std::uint32_t y = 0; y < 200; ++y)
            for (std::uint32_t x = 0; x < 100; ++x)
                for (std::uint32_t c = 0; c < channels; ++c)
                    pixels.push_back(static_cast<unsigned char>(c == 0 ? x : c == 1 ? y : 7));
        view = {pixels.data(), 100, 200, channels, 254_dpi};
    }
};

TEST(Crop, ShowsJustTheRegionWithItsMargin)
{
    const TestPage page(3);
    const auto png = cropPng(page.view, {2.0_mm, 3.0_mm, 4.0_mm, 1.0_mm}, 1.0_mm, 1000);
    ASSERT_TRUE(png.ok());
    const Decoded picture = decoded(*png);
    EXPECT_EQ(picture.width, 60);
    EXPECT_EQ(picture.height, 30);
    EXPECT_EQ(picture.pixels.front(), (10u << 16) | (20u << 8) | 7u);
    EXPECT_EQ(picture.pixels.back(), (69u << 16) | (49u << 8) | 7u);
}

TEST(Crop, OfAGreyPageIsGrey)
{
    const TestPage page(1);
    const auto png = cropPng(page.view, {2.0_mm, 3.0_mm, 4.0_mm, 1.0_mm}, 0.0_mm, 1000);
    ASSERT_TRUE(png.ok());
    EXPECT_EQ(decoded(*png).pixels.front(), 0x141414u);
}

TEST(Crop, EndsAtTheEdgeOfThePage)
{
    const TestPage page(3);
    const auto png = cropPng(page.view, {8.0_mm, 18.0_mm, 50.0_mm, 50.0_mm}, 5.0_mm, 1000);
    ASSERT_TRUE(png.ok());
    EXPECT_EQ(decoded(*png).width, 70);
    EXPECT_EQ(decoded(*png).height, 70);
}

TEST(Crop, IsReducedToTheLimit)
{
    const TestPage page(3);
    const auto png = cropPng(page.view, {0.0_mm, 0.0_mm, 10.0_mm, 20.0_mm}, 0.0_mm, 50);
    ASSERT_TRUE(png.ok());
    EXPECT_EQ(decoded(*png).width, 25);
    EXPECT_EQ(decoded(*png).height, 50);
}

TEST(Crop, OfWhatIsNotOnThePageIsAnError)
{
    const TestPage page(3);
    EXPECT_EQ(cropPng(page.view, {50.0_mm, 3.0_mm, 4.0_mm, 1.0_mm}, 1.0_mm, 100).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(cropPng(page.view, {{-9}, {-9}, {4}, {1}}, 1.0_mm, 100).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(cropPng(page.view, {2.0_mm, 3.0_mm, 0.0_mm, 1.0_mm}, 1.0_mm, 100).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(cropPng({}, {2.0_mm, 3.0_mm, 4.0_mm, 1.0_mm}, 1.0_mm, 100).error().kind, ErrorKind::Unsupported);
}

TEST(Crop, SurvivesNumbersThatAreNone)
{
    const TestPage page(3);
    const double infinity = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(cropPng(page.view, {{-1e300}, {-1e300}, {infinity}, {infinity}}, 1.0_mm, 100).ok());
    EXPECT_FALSE(cropPng(page.view, {{nan}, {nan}, {nan}, {nan}}, 1.0_mm, 100).ok());
    EXPECT_TRUE(cropPng(page.view, {{0}, {0}, {1e300}, {1e300}}, 1.0_mm, 100).ok());
}

} // namespace
} // namespace vidimus::report
