#include "tiff_writing.hpp"

#include <tiffio.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace vidimus::scan::drawing {

namespace {
void describe(TIFF* file, const TiffPage& page)
{
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, page.width);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, page.height);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, page.bits);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, page.samples);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, page.photometric);
    TIFFSetField(file, TIFFTAG_COMPRESSION, page.compression);
    TIFFSetField(file, TIFFTAG_ORIENTATION, page.orientation);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, page.planes ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, page.rowsPerStrip);
    TIFFSetField(file, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    TIFFSetField(file, TIFFTAG_XRESOLUTION, page.dpiX);
    TIFFSetField(file, TIFFTAG_YRESOLUTION, page.dpiY);
    if (page.extra != 0)
        TIFFSetField(file, TIFFTAG_EXTRASAMPLES, 1, &page.extra);
    if (page.compression == COMPRESSION_JPEG && page.photometric == PHOTOMETRIC_YCBCR)
        TIFFSetField(file, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
}

void writeRows(TIFF* file, const TiffPage& page)
{
    const std::uint16_t planes = page.planes ? page.samples : 1;
    const std::size_t row = (std::size_t{page.width} * page.bits * (page.planes ? 1 : page.samples) + 7) / 8;
    std::vector<std::uint8_t> copy = page.rows; // libtiff may swap in place
    for (std::uint16_t plane = 0; plane < planes; ++plane)
        for (std::uint32_t y = 0; y < page.height; ++y)
            if (TIFFWriteScanline(file, copy.data() + (std::size_t{plane} * page.height + y) * row, y, plane) != 1)
                throw std::runtime_error("libtiff does not write this row");
}
} // namespace

std::vector<std::uint8_t> tiffOf(const std::vector<TiffPage>& pages)
{
    const auto path = std::filesystem::temp_directory_path() / ("vidimus-scan-" + std::to_string(::getpid()) + ".tif");
    TIFF* file = TIFFOpen(path.c_str(), "w");
    if (!file)
        throw std::runtime_error("libtiff does not open " + path.string());
    for (const TiffPage& page : pages) {
        describe(file, page);
        writeRows(file, page);
        TIFFWriteDirectory(file);
    }
    TIFFClose(file);
    std::ifstream stream(path, std::ios::binary);
    std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(stream), {}};
    std::filesystem::remove(path);
    return bytes;
}

} // namespace vidimus::scan::drawing
