#pragma once
#include "core/date.hpp"
#include "core/result.hpp"
#include "specimen/trust.hpp"
#include "specimen/truth.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Changes to the file rather than to what it shows; to a PDF file mostly by incremental updates.
namespace vidimus::specimen {

struct PdfAlteration {
    std::string_view name;
    std::string_view check, reason; ///< empty where nothing is to be found
    std::string_view description;
    bool anyFile = false; ///< pictures too
};

std::span<const PdfAlteration> pdfAlterations();
/// \return null where there is none of that name.
const PdfAlteration* pdfAlteration(std::string_view name);

/// What a PDF alteration needs besides the file.
struct PdfScene {
    const Signer* signer = nullptr; ///< for those that sign
    UtcTime time; ///< of the change, and of signing
};

/// \param file as Cairo wrote it, perhaps altered already.
Result<std::string> alterPdf(const PdfAlteration& alteration, std::string file, const PdfScene& scene);

} // namespace vidimus::specimen
