/* vidimus.field-readers/1: fields that the profile language cannot describe. Sees a document's lines, gives fields. */
#ifndef VIDIMUS_ABI_EXT_FIELD_READERS_H
#define VIDIMUS_ABI_EXT_FIELD_READERS_H

#include "checks.h"

#ifdef __cplusplus
extern "C" {
#endif

#define VIDIMUS_EXT_FIELD_READERS "vidimus.field-readers/1"

typedef struct vidimus_field_found {
    vidimus_string_t id, text, value, lang;
    double confidence;
    uint64_t line; /* index of the line that holds it */
    vidimus_region_t region; /* on the prepared page */
} vidimus_field_found_t;

typedef struct vidimus_field_sink {
    void* context;
    void (*field)(void* context, const vidimus_field_found_t* field);
} vidimus_field_sink_t;

typedef struct vidimus_field_reader {
    vidimus_string_t id; /* named by a profile's [[field-reader]] */
    vidimus_status_t (*read)(const vidimus_line_t* lines, uint64_t line_count, const vidimus_code_t* codes, uint64_t code_count,
                             const vidimus_mrz_t* zones, uint64_t zone_count, const vidimus_field_sink_t* sink);
} vidimus_field_reader_t;

typedef struct vidimus_field_readers {
    uint64_t count;
    const vidimus_field_reader_t* readers;
} vidimus_field_readers_t;

#ifdef __cplusplus
}
#endif
#endif
