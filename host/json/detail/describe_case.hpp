#pragma once
#include "core/case.hpp"
#include "describe_evidence.hpp"

namespace vidimus::json::detail {

template <class A, Like<Citation> T> void describe(A& archive, T& citation)
{
    archive.optional("document", citation.document);
    archive.required("file", citation.file);
    archive.required("page", citation.page);
    archive.optional("region", citation.region);
    archive.optional("field", citation.field);
    archive.optional("text", citation.text);
}

template <class A, Like<Finding> T> void describe(A& archive, T& finding)
{
    archive.required("id", finding.id);
    archive.required("check", finding.check);
    archive.required("plugin", finding.plugin);
    archive.optional("pluginVersion", finding.pluginVersion);
    archive.required("outcome", finding.outcome);
    archive.required("level", finding.level);
    archive.required("severity", finding.severity);
    archive.optional("reason", finding.reason);
    archive.optional("citations", finding.citations);
    archive.optional("values", finding.values);
    archive.optional("source", finding.source);
    archive.optional("parameters", finding.parameters);
}

template <class A, Like<CaseTerms> T> void describe(A& archive, T& terms)
{
    archive.required("subject", terms.subject);
    archive.required("asOf", terms.asOf);
    archive.optional("pathway", terms.pathway);
    archive.optional("claims", terms.claims);
}

template <class A, Like<Disposition> T> void describe(A& archive, T& disposition)
{
    archive.required("finding", disposition.finding);
    archive.required("kind", disposition.kind);
    archive.required("words", disposition.words);
    archive.required("by", disposition.by);
    archive.required("at", disposition.at);
    archive.optional("withdrawn", disposition.withdrawn);
}

template <class A, Like<Correction> T> void describe(A& archive, T& correction)
{
    archive.required("document", correction.document);
    archive.required("field", correction.field);
    archive.optional("lang", correction.lang);
    archive.required("value", correction.value);
    archive.required("by", correction.by);
    archive.required("at", correction.at);
}

template <class A, Like<Conclusion> T> void describe(A& archive, T& conclusion)
{
    archive.required("kind", conclusion.kind);
    archive.required("words", conclusion.words);
    archive.required("by", conclusion.by);
    archive.required("at", conclusion.at);
}

template <class A, Like<PluginUse> T> void describe(A& archive, T& plugin)
{
    archive.required("id", plugin.id);
    archive.required("version", plugin.version);
    archive.required("sha256", plugin.sha256);
}

template <class A, Like<CalibrationUse> T> void describe(A& archive, T& use)
{
    archive.required("state", use.state);
    archive.optional("table", use.table);
}

template <class A, Like<Crop> T> void describe(A& archive, T& crop)
{
    archive.required("file", crop.file);
    archive.required("page", crop.page);
    archive.required("region", crop.region);
}

/// All but the readings, which are lists of passes, and the crops' pictures.
template <class A, Like<Case> T> void describe(A& archive, T& whole)
{
    archive.required("id", whole.id);
    archive.required("terms", whole.terms);
    archive.required("state", whole.state);
    archive.required("officer", whole.officer);
    archive.required("createdAt", whole.createdAt);
    archive.required("changedAt", whole.changedAt);
    archive.required("files", whole.files);
    archive.required("evidence", whole.evidence);
    archive.required("findings", whole.findings);
    archive.required("crops", whole.crops);
    archive.required("dispositions", whole.dispositions);
    archive.required("corrections", whole.corrections);
    archive.optional("returnReason", whole.returnReason);
    archive.optional("conclusion", whole.conclusion);
    archive.required("plugins", whole.plugins);
    archive.required("confinement", whole.confinement);
    archive.optional("toolConfinement", whole.toolConfinement);
    archive.optional("engines", whole.engines);
    archive.optional("calibration", whole.calibration);
    archive.required("version", whole.version);
}

} // namespace vidimus::json::detail
