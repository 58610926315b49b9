#include "specimen/document_types.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace vidimus::specimen {

std::span<const DocumentType> documentTypes()
{
    static const std::array types{cnPhysicianPractice(), cnPhysicianQualification(), hkDoctorPractising(),
        hkIdentityCard(), hkPharmacistPractising(), xxCertificateOfAttendance(), xxPassportTd3()};
    return types;
}

const DocumentType* documentType(std::string_view id)
{
    const auto types = documentTypes();
    const auto found
        = std::find_if(types.begin(), types.end(), [&](const DocumentType& type) { return type.id == id; });
    return found == types.end() ? nullptr : &*found;
}

Random faceOf(const Facts& facts)
{
    std::uint64_t seed = 0;
    const std::string text = facts.value(faceSeed);
    std::from_chars(text.data(), text.data() + text.size(), seed);
    return Random(seed).stream("face");
}

} // namespace vidimus::specimen
