#pragma once
#include "core/result.hpp"
#include "packs/pack.hpp"
#include "profiles/profile.hpp"

namespace vidimus::profiles {

/// All profiles of all packs, and what could not be loaded.
class ProfileSet {
public:
    /// Reads every profile that the packs offer, and the exemplars in their folders `exemplars/`. A broken one is left
    /// out and its error (file:line:column: what) kept.
    static ProfileSet load(const packs::PackList& packs);
    /// Of profiles that are there already; for tests and `plugin check`.
    static ProfileSet of(std::vector<Profile> profiles);

    const Profile* find(std::string_view id) const;
    const std::vector<Profile>& all() const { return m_profiles; } ///< sorted by id
    const std::vector<Error>& errors() const { return m_errors; }

private:
    void addExemplars(const packs::Pack& pack);

    std::vector<Profile> m_profiles;
    std::vector<Error> m_errors;
};

/// Parses one profile. Errors: Malformed with file:line:column.
Result<Profile> readProfile(const std::filesystem::path& file, const packs::Pack& pack);

} // namespace vidimus::profiles
