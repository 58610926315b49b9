#include "scan_reader.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vidimus::scan {

namespace {
// Pages whose pixels are kept: the passes of one page come together, those of its reverse soon after.
constexpr std::size_t keptPages = 2;

Limits hostLimits()
{
    const auto& host = sdk::Host::instance();
    return {host.pixelLimit(), host.sideLimit()};
}

class ScanSession : public sdk::Session {
public:
    explicit ScanSession(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
        , m_headers(readHeaders(bytes))
    {
    }

    std::uint32_t pageCount() override { return static_cast<std::uint32_t>(m_headers.size()); }

    vidimus_page_info_t pageInfo(std::uint32_t page) override
    {
        const PageSize size = pageSizeOf(header(page));
        return {size.widthMm, size.heightMm, size.dpi, size.assumed, 0};
    }

    vidimus_image_t pageImage(std::uint32_t page, double dpi) override
    {
        const Picture& picture = reader(page).picture();
        const double scale = dpi > 0 ? std::min(1.0, dpi / picture.dpi) : 1.0;
        cv::resize(picture.colour, m_shown, {}, scale, scale, cv::INTER_AREA);
        cv::cvtColor(m_shown, m_shown, cv::COLOR_BGR2RGB);
        return {m_shown.data, static_cast<std::uint32_t>(m_shown.cols), static_cast<std::uint32_t>(m_shown.rows),
            m_shown.step[0], VIDIMUS_RGB8, picture.dpi * scale};
    }

    void run(const sdk::PassRequest& request, sdk::PassSink& sink) override
    {
        if (request.what != "facts") {
            reader(request.page).run(request, sink);
            return;
        }
        for (std::uint32_t page = 0; page < pageCount(); ++page) {
            sdk::Host::instance().throwIfCancelled();
            reader(page).run(request, sink);
            sdk::Host::instance().progress((page + 1.0) / pageCount());
        }
    }

private:
    const PictureHeader& header(std::uint32_t page) const
    {
        if (page >= m_headers.size())
            throw sdk::Failure(VIDIMUS_UNSUPPORTED, "the file has no such page");
        return m_headers[page];
    }

    PageReader& reader(std::uint32_t page)
    {
        const auto kept = std::find_if(m_kept.begin(), m_kept.end(), [&](const auto& k) { return k.first == page; });
        if (kept != m_kept.end())
            return *kept->second;
        Picture picture = decode(m_bytes, header(page), hostLimits());
        if (m_kept.size() >= keptPages)
            m_kept.pop_front();
        return *m_kept.emplace_back(page, std::make_unique<PageReader>(std::move(picture), page)).second;
    }

    std::span<const std::uint8_t> m_bytes;
    std::vector<PictureHeader> m_headers;
    std::deque<std::pair<std::uint32_t, std::unique_ptr<PageReader>>> m_kept;
    cv::Mat m_shown;
};

cv::Mat colourOf(const vidimus_image_t& image)
{
    const bool grey = image.format == VIDIMUS_GREY8;
    const cv::Mat raw(static_cast<int>(image.height), static_cast<int>(image.width), grey ? CV_8UC1 : CV_8UC3,
        const_cast<std::uint8_t*>(image.pixels), image.stride);
    cv::Mat colour;
    cv::cvtColor(raw, colour, grey ? cv::COLOR_GRAY2BGR : cv::COLOR_RGB2BGR);
    return colour;
}

/// FNV-1a over every eleventh byte of each row: tells two drawings of a page apart.
std::uint64_t digestOf(const vidimus_image_t& image)
{
    std::uint64_t digest = 0xcbf29ce484222325;
    const auto mix = [&](std::uint64_t value) { digest = (digest ^ value) * 0x100000001b3; };
    mix(image.width);
    mix(image.height);
    const std::uint64_t row = static_cast<std::uint64_t>(image.width) * static_cast<std::uint64_t>(image.format);
    for (std::uint32_t y = 0; y < image.height; ++y)
        for (std::uint64_t x = y % 11; x < row; x += 11)
            mix(image.pixels[y * image.stride + x]);
    return digest;
}
} // namespace

std::vector<std::string> ScanReader::mediaTypes() const
{
    return {"image/png", "image/jpeg", "image/tiff", "image/webp", "image/bmp"};
}

std::unique_ptr<sdk::Session> ScanReader::open(
    std::span<const std::uint8_t> bytes, std::string_view, const std::vector<std::string>&)
{
    return std::make_unique<ScanSession>(bytes);
}

void ScanImageReader::run(
    const vidimus_image_t& image, std::uint32_t page, const sdk::PassRequest& request, sdk::PassSink& sink)
{
    if (!image.pixels || image.width == 0 || image.height == 0)
        throw sdk::Failure(VIDIMUS_MALFORMED, "the page picture is empty");
    const std::uint64_t digest = digestOf(image);
    auto kept = std::find_if(
        m_kept.begin(), m_kept.end(), [&](const Kept& k) { return k.page == page && k.pixels == digest; });
    if (kept == m_kept.end()) {
        if (m_kept.size() >= keptPages)
            m_kept.pop_front();
        m_kept.push_back({page, digest, std::make_unique<PageReader>(pictureOf(colourOf(image), image.dpi), page)});
        kept = m_kept.end() - 1;
    }
    kept->reader->run(request, sink);
}

} // namespace vidimus::scan
