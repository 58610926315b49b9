/* Everything a plugin may offer, in one include. */
#ifndef VIDIMUS_ABI_PLUGIN_H
#define VIDIMUS_ABI_PLUGIN_H

#include "entry.h"
#include "ext/checks.h"
#include "ext/engines.h"
#include "ext/field_readers.h"
#include "ext/host_services.h"
#include "ext/readers.h"
#include "ext/registration.h"
#include "ext/validators.h"
#include "host.h"
#include "types.h"

#endif
