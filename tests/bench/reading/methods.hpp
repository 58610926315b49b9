#pragma once
#include "figures.hpp"
#include "specimens.hpp"

#include <functional>

namespace vidimus::bench {

/// Languages that the peers read with: what the specimens are printed in.
constexpr const char* languages = "chi_tra+chi_sim+eng+por";

/// `vidimus verify`: each page on its own, as many at a time as cores, for accuracy; all pages in one run for speed.
/// What it is confident of goes into the reliability.
Method measureVidimus(const std::vector<Specimen>& specimens, const std::string& program, Results& results);

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
