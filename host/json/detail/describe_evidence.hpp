#pragma once
#include "core/evidence.hpp"
#include "describe_reading.hpp"

namespace vidimus::json::detail {

template <class A, Like<Alternative> T> void describe(A& archive, T& alternative)
{
    archive.required("text", alternative.text);
    archive.required("value", alternative.value);
    archive.confidence("confidence", alternative.confidence);
    archive.optional("engine", alternative.engine);
}

template <class A, Like<Validation> T> void describe(A& archive, T& validation)
{
    archive.required("validator", validation.validator);
    archive.required("verdict", validation.verdict);
    archive.optional("expected", validation.expected);
}

template <class A, Like<Field> T> void describe(A& archive, T& field)
{
    archive.required("id", field.id);
    archive.required("text", field.text);
    archive.required("value", field.value);
    archive.confidence("confidence", field.confidence);
    archive.optional("rawConfidence", field.rawConfidence);
    archive.optional("calibrationGroup", field.calibrationGroup);
    archive.required("certainty", field.certainty);
    archive.optional("lang", field.lang);
    archive.required("file", field.file);
    archive.required("page", field.page);
    archive.required("region", field.region);
    archive.required("origin", field.origin);
    archive.optional("pass", field.pass);
    archive.required("readings", field.readings);
    archive.optional("alternatives", field.alternatives);
    archive.optional("validations", field.validations);
    archive.optional("located", field.located);
}

template <class A, Like<DocumentPart> T> void describe(A& archive, T& part)
{
    archive.required("file", part.file);
    archive.required("page", part.page);
    archive.optional("part", part.part);
    archive.optional("quad", part.quad);
    archive.optional("side", part.side);
}

template <class A, Like<Classification> T> void describe(A& archive, T& classification)
{
    archive.required("profile", classification.profile);
    archive.confidence("score", classification.score);
    archive.optional("jurisdiction", classification.jurisdiction);
}

template <class A, Like<Document::PlacedMark> T> void describe(A& archive, T& placed)
{
    archive.required("file", placed.file);
    archive.required("page", placed.page);
    archive.required("mark", placed.mark);
}

template <class A, Like<Document> T> void describe(A& archive, T& document)
{
    archive.required("parts", document.parts);
    archive.optional("classification", document.classification);
    archive.optional("candidates", document.candidates);
    archive.required("fields", document.fields);
    archive.optional("marks", document.marks);
}

template <class A, Like<Claim> T> void describe(A& archive, T& claim)
{
    archive.required("field", claim.field);
    archive.required("value", claim.value);
}

template <class A, Like<FileFact> T> void describe(A& archive, T& stated)
{
    archive.required("file", stated.file);
    archive.required("fact", stated.fact);
}

template <class A, Like<Evidence> T> void describe(A& archive, T& evidence)
{
    archive.required("documents", evidence.documents);
    archive.optional("claims", evidence.claims);
    archive.optional("facts", evidence.facts);
}

} // namespace vidimus::json::detail
