#pragma once
#include "pipeline/read/pass_reader.hpp"
#include "profiles/profile_set.hpp"

#include <string>
#include <vector>

namespace vidimus::pipeline {

struct ClassifyOptions {
    std::string forcedProfile; ///< skips recognition; empty: recognise
};

/// Which papers lie in this file, and which profile fits each. Asks for as few lines as tell.
/// \return documents in page order, each with parts; one without classification where nothing fits.
Result<std::vector<Document>> classifyFile(
    PassReader& reader, FileIndex file, const profiles::ProfileSet& profiles, const ClassifyOptions& options);

/// Joins papers that came in several files or pages: the sides of one card, the pages of one certificate.
/// Sides are joined only where nothing that both tell differs, and the pairing is unambiguous.
std::vector<Document> joinDocuments(std::vector<Document> documents, const profiles::ProfileSet& profiles);

} // namespace vidimus::pipeline
