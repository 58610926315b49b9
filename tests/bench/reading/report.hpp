#pragma once
#include "pipeline/extract/calibration.hpp"
#include "specimens.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

/// What `vidimus verify --json` says of a page.
namespace vidimus::bench {

/// How reports are come by.
struct ReportSource {
    std::string program; ///< vidimus
    std::string calibration; ///< for --calibration; empty: the program's own
    /// Reports are kept here, one a file, under its SHA-256, and one that lies here is not made again. They are
    /// uncalibrated, so that they serve every table.
    std::string keptIn;
};

struct Report {
    nlohmann::json json; ///< without documents where the program gave none
    double cpuSeconds = 0; ///< 0: it was kept
};

/// The report on one page alone.
Report reportOn(const Specimen& specimen, const ReportSource& source);

/// A field as the checks use it.
struct ReadField {
    bool present = false; ///< the report has an entry
    std::string text, value, certainty, origin, group;
    double confidence = 0, raw = 0; ///< after calibration, before
    std::array<double, 4> regionMm{}; ///< left, top, width, height on the page as acquired
    std::vector<std::string> otherTexts, otherValues; ///< alternatives
};

/// The first entry with this id and language. \param table for reports that were made without one; may be null
ReadField readField(const nlohmann::json& report, const TrueField& wanted, const pipeline::CalibrationTable* table);

/// The engines that read the page, with their versions.
std::map<std::string, std::string> enginesOf(const nlohmann::json& report);

/// Millimetres of the reader to one of the truth: a picture that does not tell its resolution has the size that the
/// reader takes it to have.
double scaleOf(const nlohmann::json& report, const Specimen& specimen);

} // namespace vidimus::bench
