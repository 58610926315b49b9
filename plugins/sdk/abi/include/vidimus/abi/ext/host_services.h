/* What the host side offers inside the worker. Each is asked for with host->get_extension and may be NULL. */
#ifndef VIDIMUS_ABI_EXT_HOST_SERVICES_H
#define VIDIMUS_ABI_EXT_HOST_SERVICES_H

#include "../host.h"
#include "engines.h"
#include "readers.h"

#ifdef __cplusplus
extern "C" {
#endif

/* vidimus.log/1: to the host's log. Never write personal data there. level 0 error … 3 debug. */
#define VIDIMUS_EXT_LOG "vidimus.log/1"
typedef struct vidimus_log {
    void (*write)(const vidimus_host_t* host, int level, vidimus_string_t message);
} vidimus_log_t;

/* vidimus.progress/1: how far the running call is, 0..1; cancelled() true: return VIDIMUS_CANCELLED soon. */
#define VIDIMUS_EXT_PROGRESS "vidimus.progress/1"
typedef struct vidimus_progress {
    void (*report)(const vidimus_host_t* host, double fraction);
    bool (*cancelled)(const vidimus_host_t* host);
} vidimus_progress_t;

/* vidimus.clock/1: the date on which the case is decided, as days since 1970-01-01; and the only "now" a plugin may use. */
#define VIDIMUS_EXT_CLOCK "vidimus.clock/1"
typedef struct vidimus_clock {
    int64_t (*as_of_day)(const vidimus_host_t* host);
} vidimus_clock_t;

/* vidimus.image/1: the limits within which pictures are decoded. Over the limit a picture is decoded reduced, or refused with
 * VIDIMUS_TOO_LARGE. */
#define VIDIMUS_EXT_IMAGE "vidimus.image/1"
typedef struct vidimus_image_service {
    uint64_t (*pixel_limit)(const vidimus_host_t* host); /* width * height */
    uint32_t (*side_limit)(const vidimus_host_t* host); /* pixels along one side */
} vidimus_image_service_t;

/* vidimus.ocr/1: the engines of this same process. engine empty: the default one, which reads most languages. */
#define VIDIMUS_EXT_OCR "vidimus.ocr/1"
typedef struct vidimus_ocr {
    uint64_t (*engine_count)(const vidimus_host_t* host);
    const vidimus_engine_t* (*engine)(const vidimus_host_t* host, uint64_t index);
    vidimus_status_t (*detect_lines)(const vidimus_host_t* host, vidimus_string_t engine, const vidimus_image_t* image, const vidimus_recognise_sink_t* sink);
    vidimus_status_t (*recognise)(const vidimus_host_t* host, vidimus_string_t engine, const vidimus_image_t* image,
                                  const vidimus_recognise_request_t* request, const vidimus_recognise_sink_t* sink);
} vidimus_ocr_t;

/* vidimus.pages/1: lets one reader hand a picture to another reader's passes in the same process, e.g. a PDF page without text to
 * "vidimus.scan", or any reader's page to "vidimus.codes". session_key tells the picture's pages apart for caching. */
#define VIDIMUS_EXT_PAGES "vidimus.pages/1"
typedef struct vidimus_pages {
    vidimus_status_t (*read_image)(const vidimus_host_t* host, vidimus_string_t reader, const vidimus_image_t* image, uint32_t page,
                                   const vidimus_pass_request_t* request, const vidimus_pass_sink_t* sink);
} vidimus_pages_t;

/* A reader that can be handed pictures by vidimus.pages/1 offers this beside vidimus.readers/1, plugin side. */
#define VIDIMUS_EXT_IMAGE_READERS "vidimus.image-readers/1"
typedef struct vidimus_image_reader {
    vidimus_string_t id; /* same id as in vidimus.readers/1 */
    /* Like run on a page with this picture; may cache by (page) within the process, which serves one file only. */
    vidimus_status_t (*run)(const vidimus_image_t* image, uint32_t page, const vidimus_pass_request_t* request, const vidimus_pass_sink_t* sink);
} vidimus_image_reader_t;
typedef struct vidimus_image_readers {
    uint64_t count;
    const vidimus_image_reader_t* readers;
} vidimus_image_readers_t;

/* vidimus.render/1: the broker's poppler draws a page of the session's own file. The picture is owned by the host and valid until
 * the next call. */
#define VIDIMUS_EXT_RENDER "vidimus.render/1"
typedef struct vidimus_render {
    vidimus_status_t (*page)(const vidimus_host_t* host, uint32_t page, double dpi, vidimus_string_t password, vidimus_image_t* image);
} vidimus_render_t;

/* vidimus.repair/1: the broker's qpdf rewrites the session's own file. bytes are owned by the host and stay valid until the
 * worker ends. */
#define VIDIMUS_EXT_REPAIR "vidimus.repair/1"
typedef struct vidimus_repair {
    vidimus_status_t (*pdf)(const vidimus_host_t* host, vidimus_string_t password, vidimus_bytes_t* bytes);
} vidimus_repair_t;

/* vidimus.names/1: how two personal names relate. relation is one of: identical variant romanisation subset conflict. */
#define VIDIMUS_EXT_NAMES "vidimus.names/1"
typedef struct vidimus_names {
    vidimus_status_t (*compare)(const vidimus_host_t* host, vidimus_string_t a, vidimus_string_t b, vidimus_string_t* relation,
                                vidimus_string_t* explanation);
    /* The Traditional/Simplified-neutral form of a Han text, for comparing. Valid until the next call. */
    vidimus_status_t (*fold)(const vidimus_host_t* host, vidimus_string_t text, vidimus_string_t* folded);
} vidimus_names_t;

#ifdef __cplusplus
}
#endif
#endif
