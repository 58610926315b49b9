#include "paper_rows.hpp"

#include <algorithm>

namespace vidimus::scan {

namespace {
std::uint8_t onWhite(unsigned value, unsigned alpha, PaperRows::Alpha kind)
{
    if (alpha == 255)
        return static_cast<std::uint8_t>(value);
    const unsigned weighed = kind == PaperRows::Alpha::Premultiplied ? value : (value * alpha + 127) / 255;
    return static_cast<std::uint8_t>(std::min(255U, weighed + 255 - alpha));
}
} // namespace

PaperRows::PaperRows(int width, int height, int reduction, Alpha alpha)
    : m_width(width)
    , m_height(height)
    , m_reduction(reduction)
    , m_alpha(alpha)
    , m_picture((height + reduction - 1) / reduction, (width + reduction - 1) / reduction, CV_8UC3)
    , m_sums(reduction > 1 ? static_cast<std::size_t>(m_picture.cols) * 3 : 0)
{
}

void PaperRows::add(const std::uint8_t* rgba)
{
    if (complete())
        return;
    if (m_reduction == 1) {
        std::uint8_t* bgr = m_picture.ptr<std::uint8_t>(m_row++);
        for (int x = 0; x < m_width; ++x, rgba += 4, bgr += 3)
            for (int c = 0; c < 3; ++c)
                bgr[c] = onWhite(rgba[2 - c], rgba[3], m_alpha);
        return;
    }
    std::uint32_t* sum = m_sums.data();
    for (int x = 0; x < m_width; ++x, rgba += 4) {
        for (int c = 0; c < 3; ++c)
            sum[c] += onWhite(rgba[2 - c], rgba[3], m_alpha);
        if ((x + 1) % m_reduction == 0)
            sum += 3;
    }
    if (++m_row % m_reduction == 0 || complete())
        finishRow();
}

void PaperRows::finishRow()
{
    const int y = (m_row - 1) / m_reduction;
    const int rows = m_row - y * m_reduction; // the last row and column of squares may be cut
    std::uint8_t* bgr = m_picture.ptr<std::uint8_t>(y);
    for (int x = 0; x < m_picture.cols; ++x) {
        const auto count = static_cast<std::uint32_t>(rows * std::min(m_reduction, m_width - x * m_reduction));
        for (int c = 0; c < 3; ++c)
            *bgr++ = static_cast<std::uint8_t>((m_sums[static_cast<std::size_t>(3 * x + c)] + count / 2) / count);
    }
    std::fill(m_sums.begin(), m_sums.end(), 0);
}

} // namespace vidimus::scan
