#include "worker/evidence_view.hpp"

#include "worker/raw_lines.hpp"
#include "worker/text.hpp"

#include <algorithm>

namespace vidimus::worker {
namespace {

/// A correction stands on the page in place of what was read; a check has no use for knowing more.
vidimus_origin_t rawOf(Origin origin)
{
    return origin == Origin::Correction ? VIDIMUS_ORIGIN_OCR : static_cast<vidimus_origin_t>(origin);
}

} // namespace

EvidenceView::EvidenceView(Evidence evidence, wire::Rules rules)
    : m_evidence(std::move(evidence))
    , m_rules(std::move(rules))
{
    for (const Document& document : m_evidence.documents)
        addRow(document);
    for (const FileFact& fact : m_evidence.facts)
        addFact(fact);
    m_raw = table();
}

void EvidenceView::addRow(const Document& document)
{
    Row& row = m_rows.emplace_back();
    row.validations.reserve(document.fields.size());
    for (const Field& field : document.fields) {
        auto& validations = row.validations.emplace_back();
        for (const Validation& validation : field.validations)
            validations.push_back({string(validation.validator), static_cast<vidimus_verdict_t>(validation.verdict),
                string(validation.expected)});
        row.fields.push_back({string(field.id), string(field.text), string(field.value), string(field.lang),
            field.confidence, static_cast<vidimus_certainty_t>(field.certainty), rawOf(field.origin), field.file.value,
            field.page.value, rawOf(field.region), validations.data(), validations.size()});
    }
    for (const auto& placed : document.marks)
        row.marks.push_back(
            {string(placed.mark.kind), string(placed.mark.text), rawOf(placed.mark.quad), placed.mark.confidence});
}

void EvidenceView::addFact(const FileFact& fact)
{
    constexpr std::size_t mostFiles = 100'000; // an index of a file, never trusted to size a list
    if (fact.file.value >= mostFiles)
        return;
    if (fact.file.value >= m_facts.size())
        m_facts.resize(fact.file.value + 1);
    FactRow& row = m_facts[fact.file.value].emplace_back();
    for (const auto& [name, value] : fact.fact.values)
        row.values.push_back({string(name), string(value)});
    // The values' memory moves with the row, so the pointer stays good when the list grows.
    row.fact = {string(fact.fact.kind), row.values.data(), row.values.size(), fact.fact.page};
}

const Document* EvidenceView::document(std::uint64_t index) const
{
    return index < m_evidence.documents.size() ? &m_evidence.documents[index] : nullptr;
}

const EvidenceView::Row* EvidenceView::row(std::uint64_t index) const
{
    return index < m_rows.size() ? &m_rows[index] : nullptr;
}

bool EvidenceView::rule(std::uint64_t document, vidimus_string_t key, vidimus_string_t* out) const
{
    if (document != UINT64_MAX && document >= m_rules.ofDocument.size())
        return false;
    const auto& rules = document == UINT64_MAX ? m_rules.ofCase : m_rules.ofDocument[document];
    const auto found = rules.find(std::string(view(key)));
    if (found == rules.end())
        return false;
    *out = string(found->second);
    return true;
}

vidimus_evidence_t EvidenceView::table()
{
    vidimus_evidence_t raw{};
    raw.context = this;
    raw.document_count = [](void* context) -> uint64_t { return of(context).m_evidence.documents.size(); };
    raw.profile = [](void* context, uint64_t index) -> vidimus_string_t {
        const Document* document = of(context).document(index);
        return document && document->classification ? string(document->classification->profile) : vidimus_string_t{};
    };
    raw.jurisdiction = [](void* context, uint64_t index) -> vidimus_string_t {
        const Document* document = of(context).document(index);
        return document && document->classification ? string(document->classification->jurisdiction)
                                                    : vidimus_string_t{};
    };
    raw.part_count = [](void* context, uint64_t index) -> uint64_t {
        const Document* document = of(context).document(index);
        return document ? document->parts.size() : 0;
    };
    raw.part
        = [](void* context, uint64_t index, uint64_t at, uint32_t* file, uint32_t* page, vidimus_region_t* region) {
              const Document* document = of(context).document(index);
              if (!document || at >= document->parts.size())
                  return;
              const DocumentPart& part = document->parts[at];
              *file = part.file.value;
              *page = part.page.value;
              *region = part.quad ? rawOf(boundsOf(*part.quad)) : vidimus_region_t{};
          };
    raw.field_count = [](void* context, uint64_t index) -> uint64_t {
        const Row* row = of(context).row(index);
        return row ? row->fields.size() : 0;
    };
    raw.field = [](void* context, uint64_t index, uint64_t at, vidimus_field_t* out) {
        const Row* row = of(context).row(index);
        *out = row && at < row->fields.size() ? row->fields[at] : vidimus_field_t{};
    };
    raw.mark_count = [](void* context, uint64_t index) -> uint64_t {
        const Row* row = of(context).row(index);
        return row ? row->marks.size() : 0;
    };
    raw.mark = [](void* context, uint64_t index, uint64_t at, vidimus_mark_t* out, uint32_t* file, uint32_t* page) {
        const Row* row = of(context).row(index);
        if (!row || at >= row->marks.size())
            return;
        *out = row->marks[at];
        *file = of(context).document(index)->marks[at].file.value;
        *page = of(context).document(index)->marks[at].page.value;
    };
    raw.claim_count = [](void* context) -> uint64_t { return of(context).m_evidence.claims.size(); };
    raw.claim = [](void* context, uint64_t at, vidimus_attribute_t* out) {
        const auto& claims = of(context).m_evidence.claims;
        *out = at < claims.size() ? vidimus_attribute_t{string(claims[at].field), string(claims[at].value)}
                                  : vidimus_attribute_t{};
    };
    raw.file_count = [](void* context) -> uint64_t { return of(context).m_facts.size(); };
    raw.fact_count = [](void* context, uint64_t file) -> uint64_t {
        const auto& facts = of(context).m_facts;
        return file < facts.size() ? facts[file].size() : 0;
    };
    raw.fact = [](void* context, uint64_t file, uint64_t at, vidimus_fact_t* out) {
        const auto& facts = of(context).m_facts;
        *out = file < facts.size() && at < facts[file].size() ? facts[file][at].fact : vidimus_fact_t{};
    };
    raw.rule = [](void* context, uint64_t document, vidimus_string_t key, vidimus_string_t* out) {
        return of(context).rule(document, key, out);
    };
    return raw;
}

} // namespace vidimus::worker
