#pragma once
#include <vidimus/date.hpp>
#include <vidimus/plugin.hpp>

/// Helpers that several checks share: fields as dates, parameters as numbers, texts made comparable.
namespace vidimus::consistency {

using namespace vidimus::sdk;

/// The field's normal form as a date; nothing where it has none.
inline std::optional<PrintedDate> dateOf(const Field& field)
{
    return field.readable() ? PrintedDate::parse(field.value()) : std::nullopt;
}

/// The date on which the case is decided: the case's rule "as-of", else the host's clock. Throws Failure without both.
PrintedDate decidingDate(const Evidence& evidence);

/// A numeric parameter of the profile; the fallback where it is absent or no number.
double number(const Evidence& evidence, std::string_view key, double fallback);

/// Letters and digits only, upper case, full-width forms made half-width: for numbers.
std::string bare(std::string_view value);

/// For comparing texts: Han folded where the host can, case and spacing of Latin letters ignored.
std::string comparable(std::string_view text);

/// Holds a Han character.
bool hasHan(std::string_view text);

/// UTF-8 code points; ill-formed bytes become U+FFFD.
std::u32string codePoints(std::string_view text);

/// Does a picture of the document's pages miss what page-readable asks for? Reasons, in the order of the contract.
struct PageFlaw {
    std::uint32_t file = 0, page = 0;
    std::string reason, measured, wanted;
};
std::vector<PageFlaw> pageFlaws(const Evidence& evidence, bool& anyPicture);

/// The first entry of every field id and language: the ones that checks use.
std::vector<Field> usedFields(const Evidence& evidence);

} // namespace vidimus::consistency
