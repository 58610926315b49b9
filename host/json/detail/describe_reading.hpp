#pragma once
#include "archive.hpp"
#include "core/file.hpp"
#include "core/reading.hpp"

namespace vidimus::json::detail {

template <class A, Like<Page> T> void describe(A& archive, T& page)
{
    archive.required("widthMm", page.width);
    archive.required("heightMm", page.height);
    archive.required("dpi", page.dpi);
    archive.optional("dpiAssumed", page.dpiAssumed);
    archive.optional("rotation", page.rotation);
}

template <class A, Like<Provenance> T> void describe(A& archive, T& provenance)
{
    archive.optional("sourceKind", provenance.sourceKind);
    archive.optional("acquiredBy", provenance.acquiredBy);
    archive.required("acquiredAt", provenance.acquiredAt);
    archive.optional("device", provenance.device);
}

template <class A, Like<File> T> void describe(A& archive, T& file)
{
    archive.required("source", file.source);
    archive.required("sha256", file.sha256);
    archive.required("mediaType", file.mediaType);
    archive.required("size", file.size);
    archive.required("pages", file.pages);
    archive.required("provenance", file.provenance);
}

template <class A, Like<Word> T> void describe(A& archive, T& word)
{
    archive.required("text", word.text);
    archive.required("region", word.region);
    archive.confidence("confidence", word.confidence);
}

template <class A, Like<Line> T> void describe(A& archive, T& line)
{
    archive.required("text", line.text);
    archive.required("region", line.region);
    archive.required("quad", line.quad);
    archive.confidence("confidence", line.confidence);
    archive.required("origin", line.origin);
    archive.optional("engine", line.engine);
    archive.optional("languages", line.languages);
    archive.optional("part", line.part);
    archive.optional("words", line.words);
}

template <class A, Like<Code> T> void describe(A& archive, T& code)
{
    archive.required("symbology", code.symbology);
    archive.required("text", code.text);
    archive.required("quad", code.quad);
}

template <class A, Like<Mrz> T> void describe(A& archive, T& zone)
{
    archive.required("format", zone.format);
    archive.required("lines", zone.lines);
    archive.required("quad", zone.quad);
    archive.confidence("confidence", zone.confidence);
}

template <class A, Like<Mark> T> void describe(A& archive, T& mark)
{
    archive.required("kind", mark.kind);
    archive.optional("text", mark.text);
    archive.required("quad", mark.quad);
    archive.confidence("confidence", mark.confidence);
}

template <class A, Like<Fact> T> void describe(A& archive, T& fact)
{
    archive.required("kind", fact.kind);
    archive.optional("values", fact.values);
    archive.required("page", fact.page);
}

template <class A, Like<PreparedPage> T> void describe(A& archive, T& page)
{
    archive.required("widthMm", page.width);
    archive.required("heightMm", page.height);
    archive.required("quad", page.quad);
    archive.required("toAcquired", page.toAcquired);
    archive.optional("turned", page.turned);
}

template <class A, Like<PassRequest> T> void describe(A& archive, T& request)
{
    archive.required("what", request.what);
    archive.required("page", request.page);
    archive.required("part", request.part);
    archive.optional("region", request.region);
    archive.optional("languages", request.languages);
    archive.optional("alphabet", request.alphabet);
    archive.optional("engine", request.engine);
    archive.optional("variant", request.variant);
    archive.optional("singleLine", request.singleLine);
    archive.optional("exemplar", request.exemplar);
}

template <class A, Like<Pass> T> void describe(A& archive, T& pass)
{
    archive.required("request", pass.request);
    archive.optional("parts", pass.parts);
    archive.optional("lines", pass.lines);
    archive.optional("codes", pass.codes);
    archive.optional("zones", pass.zones);
    archive.optional("marks", pass.marks);
    archive.optional("facts", pass.facts);
}

} // namespace vidimus::json::detail
