/* What the host offers to a plugin: asked for by id and revision, NULL where it is not offered. */
#ifndef VIDIMUS_ABI_HOST_H
#define VIDIMUS_ABI_HOST_H

#include "types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct vidimus_host {
    vidimus_string_t version; /* of the host program */
    const void* (*get_extension)(const struct vidimus_host* host, const char* id);
} vidimus_host_t;

#ifdef __cplusplus
}
#endif
#endif
