#pragma once
#include "calibrate.hpp"
#include "figures.hpp"
#include "report.hpp"
#include "specimens.hpp"

#include <functional>

namespace vidimus::bench {

/// Languages that the peers read with: what the specimens are printed in.
constexpr const char* languages = "chi_tra+chi_sim+eng+por";

/// Reports on the pages, each on its own, as many at a time as cores.
std::vector<Report> reportsOn(const std::vector<Specimen>& specimens, const ReportSource& source);

/// `vidimus verify` by its reports: accuracy, the reliability of its confidence, and where wrong fields go wrong.
/// \param table the one that the reports were calibrated with, or are to be; null: none
Method measureVidimus(const std::vector<Specimen>& specimens, const std::vector<Report>& reports,
    const pipeline::CalibrationTable* table, Results& results);

/// All pages in one run, for speed and memory.
void measureSpeed(const std::vector<Specimen>& specimens, const std::string& program, Method& method);

/// What the reports say of fields whose confidence is to be calibrated.
pipeline::CalibrationTable fittedTo(const std::vector<Specimen>& specimens, const std::vector<Report>& reports);

/// `tesseract` on whole pages: one process a page, one thread each, as many at a time as cores.
Method measureTesseract(const std::vector<Specimen>& specimens);

/// `ocrmypdf --output-type pdf` on all pages in one PDF, on all cores; its sidecar text.
Method measureOcrmypdf(const std::vector<Specimen>& specimens);

/// By reading in this process: fields that a read line covers, and the seconds that their lines alone take. Comes last:
/// the engines' memory in this process counts as that of every program started afterwards.
void measureLines(const std::vector<Specimen>& specimens, Method& ours);

/// One specimen after another, as many at a time as cores. \return wall-clock seconds
double onAllCores(std::size_t count, const std::function<void(std::size_t)>& work);

/// The pages' figures summed in all, by degradation and by document.
std::map<std::string, Figures> grouped(const std::vector<Specimen>& specimens, const std::vector<Figures>& pages);

} // namespace vidimus::bench
