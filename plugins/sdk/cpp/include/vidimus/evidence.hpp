#pragma once
#include "text.hpp"
#include <vidimus/abi/ext/checks.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vidimus::sdk {

/// A named value on a document, or its absence.
class Field {
public:
    Field() = default;
    Field(std::uint64_t document, const vidimus_field_t& raw)
        : m_present(true)
        , m_document(document)
        , m_raw(raw)
    {
    }

    bool present() const { return m_present; }
    explicit operator bool() const { return m_present; }
    /// There, and something legible stands there.
    bool readable() const { return m_present && m_raw.certainty != VIDIMUS_UNREADABLE && m_raw.value.size > 0; }
    /// The reading may be relied on.
    bool certain() const { return m_present && m_raw.certainty == VIDIMUS_ACCEPTED; }
    std::string_view id() const { return view(m_raw.id); }
    std::string_view text() const { return view(m_raw.text); }
    std::string_view value() const { return view(m_raw.value); }
    std::string_view lang() const { return view(m_raw.lang); }
    std::uint64_t document() const { return m_document; }
    const vidimus_field_t& raw() const { return m_raw; }

private:
    bool m_present = false;
    std::uint64_t m_document = 0;
    vidimus_field_t m_raw{};
};

struct Fact {
    std::string_view kind;
    std::map<std::string_view, std::string_view> values;
    int page = -1;
    std::uint32_t file = 0;
    std::string_view operator[](std::string_view name) const
    {
        const auto found = values.find(name);
        return found == values.end() ? std::string_view() : found->second;
    }
};

/// What a check of one document sees: that document. The case is reachable for those who need it.
class Evidence {
public:
    Evidence(const vidimus_evidence_t* raw, std::uint64_t document)
        : m_raw(raw)
        , m_document(document)
    {
    }

    std::uint64_t index() const { return m_document; }
    std::string_view profile() const { return view(m_raw->profile(m_raw->context, m_document)); }
    std::string_view jurisdiction() const { return view(m_raw->jurisdiction(m_raw->context, m_document)); }

    /// The first entry with this id (and language, if given): the one that checks use.
    Field field(std::string_view id, std::string_view lang = {}) const
    {
        for (const Field& candidate : fields())
            if (candidate.id() == id && (lang.empty() || candidate.lang() == lang))
                return candidate;
        return {};
    }
    std::vector<Field> fields() const
    {
        std::vector<Field> all;
        const auto count = m_raw->field_count(m_raw->context, m_document);
        all.reserve(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            vidimus_field_t raw{};
            m_raw->field(m_raw->context, m_document, i, &raw);
            all.emplace_back(m_document, raw);
        }
        return all;
    }
    struct Part {
        std::uint32_t file = 0, page = 0;
        vidimus_region_t region{};
    };
    std::vector<Part> parts() const
    {
        std::vector<Part> all(m_raw->part_count(m_raw->context, m_document));
        for (std::uint64_t i = 0; i < all.size(); ++i)
            m_raw->part(m_raw->context, m_document, i, &all[i].file, &all[i].page, &all[i].region);
        return all;
    }
    struct PlacedMark {
        vidimus_mark_t mark{};
        std::uint32_t file = 0, page = 0;
    };
    std::vector<PlacedMark> marks() const
    {
        std::vector<PlacedMark> all(m_raw->mark_count(m_raw->context, m_document));
        for (std::uint64_t i = 0; i < all.size(); ++i)
            m_raw->mark(m_raw->context, m_document, i, &all[i].mark, &all[i].file, &all[i].page);
        return all;
    }
    /// A parameter that the profile sets, by its flattened key.
    std::optional<std::string> rule(std::string_view key) const
    {
        vidimus_string_t out{};
        if (!m_raw->rule(m_raw->context, m_document, string(key), &out))
            return std::nullopt;
        return std::string(view(out));
    }
    /// A list parameter: key.0, key.1, …
    std::vector<std::string> rules(const std::string& key) const
    {
        std::vector<std::string> all;
        while (auto value = rule(key + "." + std::to_string(all.size())))
            all.push_back(std::move(*value));
        return all;
    }
    const vidimus_evidence_t* raw() const { return m_raw; }

private:
    const vidimus_evidence_t* m_raw;
    std::uint64_t m_document;
};

/// What a check of the whole case sees.
class CaseEvidence {
public:
    explicit CaseEvidence(const vidimus_evidence_t* raw)
        : m_raw(raw)
    {
    }
    std::vector<Evidence> documents() const
    {
        std::vector<Evidence> all;
        for (std::uint64_t i = 0, count = m_raw->document_count(m_raw->context); i < count; ++i)
            all.emplace_back(m_raw, i);
        return all;
    }
    struct Claim {
        std::string_view field, value;
    };
    std::vector<Claim> claims() const
    {
        std::vector<Claim> all;
        for (std::uint64_t i = 0, count = m_raw->claim_count(m_raw->context); i < count; ++i) {
            vidimus_attribute_t raw{};
            m_raw->claim(m_raw->context, i, &raw);
            all.push_back({view(raw.name), view(raw.value)});
        }
        return all;
    }
    std::uint64_t fileCount() const { return m_raw->file_count(m_raw->context); }
    /// Facts of that kind stated of a file.
    std::vector<Fact> facts(std::uint64_t file, std::string_view kind = {}) const
    {
        std::vector<Fact> all;
        for (std::uint64_t i = 0, count = m_raw->fact_count(m_raw->context, file); i < count; ++i) {
            vidimus_fact_t raw{};
            m_raw->fact(m_raw->context, file, i, &raw);
            if (!kind.empty() && view(raw.kind) != kind)
                continue;
            Fact fact{view(raw.kind), {}, raw.page, static_cast<std::uint32_t>(file)};
            for (std::uint64_t v = 0; v < raw.value_count; ++v)
                fact.values.emplace(view(raw.values[v].name), view(raw.values[v].value));
            all.push_back(std::move(fact));
        }
        return all;
    }
    /// Policy of the whole case, e.g. trust roots: rule("trust.root.0") is a PEM certificate.
    std::optional<std::string> rule(std::string_view key) const { return Evidence(m_raw, UINT64_MAX).rule(key); }
    std::vector<std::string> rules(const std::string& key) const { return Evidence(m_raw, UINT64_MAX).rules(key); }
    const vidimus_evidence_t* raw() const { return m_raw; }

private:
    const vidimus_evidence_t* m_raw;
};

} // namespace vidimus::sdk
