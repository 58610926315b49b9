#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// What a folder holds, as the file browser shows it.
namespace vidimus::gui {

struct ListedFile {
    std::string name;
    bool folder = false;
    std::uint64_t size = 0;
    bool operator==(const ListedFile&) const = default;
};

struct Listing {
    std::vector<ListedFile> entries; ///< folders first, then by name; without hidden ones
    std::string trouble; ///< the system's words where the folder cannot be listed
};

/// Does the name end like a type that can be taken in? The bytes decide later; this only shortens a list.
bool looksReadable(const std::string& name);
Listing listFolder(const std::filesystem::path& folder, bool allFiles);
/// The order of names that people expect: numbers by value, letters without regard to case.
bool naturallyBefore(const std::string& a, const std::string& b);
/// "812 B", "3.4 MB".
std::string sizeText(std::uint64_t bytes);
/// That folder if it is one, else the nearest one above it, else the home folder.
std::filesystem::path existingFolder(const std::string& wanted);

} // namespace vidimus::gui
