#include "gb_numbers.hpp"

VIDIMUS_PLUGIN(registry)
{
    registry.addValidator("gb.gmc", vidimus::gb::gmc);
}
