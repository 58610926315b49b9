#include "hkid.hpp"

VIDIMUS_PLUGIN(registry)
{
    registry.addValidator("hk.hkid", vidimus::hk::hkid);
    registry.addValidator("hk.hkid-bare", vidimus::hk::hkidBare);
    registry.addValidator("hk.mchk-registration", vidimus::hk::mchkRegistration);
    registry.addValidator("hk.drug-registration", vidimus::hk::drugRegistration);
}
