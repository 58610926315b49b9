/* The value types that cross the plugin boundary. C11; every struct here is final: the ABI grows by new extensions only.
 *
 * Conventions: strings are UTF-8, pointer + length, not terminated, never NULL with a length. Lengths are millimetres from the page's
 * top left; angles degrees clockwise; times seconds since 1970-01-01T00:00:00Z. A pointer handed to a function is valid until that
 * function returns, unless its comment says otherwise. Who allocates, frees. No exception and no longjmp crosses. All functions of a
 * plugin are called from one thread. */
#ifndef VIDIMUS_ABI_TYPES_H
#define VIDIMUS_ABI_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define VIDIMUS_ABI_MAJOR 1
#define VIDIMUS_ABI_MINOR 0

typedef struct vidimus_string {
    const char* data;
    uint64_t size;
} vidimus_string_t;

typedef struct vidimus_bytes {
    const uint8_t* data;
    uint64_t size;
} vidimus_bytes_t;

typedef struct vidimus_region {
    double x_mm, y_mm, width_mm, height_mm;
} vidimus_region_t;

/* Four corners in reading order of the upright paper: x0,y0 … x3,y3. */
typedef struct vidimus_quad {
    double xy_mm[8];
} vidimus_quad_t;

/* Row-major plane projective map, millimetres to millimetres. */
typedef struct vidimus_transform {
    double m[9];
} vidimus_transform_t;

typedef enum vidimus_pixel_format {
    VIDIMUS_GREY8 = 1, /* one byte a pixel */
    VIDIMUS_RGB8 = 3, /* three bytes a pixel: red, green, blue */
} vidimus_pixel_format_t;

/* A view on pixels; owned by whoever made it. stride is in bytes and at least width * bytes a pixel. */
typedef struct vidimus_image {
    const uint8_t* pixels;
    uint32_t width, height;
    uint64_t stride;
    vidimus_pixel_format_t format;
    double dpi; /* 0: unknown */
} vidimus_image_t;

typedef enum vidimus_status {
    VIDIMUS_OK = 0,
    VIDIMUS_UNSUPPORTED = 1, /* not something this plugin handles */
    VIDIMUS_MALFORMED = 2, /* the bytes break their format */
    VIDIMUS_TOO_LARGE = 3, /* over a stated limit */
    VIDIMUS_ENCRYPTED = 4, /* no password given opens it */
    VIDIMUS_UNAVAILABLE = 5, /* a service or resource that it needs is missing */
    VIDIMUS_CANCELLED = 6,
    VIDIMUS_INTERNAL = 7, /* the plugin's own mistake */
    VIDIMUS_OUT_OF_MEMORY = 8, /* it would need more than the worker may have */
} vidimus_status_t;

/* Named value. */
typedef struct vidimus_attribute {
    vidimus_string_t name, value;
} vidimus_attribute_t;

#ifdef __cplusplus
}
#endif
#endif
