#pragma once
#include <vidimus/plugin.hpp>

namespace vidimus::gb {

/// Reference number of a doctor with the General Medical Council: seven digits. It has no known check digit.
sdk::Verdict gmc(std::string_view value);

} // namespace vidimus::gb
