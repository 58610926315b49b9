#include "pipeline/acquire/acquire.hpp"

#include "digest/digest.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace vidimus::pipeline {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

std::vector<fs::path> filesIn(const fs::path& folder, std::error_code& error)
{
    std::vector<fs::path> files;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->is_regular_file() && !at->path().filename().string().starts_with('.'))
            files.push_back(at->path());
    std::sort(files.begin(), files.end());
    return files;
}

Error trouble(ErrorKind kind, const fs::path& path, const std::string& what)
{
    return {kind, path.string() + ": " + what, "acquire"};
}

Acquired acquireOne(const fs::path& path, const Provenance& provenance)
{
    Acquired acquired;
    acquired.file.source = path.string();
    acquired.file.provenance = provenance;
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) {
        acquired.trouble = trouble(ErrorKind::NotFound, path, "there is no such file");
        return acquired;
    }
    if (!fs::is_regular_file(status)) {
        acquired.trouble = trouble(ErrorKind::Unsupported, path, "this is neither a file nor a folder");
        return acquired;
    }
    acquired.file.size = fs::file_size(path, error);
    std::array<char, 1024> first{};
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        acquired.trouble
            = trouble(ErrorKind::Unreadable, path, std::string("cannot be opened: ") + std::strerror(errno));
        return acquired;
    }
    stream.read(first.data(), first.size());
    const std::string_view head(first.data(), static_cast<std::size_t>(stream.gcount()));
    if (acquired.file.size > maximumFileSize) {
        acquired.trouble = trouble(ErrorKind::TooLarge, path,
            "larger than " + std::to_string(maximumFileSize >> 20) + " MiB; split it, or scan at a lower resolution");
        return acquired;
    }
    const auto sum = digest::sha256OfFile(path);
    if (!sum) {
        acquired.trouble = sum.error();
        return acquired;
    }
    acquired.file.sha256 = *sum;
    acquired.file.mediaType = mediaTypeOf(head);
    if (acquired.file.size == 0)
        acquired.trouble = trouble(ErrorKind::Unreadable, path, "the file is empty");
    else if (acquired.file.mediaType.empty())
        acquired.trouble = trouble(
            ErrorKind::Unsupported, path, "not a PDF, PNG, JPEG, TIFF, WebP or BMP file, whatever its name says");
    return acquired;
}

} // namespace

std::string mediaTypeOf(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv))
        return "image/png";
    if (bytes.starts_with("\xff\xd8\xff"sv))
        return "image/jpeg";
    if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv) || bytes.starts_with("II+\0"sv)
        || bytes.starts_with("MM\0+"sv))
        return "image/tiff";
    if (bytes.size() >= 12 && bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP"sv)
        return "image/webp";
    if (bytes.size() >= 14 && bytes.starts_with("BM"sv))
        return "image/bmp";
    // ISO 32000-1 Annex H, note 13: viewers accept the header within the first 1024 bytes.
    if (bytes.substr(0, 1024).find("%PDF-"sv) != std::string_view::npos)
        return "application/pdf";
    return {};
}

std::vector<Acquired> acquire(const std::vector<fs::path>& sources, const Provenance& provenance)
{
    std::vector<Acquired> all;
    for (const fs::path& source : sources) {
        std::error_code error;
        if (!fs::is_directory(source, error)) {
            all.push_back(acquireOne(source, provenance));
            continue;
        }
        const auto files = filesIn(source, error);
        if (error || files.empty()) {
            Acquired nothing;
            nothing.file.source = source.string();
            nothing.file.provenance = provenance;
            nothing.trouble = error
                ? trouble(ErrorKind::Unreadable, source, "the folder cannot be opened: " + error.message())
                : trouble(ErrorKind::Unreadable, source, "the folder holds no files");
            all.push_back(std::move(nothing));
        }
        for (const fs::path& file : files)
            all.push_back(acquireOne(file, provenance));
    }
    return all;
}

} // namespace vidimus::pipeline
