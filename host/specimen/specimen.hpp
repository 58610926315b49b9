#pragma once
#include "core/date.hpp"
#include "core/result.hpp"
#include "core/units.hpp"
#include "specimen/facts.hpp"
#include "specimen/truth.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vidimus::specimen {

enum class FileKind { Png, Jpeg, Pdf };

/// Everything that decides how a specimen looks: the same request gives the same bytes.
struct Request {
    std::string profile{};
    std::string layout{}; ///< name, or number from 1; empty: chosen by the seed
    std::string side = "front"; ///< of a card: front, back, both (on one A4 page)
    std::uint64_t seed = 1;
    std::optional<std::uint64_t> personSeed{}; ///< the same person on several documents; default: the seed
    Facts data{}; ///< what is to stand there; the rest is invented to fit
    std::vector<std::string> alterations{}; ///< in this order; `name` or `name:argument`
    std::vector<std::string> degradations{}; ///< in this order
    std::vector<std::string> langs{}; ///< print only these languages; empty: all of the layout's
    std::optional<Date> asOf{}; ///< the deciding date that the specimen is made for; default 2026-11-22
    Dpi dpi{300}; ///< of pictures, before degradations
    FileKind kind = FileKind::Png;
    std::filesystem::path trust{}; ///< folder of signer.pem and signer.key; empty: made from a fixed seed
};

struct Made {
    std::string bytes;
    Truth truth;
};

/// Draws a specimen. Error NotFound: no such profile, layout, alteration or degradation;
/// Unsupported: this document has nothing that could be altered or degraded so.
Result<Made> make(const Request& request);

/// Kind by the name's ending; nothing where it is none of ours.
std::optional<FileKind> kindOf(const std::filesystem::path& path);

/// Writes the specimen, and its truth.
Result<void> write(const Made& made, const std::filesystem::path& out, const std::filesystem::path& truth);
/// Where the truth of a single specimen stands: beside it, `<out>.truth.json`.
std::filesystem::path truthBeside(const std::filesystem::path& out);

/// Profiles with their layouts, alterations and degradations.
nlohmann::ordered_json listing();

} // namespace vidimus::specimen
