#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// From what an engine read of a machine-readable zone to its lines. Pure functions of text.
namespace vidimus::codes {

struct RawLine {
    std::string text;
    double confidence = 0; ///< 0..1
};

struct MrzReading {
    std::string format; ///< TD1, TD2, TD3; CN-EXIT-ENTRY for mainland exit-entry cards, whose fields stand elsewhere
    std::vector<std::string> lines;
    double confidence = 0; ///< 0..1
    bool proven = false; ///< every check digit holds
    bool doubtful = false; ///< a likely confusion, or names that no zone can hold: agreement cannot lift it
};

/// Interprets two or three lines as a zone, or says that they are none.
///
/// Each position's alphabet is known from Doc 9303, so O is read as 0 where only digits stand, and letters behind the
/// end of the names as fillers: that is reading, not repair. The length of a run of fillers, which engines
/// miscount, is fitted to the format. Where letters and digits may both stand nothing is changed; if exchanging one
/// confusable character would make a check digit hold, the confidence drops, and the text stays as read.
std::optional<MrzReading> interpret(const std::vector<RawLine>& lines);

} // namespace vidimus::codes
