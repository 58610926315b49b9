#include "profiles/profile_set.hpp"

#include <algorithm>

namespace vidimus::profiles {

ProfileSet ProfileSet::load(const packs::PackList& packs)
{
    ProfileSet set;
    std::vector<Profile> read;
    for (const packs::Pack& pack : packs.packs)
        for (const std::filesystem::path& file : pack.profiles) {
            auto profile = readProfile(file, pack);
            if (!profile) {
                set.m_errors.push_back(profile.error());
                continue;
            }
            const auto same = [&](const Profile& other) { return other.id == profile->id; };
            const auto known = std::find_if(read.begin(), read.end(), same);
            if (known != read.end())
                set.m_errors.push_back({ErrorKind::Malformed,
                    file.string() + ":1:1: the profile id " + profile->id + " is taken by " + known->file, "profiles"});
            else
                read.push_back(std::move(*profile));
        }
    std::vector<Error> errors = std::move(set.m_errors);
    set = of(std::move(read));
    set.m_errors = std::move(errors);
    for (const packs::Pack& pack : packs.packs)
        set.addExemplars(pack);
    return set;
}

void ProfileSet::addExemplars(const packs::Pack& pack)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator at(pack.folder / "exemplars", error), end; !error && at != end;
         at.increment(error))
        if (at->is_regular_file() && at->path().extension() == ".json")
            files.push_back(at->path());
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path& file : files) {
        auto exemplar = readExemplar(file);
        if (!exemplar) {
            m_errors.push_back(exemplar.error());
            continue;
        }
        const auto profile = std::find_if(m_profiles.begin(), m_profiles.end(),
            [&](const Profile& one) { return one.id == exemplar->profile && one.pack == pack.id; });
        if (profile == m_profiles.end())
            m_errors.push_back({ErrorKind::Malformed,
                file.string() + ": its pack " + pack.id + " has no profile " + exemplar->profile, "profiles"});
        else
            profile->exemplars.push_back(std::make_shared<const Exemplar>(std::move(*exemplar)));
    }
}

ProfileSet ProfileSet::of(std::vector<Profile> profiles)
{
    ProfileSet set;
    set.m_profiles = std::move(profiles);
    std::sort(
        set.m_profiles.begin(), set.m_profiles.end(), [](const Profile& a, const Profile& b) { return a.id < b.id; });
    return set;
}

const Profile* ProfileSet::find(std::string_view id) const
{
    for (const Profile& profile : m_profiles)
        if (profile.id == id)
            return &profile;
    return nullptr;
}

} // namespace vidimus::profiles
