#include "icao.hpp"

VIDIMUS_PLUGIN(registry)
{
    registry.addValidator("icao.td1", vidimus::icao::td1);
    registry.addValidator("icao.td2", vidimus::icao::td2);
    registry.addValidator("icao.td3", vidimus::icao::td3);
    registry.addValidator("icao.mrz", vidimus::icao::mrz);
}
