#pragma once
#include "structure.hpp"

#include <string>

namespace vidimus::pdf {

/// How far a file went on changing after a signed state, the gravest thing found.
enum class Modification { None, LtaUpdates, FormFilling, Annotations, Other };

struct ModificationResult {
    Modification kind = Modification::None;
    bool signaturesAdded = false; ///< signatures other than time stamps were added to fields
    bool valuesFilled = false; ///< a field that is no signature has another value or look
    std::string where; ///< what showed it first: "page 2 /Contents", a field's name, a catalog key
};

/// Compares the document as it was signed with the document as it is, by what is reachable: object numbers and how
/// things are stored do not matter, what a viewer can show does.
/// Allowed as updates for long-term validation: DSS, document time stamps, metadata (ETSI EN 319 142-1, 5.4).
/// Form filling: values and looks of fields that were there, signatures in fields old or new.
/// Annotations: annotations that are no form fields, added, changed or removed. All else: other.
ModificationResult compareStates(Document& signedState, Document& now);

const char* nameOf(Modification kind);

} // namespace vidimus::pdf
