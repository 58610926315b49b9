#pragma once
#include "specimen/canvas.hpp"
#include "specimen/facts.hpp"
#include "specimen/person.hpp"
#include "specimen/random.hpp"

#include <span>
#include <string_view>
#include <vector>

/// The kinds of document that can be drawn. Each has a file of its own in layouts/, which shares no geometry and no
/// wording with another.
namespace vidimus::specimen {

/// One design of a document. Layouts of one document differ in wording, fonts, place of labels and size.
struct Layout {
    std::string_view name;
    std::string_view description;
    Millimetres width, height;
    void (*draw)(Canvas&, const Facts&, const Random&);
    /// The other side of a card, if it has one to draw.
    void (*drawBack)(Canvas&, const Facts&, const Random&) = nullptr;
    /// The last day on which papers of this design are in force, by the holder's birth; null where there is none.
    Date (*inForceUntil)(const Date& birth) = nullptr;
    Millimetres corners{}; ///< radius; 0 for paper cut square
};

struct DocumentType {
    std::string_view id;
    std::string_view title;
    /// Says what such a document would say of this person.
    Facts (*facts)(const Person&, const Layout&, Random, const Date& asOf);
    std::vector<Layout> layouts;
    bool foreign = false; ///< looks like one of ours and is none: no profile may fit
    /// What the barcode of a paper with these facts carries; null where there is none.
    std::string (*code)(const Facts&) = nullptr;
};

std::span<const DocumentType> documentTypes();
/// \return null where there is no such type.
const DocumentType* documentType(std::string_view id);

/// Ids of facts that are drawn but are no field of the outside contract.
inline constexpr std::string_view sealText = "drawing.seal", codeText = "drawing.code";

/// The chance that a holder's face is drawn by: the same person looks the same on every document.
inline constexpr std::string_view faceSeed = "drawing.face";
Random faceOf(const Facts& facts);

DocumentType cnDegree();
DocumentType cnDeviceRegistration();
DocumentType cnDrugRegistration();
DocumentType cnGraduation();
DocumentType cnNursePractice();
DocumentType cnPhysicianPractice();
DocumentType cnPhysicianQualification();
DocumentType cnProfessionalTitle();
DocumentType cnResidencePermit();
DocumentType cnResidentIdentityCard();
DocumentType cnShortTermPractice();
DocumentType gbMedicalRegistration();
DocumentType hkAcademyFellowship();
DocumentType hkDoctorPractising();
DocumentType hkDoctorRegistration();
DocumentType hkDrugRegistration();
DocumentType hkGoodStanding();
DocumentType hkIdentityCard();
DocumentType hkMedicalDegree();
DocumentType hkNursePractising();
DocumentType hkPharmacistPractising();
DocumentType hkSpecialistRegistration();
DocumentType moAccreditation();
DocumentType moLicence();
DocumentType xxCertificateOfAttendance();
DocumentType xxHospitalInvoice();
DocumentType xxInsurancePolicy();
DocumentType xxPassportTd3();

} // namespace vidimus::specimen
