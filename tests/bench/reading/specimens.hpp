#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <vector>

/// Pages whose truth is known.
namespace vidimus::bench {

struct TrueField {
    std::string id, lang, text, value; ///< as printed; its normal form
    std::array<double, 4> regionMm{}; ///< left, top, width, height
};

struct Specimen {
    std::filesystem::path file;
    std::string degradation; ///< "clean" where there is none
    std::string profile, asOf;
    double widthMm = 0; ///< of the page, by which the fields are placed
    std::vector<TrueField> fields;
};

/// Pictures of genuine and altered papers with FILE.truth.json beside them, each n-th of each folder, sorted by name.
std::vector<Specimen> specimensIn(const std::vector<std::string>& folders, std::size_t each);

} // namespace vidimus::bench
