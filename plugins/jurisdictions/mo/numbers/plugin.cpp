#include "mo_numbers.hpp"

VIDIMUS_PLUGIN(registry)
{
    registry.addValidator("mo.bir", vidimus::mo::bir);
}
