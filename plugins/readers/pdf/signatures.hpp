#pragma once
#include "cms.hpp"
#include "objects.hpp"
#include "revisions.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vidimus::pdf {

/// A field of the form (ISO 32000-1, 12.7) with what it inherits.
struct FormField {
    std::string name; ///< fully qualified, dots between levels
    std::string type; ///< Tx Btn Ch Sig
    const Value* dictionary = nullptr;
    const Value* value = nullptr; ///< resolved; Null where the field has none
    std::vector<std::uint32_t> objects; ///< numbers of the field's own object and of its widgets
};
/// The terminal fields of the catalog's form, in order; bounded and safe against loops.
std::vector<FormField> formFields(Objects& objects, const Value& catalog);

/// What of the file the signature's ByteRange takes in.
enum class Coverage { EntireFile, EntireRevision, Partial, None };

/// A filled signature field.
struct Signature {
    std::string field;
    bool timestamp = false;
    std::vector<std::int64_t> byteRange;
    Coverage coverage = Coverage::None;
    std::size_t coveredEnd = 0; ///< one past the last byte that it covers; 0 where there is none
    std::optional<int> docMdp; ///< the certification's permission 1..3
    CmsResult cms;
    std::string location, purpose; ///< as the signature dictionary states them
};

/// The filled signature fields in the order in which they stand in the file.
/// \param original  the file's bytes as acquired; what a ByteRange names is looked up there.
/// \param decrypted  whether strings of the objects went through decryption (a signature's Contents never should).
std::vector<Signature> signaturesOf(
    Objects& objects, const Value& catalog, std::string_view original, const RevisionScan& revisions, bool decrypted);

} // namespace vidimus::pdf
