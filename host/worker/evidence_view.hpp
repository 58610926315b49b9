#pragma once
#include "core/evidence.hpp"
#include "plugin_host/wire/check_result.hpp"

#include <vidimus/abi/ext/checks.h>

#include <vector>

namespace vidimus::worker {

/// The evidence and its rules as a check sees them. An index that does not exist yields nothing.
class EvidenceView {
public:
    EvidenceView(Evidence evidence, wire::Rules rules);
    EvidenceView(const EvidenceView&) = delete;
    EvidenceView& operator=(const EvidenceView&) = delete;
    const vidimus_evidence_t* raw() const { return &m_raw; }
    std::size_t documentCount() const { return m_evidence.documents.size(); }

private:
    /// A document's rows in the boundary's types; their strings point into m_evidence.
    struct Row {
        std::vector<std::vector<vidimus_validation_t>> validations; ///< one list a field
        std::vector<vidimus_field_t> fields;
        std::vector<vidimus_mark_t> marks;
    };
    struct FactRow {
        std::vector<vidimus_attribute_t> values;
        vidimus_fact_t fact{};
    };

    static const EvidenceView& of(void* context) { return *static_cast<const EvidenceView*>(context); }
    void addRow(const Document& document);
    void addFact(const FileFact& fact);
    vidimus_evidence_t table();
    const Document* document(std::uint64_t index) const;
    const Row* row(std::uint64_t index) const;
    bool rule(std::uint64_t document, vidimus_string_t key, vidimus_string_t* out) const;

    Evidence m_evidence;
    wire::Rules m_rules;
    std::vector<Row> m_rows;
    std::vector<std::vector<FactRow>> m_facts; ///< one list a file
    vidimus_evidence_t m_raw{};
};

} // namespace vidimus::worker
