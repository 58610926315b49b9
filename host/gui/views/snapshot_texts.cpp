#include "gui/views/snapshot_texts.hpp"

namespace vidimus::gui {

namespace {

void needFields(const Document& document, GlyphNeeds& needs)
{
    for (const Field& field : document.fields) {
        needs.need(field.text);
        needs.need(field.value);
        for (const Alternative& other : field.alternatives)
            needs.need(other.text);
    }
}

void needCase(const Case& shown, GlyphNeeds& needs)
{
    needs.need(shown.terms.subject);
    for (const Claim& claim : shown.terms.claims)
        needs.need(claim.value);
    for (const File& file : shown.files)
        needs.need(file.source);
    for (const Document& document : shown.evidence.documents)
        needFields(document, needs);
    for (const Finding& finding : shown.findings) {
        needs.need(finding.source);
        for (const Citation& citation : finding.citations)
            needs.need(citation.text);
    }
    for (const Disposition& disposition : shown.dispositions)
        needs.need(disposition.words);
    for (const Correction& correction : shown.corrections)
        needs.need(correction.value);
    needs.need(shown.returnReason);
    if (shown.conclusion)
        needs.need(shown.conclusion->words);
}

} // namespace

void needTextsOf(const app::Snapshot& snapshot, GlyphNeeds& needs)
{
    for (const auto* list : {&snapshot.cases, &snapshot.queue})
        for (const store::CaseSummary& one : *list) {
            needs.need(one.subject);
            needs.need(one.officer);
        }
    for (const app::JobStatus& job : snapshot.jobs) {
        needs.need(job.subject);
        for (const app::IntakeProgress& file : job.files)
            needs.need(file.source);
    }
    for (const app::Notice& notice : snapshot.notices)
        needs.need(notice.text);
    if (snapshot.signedIn)
        needs.need(snapshot.signedIn->displayName);
    if (!snapshot.open)
        return;
    needCase(*snapshot.open->checked, needs);
    for (const app::FindingWords& words : snapshot.open->words) {
        needs.need(words.question);
        needs.need(words.source);
        needs.need(words.answer);
    }
    for (const store::CaseStore::Entry& entry : snapshot.open->trail)
        needs.need(entry.summary);
}

} // namespace vidimus::gui
