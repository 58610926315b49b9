#pragma once
#include <opencv2/core.hpp>

#include <cstdint>
#include <vector>

namespace vidimus::scan {

/// Puts a picture together row by row: laid on white where it is transparent, and reduced on the way, so that the
/// stored pixels never stand in memory as a whole.
class PaperRows {
public:
    enum class Alpha { Straight, Premultiplied };

    /// \param width, height stored pixels; \param reduction side of the square whose average becomes one pixel
    PaperRows(int width, int height, int reduction, Alpha alpha);

    /// The next row. \param rgba width * 4 bytes. Rows after the last are ignored.
    void add(const std::uint8_t* rgba);
    bool complete() const { return m_row == m_height; }
    /// CV_8UC3, blue green red
    const cv::Mat& picture() const { return m_picture; }

private:
    void finishRow();

    int m_width, m_height, m_reduction, m_row = 0;
    Alpha m_alpha;
    cv::Mat m_picture;
    std::vector<std::uint32_t> m_sums; ///< of the squares under way, blue green red
};

} // namespace vidimus::scan
