#pragma once
#include "pipeline/read/pass_reader.hpp"
#include "profiles/profile.hpp"

#include <vector>

namespace vidimus::pipeline {

/// The places of the design's own words on a part of a page: labels, titles and what else the profile names, without
/// what lies in one of the hidden places. Whatever else stands on the page may be the holder's.
/// \param hidden on the prepared page
std::vector<Region> wordingOf(
    const Pass& text, std::uint32_t part, const profiles::Profile& profile, const std::vector<Region>& hidden);

/// What is left of a place beside another.
std::vector<Region> without(const Region& place, const Region& hidden);

/// Makes an exemplar of one part of a document whose fields were extracted: boxes where the accepted fields stand, key
/// points of the design's wording, none of them in the place of a field, a mark, a code or a zone.
/// Errors: Unsupported (the part is no picture), NotFound (too little of the wording was read); those of the worker.
Result<profiles::Exemplar> exemplarOf(
    PassReader& reader, const Document& document, const DocumentPart& part, const profiles::Profile& profile);

} // namespace vidimus::pipeline
