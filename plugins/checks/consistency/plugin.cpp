#include "consistency.hpp"

using namespace vidimus::consistency;

VIDIMUS_PLUGIN(registry)
{
    registry.addCheck("page-readable", pageReadable);
    registry.addCheck("required-fields-present", requiredFieldsPresent);
    registry.addCheck("number-well-formed", numberWellFormed);
    registry.addCheck("check-digit-holds", checkDigitHolds);
    registry.addCheck("number-parts-agree", numberPartsAgree);
    registry.addCheck("mrz-agrees", mrzAgrees);
    registry.addCheck("dates-in-order", datesInOrder);
    registry.addCheck("in-force", inForce);
    registry.addCheck("validity-shape-holds", validityShapeHolds);
    registry.addCheck("issuer-existed", issuerExisted);

    registry.addCaseCheck("names-agree", namesAgree);
    registry.addCaseCheck("identities-agree", identitiesAgree);
    registry.addCaseCheck("claims-agree", claimsAgree);
}
