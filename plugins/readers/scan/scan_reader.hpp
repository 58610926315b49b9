#pragma once
#include "page_reader.hpp"

#include <vidimus/plugin.hpp>

#include <deque>

namespace vidimus::scan {

/// Scanned pages: PNG, JPEG, TIFF with its pages, WebP, BMP.
///
/// The page as acquired is what an ordinary viewer shows, and what pageImage draws: the orientation that the file
/// declares (EXIF, TIFF tag 274) is applied before anything is measured. So all regions, pageInfo's size and the
/// picture on screen agree, and pageInfo's rotation is 0; a turn that only the text tells stands in the prepared page.
class ScanReader : public sdk::Reader {
public:
    std::string id() const override { return "vidimus.scan"; }
    std::vector<std::string> mediaTypes() const override;
    std::vector<std::string> passes() const override
    {
        return {"text", "codes", "marks", "facts", "registration", "key-points"};
    }
    std::unique_ptr<sdk::Session> open(std::span<const std::uint8_t> bytes, std::string_view mediaType,
        const std::vector<std::string>& passwords) override;
};

/// The same passes on a page that another reader drew.
class ScanImageReader : public sdk::ImageReader {
public:
    std::string id() const override { return "vidimus.scan"; }
    void run(const vidimus_image_t& image, std::uint32_t page, const sdk::PassRequest& request,
        sdk::PassSink& sink) override;

private:
    struct Kept {
        std::uint32_t page;
        std::uint64_t pixels; ///< digest of what was handed in
        std::unique_ptr<PageReader> reader;
    };
    std::deque<Kept> m_kept;
};

} // namespace vidimus::scan
