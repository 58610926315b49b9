#pragma once
#include "specimen/document_types.hpp"
#include "specimen/truth.hpp"

#include <optional>
#include <span>
#include <string_view>

/// Changes to what a document says, each made to be found by one check.
namespace vidimus::specimen {

/// What an alteration works on.
struct AlterationScene {
    const DocumentType& type;
    const Layout& layout;
    Facts& facts;
    const Person& person;
    const Date& asOf;
    Random random;
    std::string_view argument{}; ///< what stood behind the name's colon, e.g. the field in `missing-field:issue.date`
    std::vector<PlacedField> printed{}; ///< before the change, with seals and codes
    std::string refused{}; ///< why nothing was changed, as a clause

    /// The first entry printed of this field, seal or code. \return null where there is none, which is then why nothing
    /// is changed.
    const PlacedField* shown(std::string_view id);
    bool shows(std::string_view id) { return shown(id) != nullptr; }
};

struct Alteration {
    std::string_view name;
    std::string_view check, reason;
    std::string_view description;
    /// \return the fields changed; nothing where this document has nothing to change so.
    std::optional<std::vector<std::string>> (*apply)(AlterationScene&);
    /// `check/reason` that may rightly be found as well, space-separated.
    std::string_view mayAlso = "";
    /// Such a paper comes from its issuer, who writes the barcode of it. All others are a forger's, who works on the
    /// print of a paper and leaves its barcode as it was issued.
    bool issued = false;
};

std::span<const Alteration> alterations();
/// \return null where there is none of that name.
const Alteration* alteration(std::string_view name);

} // namespace vidimus::specimen
