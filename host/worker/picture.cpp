#include "worker/picture.hpp"

#include "plugin_host/wire/sealed_bytes.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace vidimus::worker {

bool isPicture(const vidimus_image_t& image)
{
    const bool format = image.format == VIDIMUS_GREY8 || image.format == VIDIMUS_RGB8;
    return format && image.pixels && image.width > 0 && image.height > 0
        && image.stride >= static_cast<std::uint64_t>(image.width) * static_cast<std::uint64_t>(image.format)
        && std::isfinite(image.dpi) && image.dpi >= 0 && image.dpi < 100'000;
}

Result<nlohmann::json> handOver(const vidimus_image_t& image, const wire::Limits& limits, ChildLink& link)
{
    if (!isPicture(image))
        return Error{ErrorKind::Malformed, "the reader gave something that is no picture", "worker"};
    const auto rows = static_cast<std::uint64_t>(image.height);
    if (image.width > limits.side || image.height > limits.side || image.width * rows > limits.pixels)
        return Error{ErrorKind::TooLarge, "the page's picture is larger than the limit", "worker"};
    const auto channels = static_cast<std::uint64_t>(image.format);
    const std::uint64_t rowBytes = image.width * channels;
    const auto buffer = link.buffer(rowBytes * rows);
    if (!buffer)
        return buffer.error();
    const bool packed = image.stride == rowBytes;
    for (std::uint64_t row = 0; row < (packed ? 1 : rows); ++row) {
        const auto written = wire::writeAt(
            buffer->get(), {image.pixels + row * image.stride, packed ? rowBytes * rows : rowBytes}, row * rowBytes);
        if (!written)
            return written.error();
    }
    return nlohmann::json{{"width", image.width}, {"height", image.height}, {"channels", channels}, {"dpi", image.dpi}};
}

} // namespace vidimus::worker
