#pragma once
#include "core/date.hpp"
#include "core/result.hpp"
#include "specimen/trust.hpp"

#include <string>

namespace vidimus::specimen {

/// Appends a revision with an invisible signature (adbe.pkcs7.detached, SHA-256) over the whole file.
/// The same file, signer and time give the same bytes.
Result<std::string> signPdf(std::string file, const Signer& signer, UtcTime time);

} // namespace vidimus::specimen
