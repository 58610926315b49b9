/* The one symbol that a plugin exports, and what it finds there. */
#ifndef VIDIMUS_ABI_ENTRY_H
#define VIDIMUS_ABI_ENTRY_H

#include "host.h"
#include "types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct vidimus_plugin_entry {
    uint32_t abi_major; /* VIDIMUS_ABI_MAJOR at the plugin's build; the host refuses another major */
    uint32_t abi_minor;
    /* Called once, before anything else. host stays valid until deinit. Must not start threads. */
    vidimus_status_t (*init)(const vidimus_host_t* host);
    void (*deinit)(void);
    /* The extension's struct by id ("vidimus.readers/1"), or NULL. Valid until deinit. */
    const void* (*get_extension)(const char* id);
} vidimus_plugin_entry_t;

#if defined(_WIN32)
#define VIDIMUS_EXPORT __declspec(dllexport)
#else
#define VIDIMUS_EXPORT __attribute__((visibility("default")))
#endif

/* extern VIDIMUS_EXPORT const vidimus_plugin_entry_t vidimus_entry; */
#define VIDIMUS_ENTRY_SYMBOL "vidimus_entry"

#ifdef __cplusplus
}
#endif
#endif
