#pragma once
#include "geometry.hpp"

#include <vidimus/abi/ext/registration.h>

#include <optional>
#include <span>
#include <vector>

namespace vidimus::scan {

/// How an exemplar lies on a page.
struct Registration {
    cv::Matx33d toPage; ///< millimetres of the exemplar -> millimetres of the prepared page
    int matches = 0; ///< key points of the exemplar that look like one of the page at all
    int inliers = 0; ///< key points of the exemplar that were found again where the transform says
    double share = 0; ///< inliers, of those that lie on the page at all, 0..1
    double spread = 0; ///< share of the exemplar's printed cells in which there are some, 0..1
};

/// What came of it, before it is judged: for measuring. Nothing where no transform was found at all.
std::optional<Registration> fitted(const vidimus_exemplar_t& exemplar, std::span<const vidimus_key_point_t> page);

/// Is the page one of that design? Enough key points were found again, all over the page, under a transform that two
/// pages of one design can have.
bool isPlausible(const Registration& registration, const vidimus_exemplar_t& exemplar);

/// Lays the exemplar onto a page. \param page key points of the whole page. \return nothing: another design, or not
/// to be told
std::optional<Registration> registered(const vidimus_exemplar_t& exemplar, std::span<const vidimus_key_point_t> page);

} // namespace vidimus::scan
