#include "specimen/document_types.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace vidimus::specimen {

std::span<const DocumentType> documentTypes()
{
    static const std::array types{cnDegree(), cnDeviceRegistration(), cnDrugRegistration(), cnGraduation(),
        cnNursePractice(), cnPhysicianPractice(), cnPhysicianQualification(), cnProfessionalTitle(),
        cnResidencePermit(), cnResidentIdentityCard(), cnShortTermPractice(), gbMedicalRegistration(),
        hkAcademyFellowship(), hkDoctorPractising(), hkDoctorRegistration(), hkDrugRegistration(), hkGoodStanding(),
        hkIdentityCard(), hkMedicalDegree(), hkNursePractising(), hkPharmacistPractising(), hkSpecialistRegistration(),
        moAccreditation(), moLicence(), xxCertificateOfAttendance(), xxHospitalInvoice(), xxInsurancePolicy(),
        xxPassportTd3()};
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
