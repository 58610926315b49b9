#pragma once
#include "pipeline/text/page_text.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vidimus::pipeline {

/// A page's text in one piece, as a profile's expressions search it: half-width, lines joined with `\n`.
struct SearchText {
    std::string text; ///< UTF-8
    std::vector<std::pair<std::size_t, std::size_t>> origin; ///< of each byte: line, cell

    /// Where the bytes stand on the page, a slice a line; none for line ends alone.
    std::vector<Slice> slicesOf(const PageText& page, std::size_t from, std::size_t size) const;
    /// The line end between the two places at which a row of several cells ends, if there is one: what stands next is
    /// another column's (有效期由 | 有效期至 over two dates), and each column's text has its own.
    std::optional<std::size_t> leavesTable(const PageText& page, std::size_t from, std::size_t to) const;

    bool byRows = false; ///< whole rows, with the cells of tables side by side
};

/// What the expressions are searched in:
/// - row after row, across columns;
/// - each column's paragraphs for themselves, parted by U+001E: a sentence goes on below itself, not in what is printed
///   beside it;
/// - of these the sentences in Han characters without their line ends: a word is broken wherever the line is full.
std::array<SearchText, 3> searchTextsOf(const PageText& page);

} // namespace vidimus::pipeline
