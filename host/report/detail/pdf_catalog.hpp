#pragma once
#include <string>

namespace vidimus::report::detail {

/// Adds to a finished PDF of Cairo 1.16 what a screen reader needs and this Cairo does not write: that the file is
/// tagged (/MarkInfo, ISO 32000-1 14.7.1), in which language (/Lang, 14.9.2), and that its title is to be shown. Leaves
/// a file of any other shape as it is.
void completeCatalog(std::string& pdf, const std::string& language);

} // namespace vidimus::report::detail
