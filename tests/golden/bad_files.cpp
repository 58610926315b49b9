#include "golden/bad_files.hpp"

#include <cstdio>
#include <fstream>
#include <png.h>
#include <stdexcept>
#include <vector>

namespace vidimus::golden {

std::string pdfOfPages(std::size_t count)
{
    std::string pdf = "%PDF-1.4\n", kids;
    std::vector<std::size_t> offsets;
    const auto object = [&](const std::string& body) {
        offsets.push_back(pdf.size());
        pdf += std::to_string(offsets.size()) + " 0 obj" + body + "endobj\n";
    };
    for (std::size_t page = 0; page < count; ++page)
        kids += std::to_string(page + 3) + " 0 R ";
    object("<</Type/Catalog/Pages 2 0 R>>");
    object("<</Type/Pages/MediaBox[0 0 595 842]/Count " + std::to_string(count) + "/Kids[" + kids + "]>>");
    for (std::size_t page = 0; page < count; ++page)
        object("<</Type/Page/Parent 2 0 R>>");
    const std::size_t table = pdf.size();
    pdf += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
        std::string digits = std::to_string(offset);
        pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return pdf + "trailer<</Root 1 0 R/Size " + std::to_string(offsets.size() + 1) + ">>\nstartxref\n"
        + std::to_string(table) + "\n%%EOF\n";
}

std::filesystem::path writePng(const std::filesystem::path& path, std::uint32_t width, std::uint32_t height)
{
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file)
        throw std::runtime_error("no place for " + path.string());
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_init_io(png, file);
    png_set_IHDR(png, info, width, height, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
        PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    const std::vector<png_byte> row((width + 7) / 8, 0xFF);
    for (std::uint32_t y = 0; y < height; ++y)
        png_write_row(png, row.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    std::fclose(file);
    return path;
}

std::string beginningOf(const std::filesystem::path& path, std::uintmax_t count)
{
    std::string bytes(count, '\0');
    if (!std::ifstream(path, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(count)))
        throw std::runtime_error(path.string() + " is shorter than that");
    return bytes;
}

} // namespace vidimus::golden
