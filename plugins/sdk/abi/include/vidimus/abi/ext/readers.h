/* vidimus.readers/1: bytes -> facts and lines. A reader opens one file as a session in one confined worker; the session
 * answers passes until it is closed. It never judges. */
#ifndef VIDIMUS_ABI_EXT_READERS_H
#define VIDIMUS_ABI_EXT_READERS_H

#include "../types.h"

#ifdef __cplusplus
extern "C" {
#endif

#define VIDIMUS_EXT_READERS "vidimus.readers/1"

/* Opaque: one opened file. */
typedef struct vidimus_session vidimus_session_t;

typedef enum vidimus_origin {
    VIDIMUS_ORIGIN_OCR = 0,
    VIDIMUS_ORIGIN_PDF_TEXT = 1,
    VIDIMUS_ORIGIN_BARCODE = 2,
    VIDIMUS_ORIGIN_MRZ = 3,
} vidimus_origin_t;

typedef struct vidimus_page_info {
    double width_mm, height_mm;
    double dpi;
    bool dpi_assumed; /* the file does not say */
    double rotation_deg; /* clockwise turn that makes it upright */
} vidimus_page_info_t;

/* One flat, upright piece of paper found on a page. */
typedef struct vidimus_prepared_page {
    double width_mm, height_mm;
    vidimus_quad_t quad; /* on the page as acquired */
    vidimus_transform_t to_acquired; /* prepared millimetres -> millimetres on the page as acquired */
    double turned_deg;
} vidimus_prepared_page_t;

typedef struct vidimus_word {
    vidimus_string_t text;
    vidimus_region_t region; /* on the prepared page */
    double confidence; /* 0..1 */
} vidimus_word_t;

typedef struct vidimus_line {
    vidimus_string_t text;
    vidimus_region_t region; /* on the prepared page */
    vidimus_quad_t quad; /* on the page as acquired */
    double confidence; /* 0..1 */
    vidimus_origin_t origin;
    vidimus_string_t engine; /* id of engine or reader */
    vidimus_string_t languages;
    uint32_t part; /* index of the prepared page */
    const vidimus_word_t* words;
    uint64_t word_count;
} vidimus_line_t;

typedef struct vidimus_code {
    vidimus_string_t symbology;
    vidimus_string_t text;
    vidimus_quad_t quad; /* on the page as acquired */
} vidimus_code_t;

typedef struct vidimus_mrz {
    vidimus_string_t format; /* TD1 TD2 TD3 */
    vidimus_string_t lines; /* joined with \n */
    vidimus_quad_t quad;
    double confidence;
} vidimus_mrz_t;

typedef struct vidimus_mark {
    vidimus_string_t kind; /* seal photo signature watermark */
    vidimus_string_t text;
    vidimus_quad_t quad;
    double confidence;
} vidimus_mark_t;

typedef struct vidimus_fact {
    vidimus_string_t kind;
    const vidimus_attribute_t* values;
    uint64_t value_count;
    int32_t page; /* -1: of the whole file */
} vidimus_fact_t;

/* Where a pass puts what it sees. The host copies at once and checks every size and every string. */
typedef struct vidimus_pass_sink {
    void* context;
    void (*prepared_page)(void* context, const vidimus_prepared_page_t* page);
    void (*line)(void* context, const vidimus_line_t* line);
    void (*code)(void* context, const vidimus_code_t* code);
    void (*mrz)(void* context, const vidimus_mrz_t* mrz);
    void (*mark)(void* context, const vidimus_mark_t* mark);
    void (*fact)(void* context, const vidimus_fact_t* fact);
} vidimus_pass_sink_t;

typedef struct vidimus_pass_request {
    vidimus_string_t what; /* "text" "codes" "marks" "facts" */
    uint32_t page; /* 0-based; meaningless for "facts" */
    int32_t part; /* -1: all prepared pages */
    vidimus_region_t region; /* on the prepared page; zero width: all of it */
    vidimus_string_t languages; /* "chi_tra+eng"; empty: as the reader sees fit */
    vidimus_string_t alphabet; /* characters that can occur; empty: any */
    vidimus_string_t engine; /* empty: the default */
    vidimus_string_t variant; /* "" "scaled" "binarised" "grey" "channel": read again by other means */
    bool single_line;
} vidimus_pass_request_t;

typedef struct vidimus_password_list {
    const vidimus_string_t* passwords;
    uint64_t count;
} vidimus_password_list_t;

typedef struct vidimus_reader {
    vidimus_string_t id; /* "vidimus.scan" */
    const vidimus_string_t* media_types;
    uint64_t media_type_count;
    const vidimus_string_t* passes; /* what it can answer: "text" "codes" "marks" "facts" */
    uint64_t pass_count;
    /* bytes stay valid until close. On failure *session is NULL and message (valid until the next call) says why. */
    vidimus_status_t (*open)(vidimus_bytes_t bytes, vidimus_string_t media_type, vidimus_password_list_t passwords, vidimus_session_t** session,
                             vidimus_string_t* message);
    uint32_t (*page_count)(vidimus_session_t* session);
    vidimus_status_t (*page_info)(vidimus_session_t* session, uint32_t page, vidimus_page_info_t* info);
    /* The page as acquired, at about that resolution; owned by the session, valid until its next call. */
    vidimus_status_t (*page_image)(vidimus_session_t* session, uint32_t page, double dpi, vidimus_image_t* image);
    vidimus_status_t (*run)(vidimus_session_t* session, const vidimus_pass_request_t* request, const vidimus_pass_sink_t* sink);
    void (*close)(vidimus_session_t* session);
} vidimus_reader_t;

typedef struct vidimus_readers {
    uint64_t count;
    const vidimus_reader_t* readers;
} vidimus_readers_t;

#ifdef __cplusplus
}
#endif
#endif
