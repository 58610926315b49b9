/* vidimus.validators/1: does a value have its issuer's form, and does its check digit hold? Pure functions of the value. */
#ifndef VIDIMUS_ABI_EXT_VALIDATORS_H
#define VIDIMUS_ABI_EXT_VALIDATORS_H

#include "checks.h"

#ifdef __cplusplus
extern "C" {
#endif

#define VIDIMUS_EXT_VALIDATORS "vidimus.validators/1"

typedef struct vidimus_validator {
    vidimus_string_t id; /* "hk.hkid" */
    /* expected: what would have held; valid until the next call. */
    vidimus_verdict_t (*validate)(vidimus_string_t value, vidimus_string_t* expected);
} vidimus_validator_t;

typedef struct vidimus_validators {
    uint64_t count;
    const vidimus_validator_t* validators;
} vidimus_validators_t;

#ifdef __cplusplus
}
#endif
#endif
