#include "cn_numbers.hpp"

VIDIMUS_PLUGIN(registry)
{
    registry.addValidator("cn.resident-id", vidimus::cn::residentId);
    registry.addValidator("cn.holder-identity", vidimus::cn::holderIdentity);
    registry.addValidator("cn.physician-qualification", vidimus::cn::physicianQualification);
    registry.addValidator("cn.physician-practice", vidimus::cn::physicianPractice);
    registry.addValidator("cn.residence-permit", vidimus::cn::residencePermit);
    registry.addValidator("cn.graduation", vidimus::cn::graduation);
    registry.addValidator("cn.degree", vidimus::cn::degree);
    registry.addValidator("cn.drug-registration", vidimus::cn::drugRegistration);
    registry.addValidator("cn.device-registration", vidimus::cn::deviceRegistration);
    registry.addValidator("cn.uscc", vidimus::cn::unifiedSocialCreditCode);
}
