#include "drawing.hpp"
#include "png_writing.hpp"
#include "scan/picture.hpp"
#include "tiff_writing.hpp"

#include <vidimus/plugin.hpp>

#include <gtest/gtest.h>

#include <set>

/// Every kind of picture that scanners and cameras make shows the same page.
namespace vidimus::scan {
namespace {

using drawing::tiffOf;
using drawing::TiffPage;

constexpr int width = 80, height = 48; // of the pattern: its top left quarter is black, the rest white

bool isInk(int x, int y)
{
    return x < width / 2 && y < height / 2;
}

/// How dark the middle of each quarter of the picture is: top left, top right, bottom left, bottom right.
std::string quarters(const Picture& picture)
{
    std::string result;
    for (const int y : {1, 3})
        for (const int x : {1, 3}) {
            const cv::Point at(picture.colour.cols * x / 4, picture.colour.rows * y / 4);
            const cv::Vec3b pixel = picture.colour.at<cv::Vec3b>(at);
            const int darkest = *std::min_element(pixel.val, pixel.val + 3),
                      lightest = *std::max_element(pixel.val, pixel.val + 3);
            result += lightest < 70 ? '#' : darkest > 185 ? '.' : '?';
        }
    return result;
}

Picture decoded(const std::vector<std::uint8_t>& bytes, std::size_t page = 0)
{
    return decode(bytes, readHeaders(bytes).at(page), {});
}

/// The pattern with given samples for ink and paper.
TiffPage tiffPage(std::uint16_t bits, const std::vector<int>& ink, const std::vector<int>& paper)
{
    TiffPage page;
    page.width = width;
    page.height = height;
    page.bits = bits;
    page.samples = static_cast<std::uint16_t>(ink.size());
    page.dpiX = page.dpiY = 40;
    for (int y = 0; y < height; ++y) {
        int filled = 0;
        for (int x = 0; x < width; ++x)
            for (const int sample : isInk(x, y) ? ink : paper) {
                if (bits < 8) {
                    if (filled == 0)
                        page.rows.push_back(0);
                    page.rows.back() = static_cast<std::uint8_t>(page.rows.back() | sample << (8 - bits - filled));
                    filled = (filled + bits) % 8;
                    continue;
                }
                page.rows.push_back(static_cast<std::uint8_t>(sample & 0xFF));
                if (bits == 16)
                    page.rows.push_back(static_cast<std::uint8_t>(sample >> 8));
            }
    }
    return page;
}

TiffPage with(TiffPage page, std::uint16_t photometric, std::uint16_t compression)
{
    page.photometric = photometric;
    page.compression = compression;
    return page;
}

std::vector<std::uint8_t> withExif(std::vector<std::uint8_t> jpeg, int orientation)
{
    const std::vector<std::uint8_t> exif{0xFF, 0xE1, 0x00, 0x22, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, static_cast<std::uint8_t>(orientation), 0, 0, 0, 0, 0, 0};
    jpeg.insert(jpeg.begin() + 2, exif.begin(), exif.end());
    return jpeg;
}

cv::Mat pattern()
{
    cv::Mat page = drawing::paper(width, height, {255, 255, 255});
    page(cv::Rect(0, 0, width / 2, height / 2)).setTo(cv::Scalar(0, 0, 0));
    return page;
}

TEST(Formats, TiffsOfEveryCompressionAndDepthShowTheSamePage)
{
    const std::vector<std::pair<const char*, TiffPage>> kinds{
        {"CCITT group 4, white is zero", with(tiffPage(1, {1}, {0}), 0, 4)},
        {"CCITT group 4, black is zero", with(tiffPage(1, {0}, {1}), 1, 4)},
        {"1 bit, LZW", with(tiffPage(1, {1}, {0}), 0, 5)},
        {"1 bit, plain", with(tiffPage(1, {0}, {1}), 1, 1)},
        {"4 bit grey", with(tiffPage(4, {0}, {15}), 1, 5)},
        {"grey, LZW", with(tiffPage(8, {0}, {255}), 1, 5)},
        {"grey, white is zero, deflate", with(tiffPage(8, {255}, {0}), 0, 8)},
        {"grey, JPEG", with(tiffPage(8, {0}, {255}), 1, 7)},
        {"16 bit grey", with(tiffPage(16, {0}, {65535}), 1, 5)},
        {"16 bit grey, white is zero", with(tiffPage(16, {65535}, {0}), 0, 1)},
        {"RGB, LZW", with(tiffPage(8, {0, 0, 0}, {255, 255, 255}), 2, 5)},
        {"RGB, JPEG", with(tiffPage(8, {0, 0, 0}, {255, 255, 255}), 6, 7)},
        {"16 bit RGB", with(tiffPage(16, {0, 0, 0}, {65535, 65535, 65535}), 2, 8)},
        {"CMYK", with(tiffPage(8, {0, 0, 0, 255}, {0, 0, 0, 0}), 5, 5)},
    };
    for (const auto& [name, page] : kinds) {
        EXPECT_EQ(quarters(decoded(tiffOf({page}))), "#...") << name;
        TiffPage whole = page;
        whole.rowsPerStrip = height;
        EXPECT_EQ(quarters(decoded(tiffOf({whole}))), "#...") << name << ", one strip";
    }
    TiffPage planes = with(tiffPage(8, {0}, {255}), 2, 5);
    planes.samples = 3;
    planes.planes = true;
    const auto plane = planes.rows;
    for (int i = 0; i < 2; ++i)
        planes.rows.insert(planes.rows.end(), plane.begin(), plane.end());
    EXPECT_EQ(quarters(decoded(tiffOf({planes}))), "#...") << "planes apart";
}

TEST(Formats, AKindOfTiffThatIsNotReadIsToldApartFromADamagedOne)
{
    const auto bytes = tiffOf({with(tiffPage(16, {0, 0, 0, 65535}, {0, 0, 0, 0}), 5, 1)}); // CMYK of 16 bit
    try {
        decoded(bytes);
        FAIL();
    } catch (const sdk::Failure& failure) {
        EXPECT_EQ(failure.status(), VIDIMUS_UNSUPPORTED);
    }
}

TEST(Formats, WhatIsTransparentInATiffIsWhitePaper)
{
    // Premultiplied samples are 0 where nothing is seen; the others may be anything.
    for (const std::uint16_t bits : {8, 16}) {
        const int full = bits == 8 ? 255 : 65535;
        TiffPage associated = tiffPage(bits, {0, 0, 0, full}, {0, 0, 0, 0});
        associated.extra = 1;
        EXPECT_EQ(quarters(decoded(tiffOf({associated}))), "#...") << bits;
        TiffPage apart = tiffPage(bits, {0, 0, 0, full}, {0, full, 0, 0});
        apart.extra = 2;
        EXPECT_EQ(quarters(decoded(tiffOf({apart}))), "#...") << bits;
    }
    TiffPage grey = tiffPage(8, {0, 255}, {0, 0});
    grey.photometric = 1;
    grey.extra = 2;
    EXPECT_EQ(quarters(decoded(tiffOf({grey}))), "#...");
}

// EXIF 2.3 and TIFF 6.0, tag 274: where the stored top left quarter is seen.
constexpr const char* seenAt[] = {"#...", ".#..", "...#", "..#.", "#...", ".#..", "...#", "..#."};

TEST(Formats, ATiffIsTurnedAsItsOrientationSays)
{
    for (std::uint16_t orientation = 1; orientation <= 8; ++orientation)
        for (const std::uint16_t bits : {1, 8, 16}) {
            TiffPage page = with(tiffPage(bits, {0}, {(1 << bits) - 1}), 1, 5);
            page.orientation = orientation;
            const Picture picture = decoded(tiffOf({page}));
            EXPECT_EQ(quarters(picture), seenAt[orientation - 1]) << orientation << " at " << bits << " bit";
            EXPECT_EQ(picture.colour.cols, orientation < 5 ? width : height);
            EXPECT_NEAR(picture.dpi, 40, 0.01);
        }
}

TEST(Formats, AJpegIsTurnedAsItsExifBlockSays)
{
    const auto jpeg = drawing::encoded(".jpg", pattern());
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const Picture picture = decoded(withExif(jpeg, orientation));
        EXPECT_EQ(quarters(picture), seenAt[orientation - 1]) << orientation;
        EXPECT_EQ(picture.colour.cols, orientation < 5 ? width : height);
    }
}

TEST(Formats, EveryPageOfATiffHasItsOwnSizeDepthAndResolution)
{
    TiffPage fax = with(tiffPage(1, {1}, {0}), 0, 4), colour = with(tiffPage(8, {0, 0, 0}, {255, 255, 255}), 2, 5);
    fax.dpiX = 40;
    fax.dpiY = 20; // fax: half as fine downwards
    colour.dpiX = colour.dpiY = 30;
    const auto bytes = tiffOf({fax, colour});
    const Picture first = decoded(bytes, 0), second = decoded(bytes, 1);
    EXPECT_EQ(first.colour.size(), cv::Size(width, 2 * height)) << "made square";
    EXPECT_NEAR(first.dpi, 40, 0.01);
    EXPECT_NEAR(second.dpi, 30, 0.01);
    EXPECT_EQ(quarters(first) + quarters(second), "#...#...");
}

TEST(Formats, PngsOfEveryKindShowTheSamePage)
{
    const auto paletteOf = [](bool transparent) {
        drawing::PngPage page{width, height, PNG_COLOR_TYPE_PALETTE, 8, {}};
        page.transparentIndex = transparent ? 1 : -1;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                page.rows.push_back(isInk(x, y) ? 0 : transparent ? 1 : 2);
        return page;
    };
    drawing::PngPage laced = paletteOf(false);
    laced.interlaced = true;
    EXPECT_EQ(quarters(decoded(pngOf(paletteOf(false)))), "#...");
    EXPECT_EQ(quarters(decoded(pngOf(paletteOf(true)))), "#...") << "black that is transparent is white paper";
    EXPECT_EQ(quarters(decoded(pngOf(laced))), "#...");
    cv::Mat grey;
    cv::extractChannel(pattern(), grey, 0);
    EXPECT_EQ(quarters(decoded(drawing::encoded(".png", grey, {cv::IMWRITE_PNG_BILEVEL, 1}))), "#...");
    for (const int depth : {CV_8U, CV_16U}) {
        const double full = depth == CV_8U ? 255 : 65535;
        cv::Mat clear(height, width, CV_MAKETYPE(depth, 4), cv::Scalar::all(0));
        clear(cv::Rect(0, 0, width / 2, height / 2)).setTo(cv::Scalar(0, 0, 0, full));
        EXPECT_EQ(quarters(decoded(drawing::encoded(".png", clear))), "#...") << full;
    }
}

std::vector<std::uint8_t> bitmapOf(std::uint16_t bits)
{
    const int stride = (width * bits + 31) / 32 * 4, colours = bits <= 8 ? 1 << bits : 0;
    std::vector<std::uint8_t> bytes;
    const auto put = [&](std::int64_t value, int size) {
        for (int i = 0; i < size; ++i)
            bytes.push_back(static_cast<std::uint8_t>(value >> 8 * i));
    };
    put('B' | 'M' << 8, 2);
    put(54 + 4 * colours + stride * height, 4);
    put(0, 4);
    put(54 + 4 * colours, 4);
    put(40, 4);
    put(width, 4);
    put(height, 4); // from the foot
    put(1, 2);
    put(bits, 2);
    put(0, 8);
    put(1575, 4); // pixels a metre: 40 dpi
    put(1575, 4);
    put(0, 8);
    for (int i = 0; i < colours; ++i)
        put(i == colours - 1 ? 0xFFFFFF : 0, 4);
    for (int y = height - 1; y >= 0; --y) {
        std::vector<std::uint8_t> row(static_cast<std::size_t>(stride), 0);
        for (int x = 0; x < width; ++x)
            for (int bit = 0; bit < bits && !isInk(x, y); ++bit)
                if (bit < 24) // the fourth byte of a pixel stays 0
                    row[static_cast<std::size_t>((x * bits + bit) / 8)]
                        |= static_cast<std::uint8_t>(bits < 8 ? 0x80 >> (x * bits + bit) % 8 : 1 << bit % 8);
        bytes.insert(bytes.end(), row.begin(), row.end());
    }
    return bytes;
}

TEST(Formats, BitmapsOfEveryDepthShowTheSamePage)
{
    for (const std::uint16_t bits : {1, 4, 8, 24, 32}) {
        const Picture picture = decoded(bitmapOf(bits));
        EXPECT_EQ(quarters(picture), "#...") << bits;
        EXPECT_NEAR(picture.dpi, 40, 0.1);
    }
}

/// An extended WebP file of OpenCV's simple one, with an EXIF block behind the picture: turned a quarter, 40 dpi.
std::vector<std::uint8_t> webPWithExif()
{
    const auto simple = drawing::encoded(".webp", pattern());
    const std::vector<std::uint8_t> block{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 3, //
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, // orientation
        0x01, 0x1A, 0, 5, 0, 0, 0, 1, 0, 0, 0, 50, // horizontal resolution
        0x01, 0x1B, 0, 5, 0, 0, 0, 1, 0, 0, 0, 50, 0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 1};
    std::vector<std::uint8_t> bytes{
        'W', 'E', 'B', 'P', 'V', 'P', '8', 'X', 10, 0, 0, 0, 0x08, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0};
    bytes.insert(bytes.end(), simple.begin() + 12, simple.end());
    for (const char c : {'E', 'X', 'I', 'F'})
        bytes.push_back(static_cast<std::uint8_t>(c));
    const std::vector<std::uint8_t> length{static_cast<std::uint8_t>(block.size()), 0, 0, 0};
    bytes.insert(bytes.end(), length.begin(), length.end());
    bytes.insert(bytes.end(), block.begin(), block.end());
    std::vector<std::uint8_t> file{'R', 'I', 'F', 'F'};
    for (int i = 0; i < 4; ++i)
        file.push_back(static_cast<std::uint8_t>(bytes.size() >> 8 * i));
    file.insert(file.end(), bytes.begin(), bytes.end());
    return file;
}

TEST(Formats, WebPIsTurnedAndMeasuredAsItsExifBlockSaysAndLaidOnWhite)
{
    const Picture turned = decoded(webPWithExif());
    EXPECT_EQ(quarters(turned), ".#..");
    EXPECT_EQ(turned.colour.cols, height);
    EXPECT_NEAR(turned.dpi, 40, 0.01);
    cv::Mat clear(height, width, CV_8UC4, cv::Scalar(0, 0, 0, 0));
    clear(cv::Rect(0, 0, width / 2, height / 2)).setTo(cv::Scalar(0, 0, 0, 255));
    EXPECT_EQ(quarters(decoded(drawing::encoded(".webp", clear, {cv::IMWRITE_WEBP_QUALITY, 101}))), "#...");
}

TEST(Formats, ResolutionIsReadFromPngAndJpeg)
{
    drawing::PngPage png{width, height, PNG_COLOR_TYPE_GRAY, 8, std::vector<std::uint8_t>(width * height, 255)};
    png.dpi = 40;
    EXPECT_NEAR(decoded(pngOf(png)).dpi, 40, 0.1);
    auto jpeg = drawing::encoded(".jpg", pattern());
    jpeg[13] = 2; // JFIF: dots a centimetre
    jpeg[15] = jpeg[17] = 16;
    EXPECT_NEAR(decoded(jpeg).dpi, 40.64, 0.01);
}

TEST(Formats, PicturesBeyondTheLimitsAreReducedWhileTheyAreDecoded)
{
    const Limits limits{width * height / 2, 1000};
    TiffPage fax = with(tiffPage(1, {1}, {0}), 0, 4);
    fax.rowsPerStrip = height;
    for (const auto& bytes :
        {tiffOf({fax}), drawing::encoded(".png", pattern()), drawing::encoded(".jpg", pattern())}) {
        const auto header = readHeaders(bytes).front();
        const Picture picture = decode(bytes, header, limits);
        EXPECT_EQ(picture.colour.size(), cv::Size(width / 2, height / 2));
        EXPECT_EQ(quarters(picture), "#...");
        EXPECT_NEAR(picture.widthMm(), pageSizeOf(header).widthMm, 0.1);
    }
}

TEST(Formats, AReducedPictureIsTheAverageOfTheStoredOneAlsoWhereItsEdgeIsCut)
{
    cv::Mat page(5, 5, CV_8UC3);
    cv::randu(page, 0, 256);
    const auto bytes = drawing::encoded(".png", page);
    const cv::Mat reduced = decode(bytes, readHeaders(bytes).front(), {9, 1000}).colour;
    ASSERT_EQ(reduced.size(), cv::Size(3, 3));
    EXPECT_LE(cv::norm(cv::mean(page(cv::Rect(2, 2, 2, 2))) - cv::Scalar(reduced.at<cv::Vec3b>(1, 1))), 1);
    EXPECT_EQ(reduced.at<cv::Vec3b>(2, 2), page.at<cv::Vec3b>(4, 4));
}

} // namespace
} // namespace vidimus::scan
