#include "specimen/alterations.hpp"

#include "specimen/alteration_steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace vidimus::specimen {
namespace {

using namespace steps;

constexpr std::array table{
    Alteration{"check-digit", "check-digit-holds", "check-digit-wrong",
        "the identity number's check digit is another one", checkDigit},
    Alteration{"mrz-check-digit", "check-digit-holds", "check-digit-wrong", "a check digit in the MRZ is another one",
        mrzCheckDigit, "mrz-agrees/mrz-differs"},
    Alteration{"number-format", "number-well-formed", "format-wrong", "a digit of a number is left out", numberFormat,
        "number-parts-agree/identity-differs check-digit-holds/check-digit-wrong document-recognised/no-profile-fits"},
    Alteration{"expired", "in-force", "expired", "the validity ended before the deciding date", expired, "", true},
    Alteration{"not-yet-valid", "in-force", "not-yet-valid", "the validity begins after the deciding date", notYetValid,
        "", true},
    Alteration{"validity-shape", "validity-shape-holds", "validity-shape-wrong",
        "the validity does not end as the issuer's do", validityShape},
    Alteration{"out-of-order", "dates-in-order", "out-of-order",
        "two dates that follow each other are exchanged or impossible", outOfOrder,
        "in-force/expired in-force/not-yet-valid validity-shape-holds/validity-shape-wrong dates-in-order/too-young "
        "issuer-existed/issuer-anachronism number-parts-agree/year-differs"},
    Alteration{"in-the-future", "dates-in-order", "in-the-future", "issued after the deciding date", inTheFuture,
        "dates-in-order/out-of-order"},
    Alteration{"too-young", "dates-in-order", "too-young", "the holder was a child on the day of issue", tooYoung,
        "number-parts-agree/year-differs"},
    Alteration{"birth-date-in-number", "number-parts-agree", "birth-date-differs",
        "the printed birth date is not the one in the identity number", birthDateInNumber},
    Alteration{"sex-in-number", "number-parts-agree", "sex-differs",
        "the printed sex is not the one in the identity number", sexInNumber},
    Alteration{"embedded-identity", "number-parts-agree", "identity-differs",
        "the 27-character code embeds another identity number", embeddedIdentity},
    Alteration{
        "ccc", "number-parts-agree", "name-differs", "a commercial code stands for another character", commercialCode},
    Alteration{"code-year", "number-parts-agree", "year-differs", "the code's year lies after the issue", codeYear},
    Alteration{
        "code-region", "number-parts-agree", "region-differs", "the code's province is not the issuer's", codeRegion},
    Alteration{"missing-field", "required-fields-present", "field-missing",
        "a field's value is blank (missing-field:ID chooses which)", missingField},
    Alteration{"issuer-anachronism", "issuer-existed", "issuer-anachronism", "the issuer did not bear this name then",
        issuerAnachronism, "seal-names-issuer/seal-differs"},
    Alteration{"issuer-unknown", "issuer-existed", "issuer-unknown", "no such issuer", issuerUnknown,
        "document-recognised/no-profile-fits number-parts-agree/region-differs seal-names-issuer/seal-differs"},
    Alteration{"other-name", "names-agree", "name-conflict", "another person's name, to be set beside another document",
        otherName, "number-parts-agree/name-differs mrz-agrees/mrz-differs"},
    Alteration{"other-birth-date", "identities-agree", "birth-date-differs",
        "another birth date, to be set beside another document", otherBirthDate,
        "number-parts-agree/birth-date-differs mrz-agrees/mrz-differs"},
    Alteration{"other-sex", "identities-agree", "sex-differs", "the other sex, to be set beside another document",
        otherSex, "number-parts-agree/sex-differs mrz-agrees/mrz-differs"},
    Alteration{"other-identity", "identities-agree", "identity-differs",
        "another valid identity number, to be set beside another document", otherIdentity,
        "number-parts-agree/birth-date-differs number-parts-agree/sex-differs"},
    Alteration{"mrz", "mrz-agrees", "mrz-differs", "the visual zone says something else than the MRZ", mrzDiffers},
    Alteration{"code", "code-agrees", "code-differs", "the barcode says another number", codeDiffers},
    Alteration{"seal", "seal-names-issuer", "seal-differs", "the seal names another body", sealDiffers},
};

} // namespace

const PlacedField* AlterationScene::shown(std::string_view id)
{
    const auto found
        = std::find_if(printed.begin(), printed.end(), [&](const PlacedField& entry) { return entry.id == id; });
    if (found != printed.end())
        return &*found;
    refused = fmt::format("it does not print {}", id);
    return nullptr;
}

std::span<const Alteration> alterations()
{
    return table;
}

const Alteration* alteration(std::string_view name)
{
    const auto found
        = std::find_if(table.begin(), table.end(), [&](const Alteration& entry) { return entry.name == name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace vidimus::specimen
