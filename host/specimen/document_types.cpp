#include "specimen/document_types.hpp"

#include <algorithm>
#include <array>

namespace vidimus::specimen {

std::span<const DocumentType> documentTypes()
{
    static const std::array types{cnPhysicianPractice(), cnPhysicianQualification(), hkDoctorPractising(), hkIdentityCard(), hkPharmacistPractising(), xxCertificateOfAttendance(), xxPassportTd3()};
    return types;
}

const DocumentType* documentType(std::string_view id)
{
    const auto types = documentTypes();
    const auto found
        = std::find_if(types.begin(), types.end(), [&](const DocumentType& type) { return type.id == id; });
    return found == types.end() ? nullptr : &*found;
}

} // namespace vidimus::specimen
