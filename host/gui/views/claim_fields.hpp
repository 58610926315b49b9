#pragma once
#include "core/case.hpp"

#include <span>
#include <string>
#include <string_view>

/// What an applicant can be asked to say, and the terms of a case as a form.
namespace vidimus::gui {

/// The field ids that a claim can be made on, in the order of the contract's table.
std::span<const std::string_view> claimableFields();

/// The terms as typed, before they are terms.
struct TermsForm {
    std::string subject, asOf, pathway;
    std::vector<Claim> claims;
    bool operator==(const TermsForm& other) const;
};

TermsForm formOf(const CaseTerms& terms);
/// Puts a pathway in front of those known; keeps the newest eight, each once. Nothing where it is empty.
void rememberPathway(std::vector<std::string>& known, const std::string& pathway);
/// What is wrong with the form: a key in texts, or empty.
std::string termsTrouble(const TermsForm& form);
/// The terms; claims without a value are left out. The form must be without trouble.
CaseTerms termsOf(const TermsForm& form);

} // namespace vidimus::gui
