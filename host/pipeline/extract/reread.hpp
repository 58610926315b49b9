#pragma once
#include "pipeline/extract/field_reading.hpp"
#include "pipeline/read/pass_reader.hpp"

#include <vector>

namespace vidimus::pipeline {

/// Reads places of one prepared page again by other means: another scale, binarisation, colour, language or alphabet.
class Rereader {
public:
    Rereader(PassReader& reader, PageIndex page, std::uint32_t part, const PreparedPage& prepared,
        const profiles::Profile& profile, const LabelBook& labels)
        : m_reader(reader)
        , m_page(page)
        , m_part(part)
        , m_prepared(prepared)
        , m_profile(profile)
        , m_labels(labels)
    {
    }

    /// How many different means there are.
    static constexpr int means = 5;

    /// Reads the place of \p known by that means. Nothing where nothing legible was seen, or where the reader has no
    /// such means. Errors: those of the worker.
    Result<std::optional<FieldReading>> read(const profiles::FieldSpec& spec, const FieldReading& known, int means);

private:
    Region placeOf(const profiles::FieldSpec& spec, const FieldReading& known, int means, bool& withLabel) const;
    PassRequest requestFor(
        const profiles::FieldSpec& spec, const Region& place, const FieldReading& known, int means) const;

    PassReader& m_reader;
    PageIndex m_page;
    std::uint32_t m_part;
    const PreparedPage& m_prepared;
    const profiles::Profile& m_profile;
    const LabelBook& m_labels;
};

} // namespace vidimus::pipeline
