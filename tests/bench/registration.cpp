// bench_registration EXEMPLAR.json… -- PICTURE…: lays each picture onto each exemplar, ungated, and prints a line a
// pair: exemplar, picture, page's size, matches, inliers, share, spread, scale, turn, whether it is told as registered,
// the milliseconds for key points and for the fit; and, where PICTURE.truth.json stands beside both, how far the boxes
// land from the truth. The figures behind the gate of plugins/readers/scan/registration.cpp.
#include "scan/registration.hpp"
#include "profiles/exemplar.hpp"
#include "scan/key_points.hpp"
#include "scan/page_reader.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using namespace vidimus;

struct Raw {
    std::string name;
    std::vector<vidimus_key_point_t> points;
    vidimus_exemplar_t exemplar{};
};

Raw rawOf(const profiles::Exemplar& exemplar)
{
    Raw raw;
    raw.name = std::filesystem::path(exemplar.file).stem();
    for (const KeyPoint& point : exemplar.print.points) {
        vidimus_key_point_t& one = raw.points.emplace_back();
        one.x_mm = point.at.x.value;
        one.y_mm = point.at.y.value;
        one.angle_deg = point.angle.value;
        one.level = point.level;
        std::copy(point.descriptor.begin(), point.descriptor.end(), one.descriptor);
    }
    raw.exemplar = {exemplar.print.width.value, exemplar.print.height.value, nullptr, raw.points.size(), nullptr, 0};
    return raw;
}

double millisecondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void layOnto(const std::vector<Raw>& all, const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(stream), {}};
    const auto picture
        = std::make_shared<scan::Picture>(scan::decode(bytes, scan::readHeaders(bytes).at(0), scan::Limits{}));
    std::uint32_t part = 0;
    for (const scan::Layout& layout : scan::layOut(*picture)) {
        const scan::PreparedPicture page(picture, layout.part, layout.across);
        page.plane(scan::Plane::Text); // prepared for reading in any case
        auto start = std::chrono::steady_clock::now();
        const auto points = scan::keyPointsOf(page, scan::ofPage);
        const double found = millisecondsSince(start);
        for (const Raw& raw : all) {
            vidimus_exemplar_t exemplar = raw.exemplar;
            exemplar.points = raw.points.data();
            start = std::chrono::steady_clock::now();
            const auto fit = scan::fitted(exemplar, points);
            const double fitting = millisecondsSince(start);
            const auto m = fit ? fit->toPage : cv::Matx33d::eye();
            std::printf(
                "%s %s part %u %.0fx%.0f points %zu matches %d inliers %d share %.3f spread %.2f scale %.3f turn "
                "%.2f told %d ms %.0f %.0f map",
                raw.name.c_str(), std::filesystem::path(file).filename().c_str(), part, page.widthMm(), page.heightMm(),
                points.size(), fit ? fit->matches : 0, fit ? fit->inliers : 0, fit ? fit->share : 0,
                fit ? fit->spread : 0, std::sqrt(std::abs(m(0, 0) * m(1, 1) - m(0, 1) * m(1, 0))),
                std::atan2(m(1, 0), m(0, 0)) * 180 / CV_PI, fit && scan::isPlausible(*fit, exemplar) ? 1 : 0, found,
                fitting);
            const auto toAcquired = page.description().to_acquired;
            const cv::Matx33d whole = cv::Matx33d(toAcquired.m) * m;
            for (const double value : whole.val)
                std::printf(" %.9g", value);
            std::printf("\n");
        }
        ++part;
    }
}

} // namespace

int main(int argc, char** argv)
{
    cv::setNumThreads(1);
    std::vector<Raw> exemplars;
    int at = 1;
    for (; at < argc && std::string_view(argv[at]) != "--"; ++at) {
        const auto exemplar = profiles::readExemplar(argv[at]);
        if (!exemplar) {
            std::fprintf(stderr, "%s\n", exemplar.error().message.c_str());
            return 1;
        }
        exemplars.push_back(rawOf(*exemplar));
    }
    for (++at; at < argc; ++at)
        layOnto(exemplars, argv[at]);
}
