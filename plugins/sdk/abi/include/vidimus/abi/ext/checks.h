/* vidimus.checks/1: questions put to the evidence. A check sees evidence without pixels, calls no engine, and cannot fail:
 * what it cannot tell is indeterminate, with a reason. */
#ifndef VIDIMUS_ABI_EXT_CHECKS_H
#define VIDIMUS_ABI_EXT_CHECKS_H

#include "readers.h"

#ifdef __cplusplus
extern "C" {
#endif

#define VIDIMUS_EXT_CHECKS "vidimus.checks/1"

typedef enum vidimus_certainty {
    VIDIMUS_ACCEPTED = 0, /* a check may fail on it */
    VIDIMUS_UNCERTAIN = 1, /* a check that would fail on it answers indeterminate, field-uncertain */
    VIDIMUS_UNREADABLE = 2,
} vidimus_certainty_t;

typedef enum vidimus_verdict {
    VIDIMUS_HOLDS = 0,
    VIDIMUS_FORMAT_WRONG = 1,
    VIDIMUS_CHECK_DIGIT_WRONG = 2,
    VIDIMUS_NO_VERDICT = 3, /* the validator itself failed: neither right nor wrong */
} vidimus_verdict_t;

typedef struct vidimus_validation {
    vidimus_string_t validator;
    vidimus_verdict_t verdict;
    vidimus_string_t expected;
} vidimus_validation_t;

typedef struct vidimus_field {
    vidimus_string_t id, text, value, lang;
    double confidence;
    vidimus_certainty_t certainty;
    vidimus_origin_t origin; /* a correction has the origin of what it corrects */
    uint32_t file, page;
    vidimus_region_t region; /* on the page as acquired */
    const vidimus_validation_t* validations;
    uint64_t validation_count;
} vidimus_field_t;

/* A row of a list or table that the profile declares, flattened: rule("issuer-existed.issuers.0.name"). See plugins/README.md. */
typedef struct vidimus_evidence {
    void* context;
    uint64_t (*document_count)(void* context);
    vidimus_string_t (*profile)(void* context, uint64_t document); /* empty: not recognised */
    vidimus_string_t (*jurisdiction)(void* context, uint64_t document);
    /* File and page of a document's parts, in order. */
    uint64_t (*part_count)(void* context, uint64_t document);
    void (*part)(void* context, uint64_t document, uint64_t index, uint32_t* file, uint32_t* page, vidimus_region_t* region);
    uint64_t (*field_count)(void* context, uint64_t document);
    void (*field)(void* context, uint64_t document, uint64_t index, vidimus_field_t* out);
    uint64_t (*mark_count)(void* context, uint64_t document);
    void (*mark)(void* context, uint64_t document, uint64_t index, vidimus_mark_t* out, uint32_t* file, uint32_t* page);
    uint64_t (*claim_count)(void* context);
    void (*claim)(void* context, uint64_t index, vidimus_attribute_t* out);
    uint64_t (*file_count)(void* context);
    uint64_t (*fact_count)(void* context, uint64_t file);
    void (*fact)(void* context, uint64_t file, uint64_t index, vidimus_fact_t* out);
    /* The profile's parameter of that name for the document; false: not set. Case-wide policy: document = UINT64_MAX. */
    bool (*rule)(void* context, uint64_t document, vidimus_string_t key, vidimus_string_t* out);
} vidimus_evidence_t;

typedef enum vidimus_outcome {
    VIDIMUS_PASSED = 0,
    VIDIMUS_FAILED = 1,
    VIDIMUS_INDETERMINATE = 2,
    VIDIMUS_NOT_APPLICABLE = 3,
} vidimus_outcome_t;

typedef struct vidimus_citation {
    int64_t document; /* -1: none */
    uint32_t file, page;
    vidimus_region_t region;
    vidimus_string_t field, text;
} vidimus_citation_t;

typedef struct vidimus_check_result {
    vidimus_outcome_t outcome;
    vidimus_string_t reason;
    vidimus_string_t level; /* empty: the profile's; else at most this grave: "warn" "inform" */
    const vidimus_citation_t* citations;
    uint64_t citation_count;
    const vidimus_attribute_t* values;
    uint64_t value_count;
    vidimus_string_t source; /* of the rule; empty: the manifest's */
} vidimus_check_result_t;

typedef struct vidimus_check_sink {
    void* context;
    void (*result)(void* context, const vidimus_check_result_t* result);
} vidimus_check_sink_t;

typedef struct vidimus_check {
    vidimus_string_t id; /* kebab-case */
    bool of_case; /* asked once of the whole case; else once of each recognised document */
    /* document: index, or UINT64_MAX for a check of the case */
    vidimus_status_t (*run)(const vidimus_evidence_t* evidence, uint64_t document, const vidimus_check_sink_t* sink);
} vidimus_check_t;

typedef struct vidimus_checks {
    uint64_t count;
    const vidimus_check_t* checks;
} vidimus_checks_t;

#ifdef __cplusplus
}
#endif
#endif
