#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace vidimus::pipeline {

/// A number as found in a text.
struct FoundNumber {
    std::string value; ///< half-width, upper case, without blanks
    bool fits = true; ///< it has the form that was asked for
    bool assumed = false; ///< a letter was taken for the figure that it looks like, or a lost bracket was set
};

/// The number in a text. With a pattern (RE2, of the whole number) the piece that has this form; where none has it, the
/// piece with the most figures, which then does not fit. A letter is taken for the figure that it looks like (O for 0,
/// I for 1 …) only where that alone makes the form right; check digits are never made to hold.
/// \param keepBrackets  an identity card's check digit keeps its brackets
std::optional<FoundNumber> numberIn(std::string_view text, const std::string& pattern, bool keepBrackets);

/// An amount as a plain decimal: "HK$ 36,701.00" -> "36701.00".
std::optional<std::string> amountIn(std::string_view text);

/// Chinese commercial codes: groups of four figures, space-separated; at least two.
std::optional<std::string> commercialCodesIn(std::string_view text);

} // namespace vidimus::pipeline
