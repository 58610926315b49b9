/* vidimus.registration/1: lays a page onto an exemplar of its design. The host hands the exemplar over with the running pass:
 *
 *   "registration"  states the fact "page.registration" of the asked part, where it is a page of that design;
 *   "key-points"    states the fact "page.key-points": what an exemplar is made of, found in its wording alone.
 *
 * Both facts are described in plugins/README.md. */
#ifndef VIDIMUS_ABI_EXT_REGISTRATION_H
#define VIDIMUS_ABI_EXT_REGISTRATION_H

#include "../host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define VIDIMUS_EXT_REGISTRATION "vidimus.registration/1"

/* A spot of print that is found again on every page of its design. */
typedef struct vidimus_key_point {
    double x_mm, y_mm; /* on the exemplar's prepared page */
    double angle_deg; /* of its own pattern, clockwise, 0..360 */
    uint32_t level; /* of the picture pyramid in which it was found */
    uint8_t descriptor[32]; /* 256 comparisons of brightness (ORB) */
} vidimus_key_point_t;

typedef struct vidimus_exemplar {
    double width_mm, height_mm; /* of its prepared page */
    const vidimus_key_point_t* points;
    uint64_t point_count;
    const vidimus_region_t* wording; /* the design's own print; none: all of the page */
    uint64_t wording_count;
} vidimus_exemplar_t;

typedef struct vidimus_registration {
    /* The exemplar of the running pass, valid until it returns; NULL where it was given none. */
    const vidimus_exemplar_t* (*exemplar)(const vidimus_host_t* host);
} vidimus_registration_t;

#ifdef __cplusplus
}
#endif
#endif
