#pragma once
#include <string>

namespace vidimus::store::detail {

/// So many bytes from the system's generator for secrets, in lower-case hex.
std::string randomHex(unsigned bytes);

} // namespace vidimus::store::detail
