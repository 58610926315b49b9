#include "budget.hpp"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <filesystem>

namespace vidimus::bench {

namespace {
constexpr double margin = 4; ///< mm round the field, so that its label and its neighbours are seen

cv::Mat cutOf(const Misread& misread)
{
    const cv::Mat page = cv::imread(misread.specimen->file.string(), cv::IMREAD_COLOR);
    if (page.empty() || misread.specimen->widthMm <= 0)
        return {};
    const double pixels = page.cols / misread.specimen->widthMm; // a millimetre
    const auto [x, y, width, height] = misread.wanted.regionMm;
    const cv::Rect2d place(
        (x - margin) * pixels, (y - margin) * pixels, (width + 2 * margin) * pixels, (height + 2 * margin) * pixels);
    const cv::Rect within = cv::Rect(place) & cv::Rect(0, 0, page.cols, page.rows);
    return within.empty() ? cv::Mat() : page(within);
}
} // namespace

bool writeCuts(const std::vector<Misread>& misreads, const std::string& folder)
{
    std::filesystem::create_directories(folder);
    return std::ranges::all_of(misreads, [&](const Misread& misread) {
        const cv::Mat cut = cutOf(misread);
        const std::string lang = misread.wanted.lang.empty() ? "" : "@" + misread.wanted.lang;
        const std::string name = misread.specimen->file.filename().string() + "-" + misread.wanted.id + lang + ".png";
        return !cut.empty() && cv::imwrite((std::filesystem::path(folder) / name).string(), cut);
    });
}

} // namespace vidimus::bench
