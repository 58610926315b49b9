#include <vidimus/plugin.hpp>

#include <csignal>

VIDIMUS_PLUGIN(registry)
{
    static_cast<void>(registry);
    throw 42;
}
