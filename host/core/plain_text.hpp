#pragma once
#include <string>
#include <string_view>

namespace vidimus {

/// Text of a document, a file name or a plugin for one line of a terminal or a log: control characters (also those of
/// ISO 6429 above 0x7F), line and paragraph separators and the marks that turn the direction of writing become blanks,
/// so that nothing in them moves the cursor, hides what stands before, or looks like a line of ours.
std::string inOnePlainLine(std::string_view utf8);

/// The same, but line feeds stay: for a report of ours whose lines hold foreign text.
std::string inPlainLines(std::string_view utf8);

} // namespace vidimus
