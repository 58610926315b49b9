#include "pipeline/acquire/acquire.hpp"

#include "digest/digest.hpp"

#include <algorithm>
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

/// Of a folder that gave no files: what helps differs.
Error troubleOfFolder(const fs::path& folder)
{
    std::error_code error;
    const fs::directory_iterator opened(folder, error);
    return error ? trouble(ErrorKind::Unreadable, folder, "the folder cannot be opened: " + error.message())
                 : trouble(ErrorKind::NotFound, folder, "the folder holds no files");
}

Result<std::vector<std::uint8_t>> bytesOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary | std::ios::ate);
    if (!stream)
        return trouble(ErrorKind::Unreadable, path, std::string("cannot be opened: ") + std::strerror(errno));
    const auto size = static_cast<std::streamoff>(stream.tellg());
    if (size < 0 || static_cast<std::uint64_t>(size) > maximumFileSize)
        return trouble(ErrorKind::TooLarge, path, "larger than " + std::to_string(maximumFileSize >> 20) + " MiB");
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    stream.seekg(0);
    if (!bytes.empty() && !stream.read(reinterpret_cast<char*>(bytes.data()), size))
        return trouble(ErrorKind::Unreadable, path, "could not be read to its end; it may have changed meanwhile");
    return bytes;
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

std::vector<fs::path> filesOf(const std::vector<fs::path>& sources)
{
    std::vector<fs::path> all;
    for (const fs::path& source : sources) {
        std::error_code error;
        const auto files = fs::is_directory(source, error) ? filesIn(source, error) : std::vector<fs::path>{};
        if (files.empty())
            all.push_back(source);
        all.insert(all.end(), files.begin(), files.end());
    }
    return all;
}

Acquired acquire(const fs::path& path, const Provenance& provenance)
{
    Acquired acquired;
    acquired.file.source = path.string();
    acquired.file.provenance = provenance;
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status))
        acquired.trouble = trouble(ErrorKind::NotFound, path, "there is no such file");
    else if (fs::is_directory(status))
        acquired.trouble = troubleOfFolder(path);
    else if (!fs::is_regular_file(status))
        acquired.trouble = trouble(ErrorKind::Unsupported, path, "this is neither a file nor a folder");
    if (acquired.trouble)
        return acquired;
    auto bytes = bytesOf(path);
    if (!bytes) {
        acquired.trouble = bytes.error();
        return acquired;
    }
    acquired.bytes = std::move(*bytes);
    const std::string_view view(reinterpret_cast<const char*>(acquired.bytes.data()), acquired.bytes.size());
    acquired.file.size = view.size();
    acquired.file.sha256 = digest::sha256(view);
    acquired.file.mediaType = mediaTypeOf(view.substr(0, 1024));
    if (view.empty())
        acquired.trouble = trouble(ErrorKind::Malformed, path, "the file is empty");
    else if (acquired.file.mediaType.empty())
        acquired.trouble = trouble(
            ErrorKind::Unsupported, path, "not a PDF, PNG, JPEG, TIFF, WebP or BMP file, whatever its name says");
    return acquired;
}

} // namespace vidimus::pipeline
