/* vidimus.engines/1: the text of a line image. Engines are loaded in the zygote and used in its children. */
#ifndef VIDIMUS_ABI_EXT_ENGINES_H
#define VIDIMUS_ABI_EXT_ENGINES_H

#include "readers.h"

#ifdef __cplusplus
extern "C" {
#endif

#define VIDIMUS_EXT_ENGINES "vidimus.engines/1"

typedef struct vidimus_recognise_request {
    vidimus_string_t languages; /* "chi_tra+eng" */
    vidimus_string_t alphabet; /* characters that can occur; empty: any */
    bool single_line; /* the image holds one line; else a block or a page */
} vidimus_recognise_request_t;

/* A recognised line in pixels of the image that was handed in. */
typedef struct vidimus_recognised_word {
    vidimus_string_t text;
    double x, y, width, height; /* pixels */
    double confidence;
} vidimus_recognised_word_t;

typedef struct vidimus_recognised_line {
    vidimus_string_t text;
    double x, y, width, height; /* pixels */
    double confidence; /* 0..1 */
    const vidimus_recognised_word_t* words;
    uint64_t word_count;
} vidimus_recognised_line_t;

typedef struct vidimus_recognise_sink {
    void* context;
    void (*line)(void* context, const vidimus_recognised_line_t* line);
    /* Another reading of the whole image, less likely than the line before it. */
    void (*alternative)(void* context, vidimus_string_t text, double confidence);
} vidimus_recognise_sink_t;

typedef struct vidimus_engine {
    vidimus_string_t id; /* "vidimus.tesseract" */
    vidimus_string_t version; /* of the engine and its data: part of every result's Dependencies */
    const vidimus_string_t* languages; /* those whose data is there now */
    uint64_t language_count;
    /* Called in the zygote, before any fork: load models, run nothing (an engine that has run threads deadlocks its children). */
    vidimus_status_t (*load)(vidimus_string_t* message);
    /* Boxes of text lines; lines with empty text. Unsupported: the engine has no detector. */
    vidimus_status_t (*detect_lines)(const vidimus_image_t* image, const vidimus_recognise_sink_t* sink);
    vidimus_status_t (*recognise)(const vidimus_image_t* image, const vidimus_recognise_request_t* request, const vidimus_recognise_sink_t* sink);
} vidimus_engine_t;

typedef struct vidimus_engines {
    uint64_t count;
    const vidimus_engine_t* engines;
} vidimus_engines_t;

#ifdef __cplusplus
}
#endif
#endif
