#include "gui/views/file_listing.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>

namespace vidimus::gui {

namespace fs = std::filesystem;

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

/// The run of digits at a place, without leading zeros.
std::string_view numberAt(const std::string& text, std::size_t& at)
{
    while (at + 1 < text.size() && text[at] == '0' && isDigit(text[at + 1]))
        ++at;
    const std::size_t begin = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return std::string_view(text).substr(begin, at - begin);
}

} // namespace

bool looksReadable(const std::string& name)
{
    std::string suffix = fs::path(name).extension().string();
    std::ranges::transform(suffix, suffix.begin(), lower);
    static constexpr std::array readable{".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp"};
    return std::ranges::find(readable, suffix) != readable.end();
}

bool naturallyBefore(const std::string& a, const std::string& b)
{
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const std::string_view x = numberAt(a, i), y = numberAt(b, j);
            if (x.size() != y.size())
                return x.size() < y.size();
            if (x != y)
                return x < y;
            continue;
        }
        if (lower(a[i]) != lower(b[j]))
            return static_cast<unsigned char>(lower(a[i])) < static_cast<unsigned char>(lower(b[j]));
        ++i;
        ++j;
    }
    const std::size_t restA = a.size() - i, restB = b.size() - j;
    return restA != restB ? restA < restB : a < b;
}

Listing listFolder(const fs::path& folder, bool allFiles)
{
    Listing listing;
    std::error_code error;
    for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
         !error && it != end; it.increment(error)) {
        std::error_code ignored; // an entry that vanishes meanwhile is simply listed without size
        const std::string name = it->path().filename().string();
        const bool isFolder = it->is_directory(ignored);
        if (name.starts_with('.') || (!isFolder && !allFiles && !looksReadable(name)))
            continue;
        const auto size = isFolder ? 0 : it->file_size(ignored);
        listing.entries.push_back({.name = name, .folder = isFolder, .size = ignored ? 0 : size});
    }
    if (error)
        listing.trouble = error.message();
    std::ranges::sort(listing.entries, [](const ListedFile& a, const ListedFile& b) {
        return a.folder != b.folder ? a.folder : naturallyBefore(a.name, b.name);
    });
    return listing;
}

std::string sizeText(std::uint64_t bytes)
{
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1000 && unit + 1 < units.size(); ++unit)
        value /= 1000;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    return text.data();
}

fs::path existingFolder(const std::string& wanted)
{
    std::error_code ignored;
    for (fs::path folder = wanted; !folder.empty(); folder = folder.parent_path()) {
        if (fs::is_directory(folder, ignored))
            return folder;
        if (folder == folder.parent_path())
            break;
    }
    const char* home = std::getenv("HOME");
    return home && fs::is_directory(home, ignored) ? fs::path(home) : fs::path("/");
}

} // namespace vidimus::gui
