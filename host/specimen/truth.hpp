#pragma once
#include "specimen/canvas.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace vidimus::specimen {

/// What an alteration is to be found by.
struct AlterationRecord {
    std::string name;
    std::string check, reason; ///< of the outside contract; empty where nothing is to be found (a good signature)
    std::vector<std::string> fields; ///< that were changed
    std::vector<std::string> mayAlso; ///< `check/reason` that the same change may rightly give as well
};

struct TruthPage {
    Millimetres width, height;
    double dpi = 0; ///< 0 for a page without pixels
};

/// What is known of a specimen because we made it.
struct Truth {
    std::string profile, layout, side, asOf;
    std::uint64_t seed = 0;
    std::vector<AlterationRecord> alterations;
    std::vector<std::string> degradations;
    std::vector<TruthPage> pages;
    std::vector<PlacedField> fields; ///< regions on the page as acquired
    std::string kind; ///< genuine (nothing is to be found), altered, foreign
};

nlohmann::ordered_json toJson(const Truth& truth);

} // namespace vidimus::specimen
