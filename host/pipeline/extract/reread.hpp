#pragma once
#include "pipeline/extract/field_reading.hpp"
#include "pipeline/read/pass_reader.hpp"

#include <span>
#include <string>
#include <vector>

namespace vidimus::pipeline {

/// A way to read a place again.
struct RereadMeans {
    bool byPageEngine = false; ///< by the engine that read the page, else by the default one
    int turn = 0; ///< how often the engine was asked before
    const char* variant = ""; ///< of the picture
};

/// Reads places of one prepared page again by other means: another engine, scale, binarisation, colour, language or
/// alphabet.
class Rereader {
public:
    /// \param pageEngine the engine that read the page in no language's own way (PageViews::pageEngine()); empty where
    /// the default engine read it
    Rereader(PassReader& reader, PageIndex page, std::uint32_t part, const PreparedPage& prepared,
        const profiles::Profile& profile, const LabelBook& labels, std::string pageEngine)
        : m_reader(reader)
        , m_page(page)
        , m_part(part)
        , m_prepared(prepared)
        , m_profile(profile)
        , m_labels(labels)
        , m_pageEngine(std::move(pageEngine))
    {
    }

    /// All means, the most telling first: where two engines are there, the one that did not read the page.
    std::span<const RereadMeans> means() const;

    /// Reads the place of \p known by that means. Nothing where nothing legible was seen, or where the reader has no
    /// such means. Errors: those of the worker.
    Result<std::optional<FieldReading>> read(
        const profiles::FieldSpec& spec, const FieldReading& known, const RereadMeans& means);

    /// Does anything legible stand on a square in the middle of the place? \param han language of its Han characters
    Result<bool> hasPrintAmid(const Region& place, const std::string& han);

private:
    /// What one pass saw.
    struct Print {
        std::string text;
        std::vector<Cell> cells; ///< of its one line
        double confidence = 0; ///< mean of the lines
        std::string engine;
        bool incomplete = false;
    };
    /// Nothing where the reader has no such means.
    Result<std::optional<Print>> printAt(const PassRequest& request);
    /// The same of all lines, one after the other. \param request gets the last one's place
    Result<std::optional<Print>> printOf(
        const profiles::FieldSpec& spec, const FieldReading& known, const RereadMeans& means, PassRequest& request);
    std::optional<FieldReading> readingOf(const profiles::FieldSpec& spec, const FieldReading& known, Print print,
        const PassRequest& request, bool withLabel) const;
    Region placeOf(
        const profiles::FieldSpec& spec, const FieldReading& known, const RereadMeans& means, bool& withLabel) const;
    PassRequest requestFor(const profiles::FieldSpec& spec, const Region& place, const FieldReading& known,
        const RereadMeans& means) const;

    PassReader& m_reader;
    PageIndex m_page;
    std::uint32_t m_part;
    const PreparedPage& m_prepared;
    const profiles::Profile& m_profile;
    const LabelBook& m_labels;
    std::string m_pageEngine;
};

} // namespace vidimus::pipeline
