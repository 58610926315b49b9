#include "paper_rows.hpp"
#include "pixel_formats.hpp"

#include <vidimus/plugin.hpp>

#include <csetjmp>
#include <cstring>
#include <memory>
#include <png.h>

namespace vidimus::scan {

namespace {
struct Unread {
    std::span<const std::uint8_t> bytes;
};

void readBytes(png_structp png, png_bytep into, std::size_t count)
{
    auto& unread = *static_cast<Unread*>(png_get_io_ptr(png));
    if (count > unread.bytes.size())
        png_error(png, "the file ends too early");
    std::memcpy(into, unread.bytes.data(), count);
    unread.bytes = unread.bytes.subspan(count);
}

[[noreturn]] void leave(png_structp png, png_const_charp)
{
    png_longjmp(png, 1);
}

void ignore(png_structp, png_const_charp) { }

/// Whatever is stored comes out as rows of four bytes a pixel.
void askForRgba(png_structp png)
{
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
}

// Nothing in these two may need a destructor: errors of libpng jump out of them.
void readRows(png_structp png, png_infop info, PaperRows& rows, std::vector<std::uint8_t>& buffer)
{
    png_read_info(png, info);
    askForRgba(png);
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    const std::size_t stride = png_get_rowbytes(png, info), height = png_get_image_height(png, info);
    // The passes of an interlaced picture lie over one another.
    buffer.resize(passes > 1 ? stride * height : stride);
    for (int pass = 0; pass < passes; ++pass)
        for (std::size_t y = 0; y < height; ++y) {
            std::uint8_t* row = buffer.data() + (passes > 1 ? y * stride : 0);
            png_read_row(png, row, nullptr);
            if (pass + 1 == passes)
                rows.add(row);
        }
    png_read_end(png, nullptr);
}

bool triedRows(png_structp png, png_infop info, PaperRows& rows, std::vector<std::uint8_t>& buffer)
{
    if (setjmp(png_jmpbuf(png)) != 0)
        return false;
    readRows(png, info, rows, buffer);
    return true;
}
} // namespace

cv::Mat decodePng(std::span<const std::uint8_t> bytes, const PictureHeader& header, int reduction)
{
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, &leave, &ignore);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    const auto destroy = [&info](png_struct* made) { png_destroy_read_struct(&made, &info, nullptr); };
    const std::unique_ptr<png_struct, decltype(destroy)> owner(png, destroy);
    if (!info)
        throw std::bad_alloc();
    Unread unread{bytes};
    png_set_read_fn(png, &unread, &readBytes);
    PaperRows rows(
        static_cast<int>(header.width), static_cast<int>(header.height), reduction, PaperRows::Alpha::Straight);
    std::vector<std::uint8_t> buffer;
    if (!triedRows(png, info, rows, buffer) || !rows.complete())
        throw sdk::Failure(VIDIMUS_MALFORMED, "the PNG picture cannot be decoded");
    return rows.picture();
}

} // namespace vidimus::scan
