#pragma once
#include "backend.hpp"
#include "core/result.hpp"

namespace vidimus::store::detail {

/// Brings the database to the newest schema (assets/schema/sql). Throws what the database throws.
/// Errors: Malformed (a database of another program, or of a newer Vidimus).
Result<void> migrate(Backend& backend);

} // namespace vidimus::store::detail
