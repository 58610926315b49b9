#include "specimen/degrade.hpp"

#include <opencv2/calib3d.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cassert>
#include <cmath>

namespace vidimus::specimen::degrade {
namespace {

/// Pixels (centres at half) of millimetres.
cv::Matx33d scaling(double factor)
{
    return {factor, 0, 0, 0, factor, 0, 0, 0, 1};
}

double pixelsPerMm(const Acquired& page)
{
    return page.dpi.value / millimetresPerInch;
}

/// Follows with a map given in pixel edges: (0, 0) is the top left corner of the first pixel, as in millimetres.
void follow(Acquired& page, const cv::Matx33d& edges, Dpi after)
{
    const cv::Matx33d before(page.fromPage.m.data());
    const cv::Matx33d total = scaling(millimetresPerInch / after.value) * edges * scaling(pixelsPerMm(page)) * before;
    for (int i = 0; i < 9; ++i)
        page.fromPage.m[static_cast<std::size_t>(i)] = total.val[i] / total.val[8];
    page.dpi = after;
}

/// OpenCV counts from pixel centres: moves a map of edges over.
cv::Matx33d forWarp(const cv::Matx33d& edges)
{
    const cv::Matx33d half(1, 0, 0.5, 0, 1, 0.5, 0, 0, 1), back(1, 0, -0.5, 0, 1, -0.5, 0, 0, 1);
    return back * edges * half;
}

void warp(Acquired& page, const cv::Matx33d& edges, cv::Size size, const cv::Scalar& around)
{
    cv::Mat turned;
    cv::warpPerspective(page.pixels, turned, forWarp(edges), size, cv::INTER_CUBIC, cv::BORDER_CONSTANT, around);
    page.pixels = turned;
    follow(page, edges, page.dpi);
}

cv::Mat desk(cv::Size size, cv::RNG& random)
{
    cv::Mat grain(size.height / 8 + 1, size.width / 64 + 1, CV_8UC1), large;
    random.fill(grain, cv::RNG::NORMAL, 70, 14);
    cv::resize(grain, large, size, 0, 0, cv::INTER_CUBIC);
    cv::Mat wood;
    cv::merge(std::vector<cv::Mat>{large * 0.62, large * 0.82, large}, wood);
    return wood;
}

/// White where the picture shows paper. The corners lose a tenth of a millimetre more than the paper does, or the white
/// of the page beside them, softened, would show as a rim.
cv::Mat paperMask(const Acquired& page)
{
    if (page.corners.value <= 0)
        return {page.pixels.size(), CV_8UC1, cv::Scalar(255)};
    const int w = page.pixels.cols, h = page.pixels.rows;
    const int r = static_cast<int>(std::lround((page.corners.value + 0.25) * pixelsPerMm(page)));
    cv::Mat mask(page.pixels.size(), CV_8UC1, cv::Scalar(0));
    mask(cv::Rect(r, 0, w - 2 * r, h)).setTo(255);
    mask(cv::Rect(0, r, w, h - 2 * r)).setTo(255);
    for (const cv::Point centre : {cv::Point(r, r), {w - 1 - r, r}, {w - 1 - r, h - 1 - r}, {r, h - 1 - r}})
        cv::circle(mask, centre, r, cv::Scalar(255), cv::FILLED, cv::LINE_AA);
    return mask;
}

} // namespace

void soften(Acquired& page, double sigmaMm)
{
    cv::GaussianBlur(page.pixels, page.pixels, {}, sigmaMm * pixelsPerMm(page));
}

void turn(Acquired& page, double degrees, int paper)
{
    const double angle = degrees / 180 * CV_PI, c = std::cos(angle), s = std::sin(angle);
    const double x = page.pixels.cols / 2.0, y = page.pixels.rows / 2.0;
    const cv::Matx33d edges(c, -s, x - c * x + s * y, s, c, y - s * x - c * y, 0, 0, 1);
    warp(page, edges, page.pixels.size(), cv::Scalar::all(paper));
    page.corners = {};
}

void layOnBed(Acquired& page, Random& random)
{
    const double scale = pixelsPerMm(page);
    if (page.pixels.cols / scale > 140 && page.pixels.rows / scale > 100)
        return;
    const int left = static_cast<int>(random.real(8, 16) * scale), top = static_cast<int>(random.real(8, 16) * scale);
    const int right = static_cast<int>(random.real(8, 16) * scale),
              bottom = static_cast<int>(random.real(8, 16) * scale);
    cv::copyMakeBorder(page.pixels, page.pixels, top, bottom, left, right, cv::BORDER_CONSTANT, cv::Scalar::all(248));
    follow(page, {1, 0, static_cast<double>(left), 0, 1, static_cast<double>(top), 0, 0, 1}, page.dpi);
    page.corners = {};
}

void shade(Acquired& page, Random& random, double darkest)
{
    const double angle = random.real(0, 2 * CV_PI), dx = std::cos(angle), dy = std::sin(angle);
    const double blotchX = random.real(0.2, 0.8), blotchY = random.real(0.2, 0.8);
    cv::Mat light(64, 64, CV_32FC3);
    for (int y = 0; y < light.rows; ++y)
        for (int x = 0; x < light.cols; ++x) {
            const double u = x / 63.0, v = y / 63.0;
            const double slope = 0.5 + 0.5 * ((u - 0.5) * dx + (v - 0.5) * dy) * 1.4;
            const double spot = std::exp(-((u - blotchX) * (u - blotchX) + (v - blotchY) * (v - blotchY)) / 0.06);
            const double level = std::min(1.0, darkest + (1 - darkest) * slope * 1.1) - 0.08 * spot;
            // Lamps are a little warmer than the paper's white.
            light.at<cv::Vec3f>(y, x)
                = {static_cast<float>(level * 0.95), static_cast<float>(level * 0.985), static_cast<float>(level)};
        }
    cv::Mat full, lit;
    cv::resize(light, full, page.pixels.size(), 0, 0, cv::INTER_CUBIC);
    page.pixels.convertTo(lit, CV_32FC3);
    cv::multiply(lit, full, lit);
    lit.convertTo(page.pixels, CV_8UC3);
}

void addNoise(Acquired& page, double sigma, std::uint64_t seed)
{
    cv::RNG random(seed);
    cv::Mat grain(page.pixels.size(), CV_16SC3), sum;
    random.fill(grain, cv::RNG::NORMAL, 0, sigma);
    page.pixels.convertTo(sum, CV_16SC3);
    sum += grain;
    sum.convertTo(page.pixels, CV_8UC3);
}

void resample(Acquired& page, Dpi dpi)
{
    const double factor = dpi.value / page.dpi.value;
    const cv::Size size(static_cast<int>(std::lround(page.pixels.cols * factor)),
        static_cast<int>(std::lround(page.pixels.rows * factor)));
    const double fx = static_cast<double>(size.width) / page.pixels.cols,
                 fy = static_cast<double>(size.height) / page.pixels.rows;
    cv::resize(page.pixels, page.pixels, size, 0, 0, factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    follow(page, {fx, 0, 0, 0, fy, 0, 0, 0, 1}, dpi);
}

void throughJpeg(Acquired& page, int quality)
{
    std::vector<unsigned char> bytes;
    const bool encoded = cv::imencode(".jpg", page.pixels, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    assert(encoded);
    static_cast<void>(encoded);
    page.pixels = cv::imdecode(bytes, cv::IMREAD_COLOR);
}

void addGlare(Acquired& page, Random& random)
{
    const double w = page.pixels.cols, h = page.pixels.rows;
    cv::Mat spot(page.pixels.size(), CV_8UC1, cv::Scalar(0)), three;
    const cv::Point middle(static_cast<int>(w * random.real(0.4, 0.6)), static_cast<int>(h * random.real(0.4, 0.6)));
    const cv::Size axes(static_cast<int>(w * random.real(0.26, 0.32)), static_cast<int>(h * random.real(0.20, 0.26)));
    cv::ellipse(spot, middle, axes, random.real(-30, 30), 0, 360, cv::Scalar(255), cv::FILLED);
    cv::GaussianBlur(spot, spot, {}, 0.02 * w);
    cv::cvtColor(spot, three, cv::COLOR_GRAY2BGR);
    // A saturated sensor shows nothing below the light.
    cv::add(page.pixels, three, page.pixels);
}

void cutSide(Acquired& page, double share)
{
    const int width = static_cast<int>(page.pixels.cols * (1 - share));
    page.pixels = page.pixels(cv::Rect(0, 0, width, page.pixels.rows)).clone();
    page.corners = {};
}

void photographOnDesk(Acquired& page, Random& random)
{
    const float w = static_cast<float>(page.pixels.cols), h = static_cast<float>(page.pixels.rows);
    const float margin = 0.07F * std::max(w, h), reach = 0.045F * std::min(w, h);
    const cv::Size size(static_cast<int>(w + 2 * margin), static_cast<int>(h + 2 * margin));
    const auto corner = [&](float x, float y) {
        return cv::Point2f(margin + x + static_cast<float>(random.real(-1, 1)) * reach,
            margin + y + static_cast<float>(random.real(-1, 1)) * reach);
    };
    const std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), {w, 0}, {w, h}, {0, h}};
    const std::array<cv::Point2f, 4> to{corner(0, 0), corner(w, 0), corner(w, h), corner(0, h)};
    const cv::Matx33d edges = cv::getPerspectiveTransform(from.data(), to.data());
    cv::RNG grain(random.next());
    cv::Mat frame = desk(size, grain), warpedMask, shadow;
    cv::warpPerspective(paperMask(page), warpedMask, forWarp(edges), size, cv::INTER_LINEAR);
    const double throwMm = random.real(1, 2.5) * pixelsPerMm(page);
    const cv::Matx23d aside(1, 0, throwMm, 0, 1, throwMm);
    cv::warpAffine(warpedMask, shadow, aside, size);
    cv::GaussianBlur(shadow, shadow, {}, throwMm);
    cv::Mat dark = frame * 0.5;
    cv::Mat three;
    cv::cvtColor(shadow, three, cv::COLOR_GRAY2BGR);
    cv::Mat mixed = frame.mul(cv::Scalar::all(255) - three, 1 / 255.0) + dark.mul(three, 1 / 255.0);
    warp(page, edges, size, cv::Scalar::all(255));
    page.pixels.copyTo(mixed, warpedMask > 127);
    page.pixels = mixed;
    page.corners = {};
}

} // namespace vidimus::specimen::degrade
