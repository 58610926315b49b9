#pragma once
#include <vidimus/plugin.hpp>

namespace vidimus::codes {

/// Answers the pass "codes" on a picture: barcodes and machine-readable zones, placed in millimetres of that picture;
/// the passes "barcodes" and "zones" with the one or the other alone.
class CodesReader : public sdk::ImageReader {
public:
    std::string id() const override { return "vidimus.codes"; }
    void run(const vidimus_image_t& image, std::uint32_t page, const sdk::PassRequest& request,
        sdk::PassSink& sink) override;
};

} // namespace vidimus::codes
