#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// What a picture file says of itself, read before any decoder is let near it.
namespace vidimus::scan {

enum class PictureFormat { Png, Jpeg, Tiff, WebP, Bmp };

/// One picture of a file; a TIFF may hold many.
struct PictureHeader {
    PictureFormat format = PictureFormat::Png;
    std::uint64_t width = 0, height = 0; ///< stored pixels, before the orientation is applied
    double dpiX = 0, dpiY = 0; ///< 0: the file does not say
    bool reducible = false; ///< can be decoded to a fraction of its size without the whole in memory
    int orientation = 1; ///< EXIF/TIFF tag 274: 1..8
    std::uint64_t directory = 0; ///< TIFF: where this picture's directory stands
};

/// The headers of all pictures in the file, by the bytes and not by the file's name.
/// Throws Failure: Unsupported (no format that we read), Malformed (the bytes break their format or end too early, with
/// the place), TooLarge (more pictures than a document can have).
/// \source PNG (ISO/IEC 15948), JPEG (ITU-T T.81 annex B), EXIF 2.3, TIFF 6.0, RIFF/WebP, BITMAPINFOHEADER.
std::vector<PictureHeader> readHeaders(std::span<const std::uint8_t> bytes);

/// Orientation and resolution from the directory of an EXIF block (after its "Exif\0\0"); silently nothing if it is
/// broken, since a picture can be read without it.
void readExif(std::span<const std::uint8_t> block, PictureHeader& header);

} // namespace vidimus::scan
