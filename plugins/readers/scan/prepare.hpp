#pragma once
#include "geometry.hpp"
#include "page_finder.hpp"
#include "picture.hpp"

#include <opencv2/core.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace vidimus::scan {

/// Which view on a prepared page's pixels. Print that is lighter than its ground is turned over in those that are read:
/// black on white.
enum class Plane {
    Text, ///< red channel (a red seal vanishes there), background divided away: what is read by default
    Red, ///< red channel
    Grey, ///< luminance
    Luminance, ///< as it was taken, nothing turned over: what a page's quality is measured on
    Ink, ///< darkest of the three channels, background divided away: shows what is printed in red
};

/// A paper made flat and upright. Its pixels are drawn from the page as acquired in one step when they are asked for.
class PreparedPicture {
public:
    /// \param acquired outlives this. \param turn clockwise quarter turns and skew, in degrees, that the text lines
    /// show.
    PreparedPicture(std::shared_ptr<const Picture> acquired, const FoundPart& part, double textDirection);

    double dpi() const { return m_dpi; }
    cv::Size size() const { return m_size; } ///< pixels
    double widthMm() const { return m_size.width * 25.4 / m_dpi; }
    double heightMm() const { return m_size.height * 25.4 / m_dpi; }
    /// Clockwise turn that made it upright, degrees, -180..180.
    double turned() const { return m_turned; }
    const cv::Matx33d& toAcquiredPixels() const { return m_toAcquired; }
    vidimus_prepared_page_t description() const;
    /// A box in prepared pixels as a quad in millimetres on the page as acquired.
    Quad onAcquired(const cv::Rect2d& box) const;
    double acquiredDpi() const { return m_acquired->dpi; }
    /// Resolution at which the page was really taken, seen from the prepared page.
    double nativeDpi() const { return m_nativeDpi; }

    /// Was it found as a paper of its own, all corners inside the picture?
    bool ofPaper() const { return m_ofPaper; }

    /// Is it the acquired picture itself, pixel for pixel?
    bool asAcquired() const;

    const cv::Mat& plane(Plane which) const;
    /// All planes are taken from it: one drawing of three channels costs less than one of each plane.
    const cv::Mat& colour() const;
    /// In colour, so small that its longer side has that many pixels at most.
    cv::Mat sketch(int longestSide) const;

private:
    /// Draws over a plane what is printed light on a dark ground, as black on white.
    cv::Mat withReversedPrint(cv::Mat plane) const;

    std::shared_ptr<const Picture> m_acquired;
    bool m_ofPaper = false;
    double m_dpi = 300, m_turned = 0, m_nativeDpi = 300;
    cv::Size m_size;
    cv::Matx33d m_toAcquired; ///< prepared pixels -> acquired pixels
    mutable cv::Mat m_colour, m_planes[5];

    struct Patch {
        cv::Rect box; ///< prepared pixels
        cv::Mat print, ground, rim;
    };
    const std::vector<Patch>& reversedPrint() const;
    mutable std::optional<std::vector<Patch>> m_reversed;
};

/// A paper on the page before its orientation is decided.
struct Layout {
    FoundPart part;
    double across = 0, down = 0; ///< direction of lines that run to the right, downwards: degrees, with the skew
    bool likelyDown = false; ///< the profile says that lines run downwards
};

/// Papers and skews of a page: cheap, no text is read.
std::vector<Layout> layOut(const Picture& acquired);

} // namespace vidimus::scan
