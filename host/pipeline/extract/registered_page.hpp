#pragma once
#include "pipeline/read/pass_reader.hpp"
#include "profiles/profile.hpp"

#include <optional>

namespace vidimus::pipeline {

/// One part of a page, laid onto the exemplars of its design: once, and only when a box is asked for. Where the profile
/// has no exemplar nothing is ever asked of the reader.
class RegisteredPage {
public:
    RegisteredPage(PassReader& reader, const DocumentPart& part, const profiles::Profile& profile)
        : m_reader(reader)
        , m_part(part)
        , m_profile(profile)
    {
    }

    /// Where the field stands by the exemplar that fits the page best, millimetres on the prepared page. Nothing where
    /// the page lies on no exemplar, or that one does not show the field. Errors: those of the worker.
    Result<std::optional<Region>> boxOf(const profiles::FieldSpec& spec, const PreparedPage& prepared);
    /// The same of what was asked for already: asks the reader nothing.
    std::optional<Region> knownBoxOf(const profiles::FieldSpec& spec, const PreparedPage& prepared) const;

private:
    Result<void> lay();
    Result<std::optional<Registration>> onto(const profiles::Exemplar& exemplar);

    PassReader& m_reader;
    const DocumentPart& m_part;
    const profiles::Profile& m_profile;
    bool m_laid = false;
    const profiles::Exemplar* m_exemplar = nullptr; ///< the one that fits best
    Registration m_registration;
};

/// What a fact `page.registration` says of a part. Nothing where it is another one, or ill formed.
std::optional<Registration> registrationIn(const Fact& fact, std::uint32_t part);

} // namespace vidimus::pipeline
