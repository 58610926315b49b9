#pragma once
#include "report/report.hpp"

#include <string>

namespace vidimus::report::tests {

/// Words as a pack would hand them in, in English and Chinese.
Words someWords(const std::string& language);
/// The sample case as concluded by an auditor, with a disposition and a correction.
Case concludedCase();

} // namespace vidimus::report::tests
