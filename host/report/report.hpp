#pragma once
#include "core/case.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

/// Case -> JSON for machines, PDF and HTML for people.
namespace vidimus::report {

enum class Kind { Summary, Full };

/// The packs' words, handed in: the report knows no packs.
struct Words {
    std::function<std::string(const Finding&)> question;
    std::function<std::string(const Finding&)> answer;
    std::function<std::string(std::string_view fieldId)> fieldName;
    std::function<std::string(std::string_view profileId)> profileTitle;
    std::function<std::string(const Finding&)> source; ///< of the rule, in words; none: as the finding has it
};

struct Options {
    std::string language = "en"; ///< en, zh-Hans, zh-Hant, pt
    Kind kind = Kind::Summary;
    std::optional<UtcTime> made{}; ///< stated where it is set; the same case and moment give the same bytes
};

/// vidimus.report/1; `message` in the language of the words.
std::string toJson(const Case& checked, const Words& words);
/// The same for a terminal: one block a document, fields, then findings, adverse first.
std::string toText(const Case& checked, const Words& words, const Options& options);
/// One file, complete in itself, readable by a screen reader; crops embedded.
std::string toHtml(const Case& checked, const Words& words, const Options& options);
/// A4, tagged where Cairo can, crops embedded. Errors: System.
Result<void> toPdf(const Case& checked, const Words& words, const Options& options, const std::filesystem::path& out);
/// Writes by the suffix of out (.pdf, .html, .json), whole or not at all. Errors: Unsupported suffix, System.
Result<void> write(const Case& checked, const Words& words, const Options& options, const std::filesystem::path& out);

/// A cut-out of a page as PNG. pixels: 8-bit, channels 1 or 3, rows without padding.
struct PictureView {
    const unsigned char* pixels = nullptr;
    std::uint32_t width = 0, height = 0, channels = 3;
    Dpi dpi;
};
/// The region with a margin around it, at most maxPixels along its longer side.
Result<std::vector<unsigned char>> cropPng(
    const PictureView& page, const Region& region, Millimetres margin, std::uint32_t maxPixels);

} // namespace vidimus::report
