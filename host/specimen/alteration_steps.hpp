#pragma once
#include "specimen/alterations.hpp"

/// The alterations one by one; what each is for stands in the table of alterations.cpp.
namespace vidimus::specimen::steps {

using Changed = std::optional<std::vector<std::string>>;

// numbers
Changed checkDigit(AlterationScene&);
Changed mrzCheckDigit(AlterationScene&);
Changed numberFormat(AlterationScene&);
Changed birthDateInNumber(AlterationScene&);
Changed sexInNumber(AlterationScene&);
Changed embeddedIdentity(AlterationScene&);
Changed commercialCode(AlterationScene&);
Changed codeYear(AlterationScene&);
Changed codeRegion(AlterationScene&);
Changed otherIdentity(AlterationScene&);
Changed mrzDiffers(AlterationScene&);
Changed codeDiffers(AlterationScene&);

// dates, names, issuers
Changed expired(AlterationScene&);
Changed notYetValid(AlterationScene&);
Changed validityShape(AlterationScene&);
Changed outOfOrder(AlterationScene&);
Changed inTheFuture(AlterationScene&);
Changed tooYoung(AlterationScene&);
Changed missingField(AlterationScene&);
Changed issuerAnachronism(AlterationScene&);
Changed issuerUnknown(AlterationScene&);
Changed otherName(AlterationScene&);
Changed otherBirthDate(AlterationScene&);
Changed otherSex(AlterationScene&);
Changed sealDiffers(AlterationScene&);

} // namespace vidimus::specimen::steps
