#pragma once
#include "core/exemplar.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vidimus::profiles {

/// Where a field stands on the exemplar.
struct ExemplarBox {
    std::string field, lang; ///< as in the profile
    Region region; ///< on the exemplar's prepared page
};

/// One design as a page of known origin showed it: its print, and where its fields stand. Data of a pack.
struct Exemplar {
    std::string profile; ///< id
    std::string side; ///< the profile's name for it; empty where there is one side
    DesignPrint print; ///< no key point lies in a box
    std::vector<ExemplarBox> boxes;
    std::string file; ///< for messages
};

inline constexpr std::size_t mostExemplarBytes = 1U << 20; ///< of a file
inline constexpr std::size_t mostBoxes = 200;

/// Reads `vidimus.exemplar/1`. \param file its name, for messages. Errors: Malformed, naming the file and what is wrong
Result<Exemplar> exemplarFrom(std::string_view bytes, const std::string& file);
/// The same of a file. Errors: NotFound, TooLarge (before a byte of it is read), Malformed.
Result<Exemplar> readExemplar(const std::filesystem::path& file);
/// The file's text: one key point and one box a line.
std::string textOf(const Exemplar& exemplar);

} // namespace vidimus::profiles
