#pragma once
#include "core/case.hpp"
#include "core/result.hpp"
#include "profiles/profile.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// From what readings and votes say to how often such fields are right.
namespace vidimus::pipeline {

/// The group that a field is calibrated with: "vidimus.ppocr+vidimus.tesseract/date".
/// \param engines ids of those that witness the value
std::string calibrationGroup(const std::set<std::string>& engines, profiles::FieldKind kind);

/// How often fields of one group are exactly right, by raw confidence. Never falls.
struct CalibrationMap {
    struct Point {
        double raw = 0, right = 0; ///< 0..1
    };
    int fields = 0, right = 0; ///< that it was fitted on
    std::vector<Point> points; ///< raw rises; at least one
    /// Between two points on the line through them, beyond the outer ones as these.
    double at(double raw) const;
};

/// vidimus.calibration/1: what was measured of some engines on some files.
struct CalibrationTable {
    std::map<std::string, std::string> engines; ///< id -> version of it and of its data
    std::string command; ///< that made it, without folders
    int fields = 0;
    std::vector<std::string> files; ///< SHA-256 of each, sorted: no file of these may be reported on
    std::string set; ///< SHA-256 over those
    /// By group. "<engines>/any" stands for groups of too few fields, "any/any" for engines of too few.
    std::map<std::string, CalibrationMap> maps;

    /// The probability that a field of that group is exactly right.
    double at(const std::string& group, double raw) const;
};

/// The groups that stand for a group, the nearest first: itself, its engines', all.
std::vector<std::string> standIns(const std::string& group);

/// \param name of the file, for messages. Errors: Malformed, naming the file and what is wrong with it.
Result<CalibrationTable> calibrationFrom(std::string_view text, const std::string& name);
std::string jsonOf(const CalibrationTable& table);

/// The table that a job uses, or why it uses none.
struct Calibration {
    std::shared_ptr<const CalibrationTable> table;
    std::string digest; ///< of the table
    CalibrationState without = CalibrationState::NoTable;
};

/// Replaces the raw confidence of what engines read by the calibrated one, where the table was made with these engines.
/// \param engines that read the documents' file: id -> version
CalibrationState calibrate(std::vector<Document>& documents, const std::map<std::string, std::string>& engines,
    const Calibration& calibration);

/// The state of two files together: what is to be told of the case.
CalibrationState together(CalibrationState one, CalibrationState other);

} // namespace vidimus::pipeline
